//! Render models of pages without the program that list statements, actors or documents: what a page of a long list
//! holds.

use corpus::{Date, DocumentId, StatementId};

use crate::Shared;
use crate::language::{self, Localizable};
use crate::link;
use crate::statements::sorted;
use crate::view::{Sort, View};
use crate::words;

/// Statements of one month under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// "December 2021"; a sentence where the statements have no date.
    pub heading: String,
    /// The statements, in order of time.
    pub statements: Vec<StatementId>,
}

/// One of the links from page to page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLink {
    /// To the page of a number, counted from one.
    To(usize),
    /// The present page.
    Current(usize),
    /// Pages that are left out.
    Gap,
}

/// A document's headline, with the link to the document.
pub fn document(data: Shared, id: DocumentId) -> (Localizable, String) {
    (language::title(data, id), link::write(data, &View::Source(id, None)))
}

/// All statements in order of time, those without a date at the end.
pub fn in_order_of_time(data: Shared) -> Vec<StatementId> {
    sorted(data, data.statement_ids(), Sort::Earliest)
}

/// Statements that are in order of time, by the month in which each begins.
pub fn by_month(data: Shared, sorted: &[StatementId]) -> Vec<Month> {
    let mut months: Vec<(Option<String>, Month)> = Vec::new();
    for &id in sorted {
        let month = data.statement(id).when.map(first_month);
        match months.last_mut() {
            Some((known, last)) if *known == month => last.statements.push(id),
            _ => {
                let heading = month.clone().unwrap_or_else(|| "No date given in the text".to_owned());
                months.push((month, Month { heading, statements: vec![id] }));
            }
        }
    }
    months.into_iter().map(|(_, month)| month).collect()
}

/// The month in which a time begins, in words; the year, where only that is known.
fn first_month(when: Date) -> String {
    let first = match when {
        Date::On(entry) | Date::From(entry) | Date::UnknownEnd(entry) | Date::Between(entry, _) => entry,
        Date::By(entry) | Date::UnknownStart(entry) => {
            return format!("By {}", words::date(Date::On(entry.month().unwrap_or(entry))));
        }
    };
    words::date(Date::On(first.month().unwrap_or(first)))
}

/// The number of pages of a list; one for an empty list.
pub fn page_count(entries: usize, a_page: usize) -> usize {
    entries.div_ceil(a_page).max(1)
}

/// The links from a page of a list to others: the first and the last, and those around the present one. At most nine.
pub fn page_links(current: usize, count: usize) -> Vec<PageLink> {
    let shown = |number: usize| number == 1 || number == count || number.abs_diff(current) <= 2;
    let mut links = Vec::new();
    for number in (1..=count).filter(|&number| shown(number)) {
        let before = links.last().map(|link| match link {
            PageLink::To(before) | PageLink::Current(before) => *before,
            PageLink::Gap => 0,
        });
        match before.map(|before| number - before) {
            None | Some(1) => {}
            // A gap takes as much room as the one page that it would hide.
            Some(2) => links.push(PageLink::To(number - 1)),
            Some(_) => links.push(PageLink::Gap),
        }
        links.push(if number == current { PageLink::Current(number) } else { PageLink::To(number) });
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::both;

    #[test]
    fn every_statement_is_in_one_month_in_order_of_time() {
        for data in both() {
            let all = in_order_of_time(data);
            let listed: Vec<_> = by_month(data, &all).into_iter().flat_map(|month| month.statements).collect();
            assert_eq!(listed, all);
            assert_eq!(all.len(), data.statements.len());
        }
    }

    #[test]
    fn no_month_stands_twice_after_itself() {
        for data in both() {
            let months = by_month(data, &in_order_of_time(data));
            assert!(months.windows(2).all(|pair| pair[0].heading != pair[1].heading), "{months:?}");
            assert!(months.iter().all(|month| !month.heading.is_empty() && !month.statements.is_empty()));
        }
    }

    #[test]
    fn links_from_page_to_page_are_few_and_lead_to_both_ends() {
        use PageLink::{Current, Gap, To};
        assert_eq!(page_links(1, 1), [Current(1)]);
        assert_eq!(page_links(2, 3), [To(1), Current(2), To(3)]);
        assert_eq!(page_links(1, 2000), [Current(1), To(2), To(3), Gap, To(2000)]);
        assert_eq!(page_links(5, 9), [To(1), To(2), To(3), To(4), Current(5), To(6), To(7), To(8), To(9)]);
        for count in 1..40 {
            for current in 1..=count {
                let links = page_links(current, count);
                assert!(links.len() <= 9, "{links:?}");
                assert!(links.contains(&Current(current)));
            }
        }
        assert_eq!((page_count(0, 100), page_count(100, 100), page_count(101, 100)), (1, 1, 2));
    }
}
