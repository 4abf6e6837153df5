//! Render models of pages without the program that list statements, actors or documents: what a page of a long list
//! holds, and the entry of a statement, which is shorter than its card.

use corpus::{Date, DocumentId, Form, StatementId};

use crate::Shared;
use crate::attribution;
use crate::card::{self, Ref};
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::statements::sorted;
use crate::view::{Sort, View};
use crate::words;

/// A statement in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    /// The slug of the statement.
    pub slug: &'static str,
    /// Speakers, or agents of an act; empty where the document itself speaks.
    pub voices: Vec<Ref>,
    /// The voices as a phrase; the document where it speaks itself.
    pub voice: Phrase,
    /// Who reported or relayed it, outward.
    pub through: Vec<Ref>,
    /// The form, in words.
    pub form: String,
    /// The number of hands that it went through, from one.
    pub hands: usize,
    /// The content.
    pub content: String,
    /// The language of the content.
    pub language: Language,
    /// Whether the content is a quotation in the text.
    pub quoted: bool,
    /// The date, in words.
    pub when: Option<String>,
    /// The names of the topics.
    pub topics: Vec<Localizable>,
    /// The headline of the document, with the link to the document.
    pub document: (Localizable, String),
    /// The link to the statement in the text of its document.
    pub href: String,
}

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

/// The entry of a statement.
pub fn entry(data: Shared, id: StatementId) -> ListEntry {
    let statement = data.statement(id);
    ListEntry {
        slug: statement.slug,
        voices: card::actor_refs(data, card::voices(data, id)),
        voice: if card::voices(data, id).is_empty() { attribution::document(data, id) } else { card::voice(data, id) },
        through: card::actor_refs(data, &[attribution::reporters(data, id), attribution::relays(data, id)].concat()),
        form: card::form(data, id),
        hands: attribution::hands(data, id),
        content: data.content(id),
        language: card::content_language(data, id),
        quoted: statement.form == Form::Direct,
        when: statement.when.map(words::date),
        topics: statement.topics.iter().map(|&topic| language::named(data, data.topic(topic).name)).collect(),
        document: document(data, statement.document),
        href: link::write(data, &View::Source(statement.document, Some(id))),
    }
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
    fn an_entry_says_what_the_card_says() {
        for data in both() {
            for id in data.statement_ids() {
                let (entry, card) = (entry(data, id), card::card(data, id));
                assert_eq!((entry.voices, entry.form, entry.when), (card.voices, card.form, card.when));
                assert_eq!(entry.through, [card.reporters, card.relays].concat());
                assert_eq!((entry.href, entry.quoted), (card.source, card.quoted));
            }
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
