//! The start page as a whole.

use super::arrange::{Arrangement, StatementGroup, arranged, arranged_by_time};
use super::chosen::{Chip, chips, corrections};
use crate::Shared;
use crate::facets::{self, FacetModel};
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link;
use crate::names::Named;
use crate::search::{Search, is_blank};
use crate::view::{Filter, Selection, View};
use crate::words;

/// The render model of the start page.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementsPage {
    /// The number of statements that pass the filter.
    pub shown: usize,
    /// The number of all statements.
    pub total: usize,
    /// The summary: "Showing 5 of 23".
    pub summary: String,
    /// The chips: what is chosen, with the links that take it back.
    pub chips: Vec<Chip>,
    /// The number of chosen values that have no chip: of very many, only the first have one.
    pub more_chosen: usize,
    /// The link that takes everything back; none where nothing is chosen.
    pub clear: Option<String>,
    /// Whether masthead and axis fold to a line each, so that the first result is on the first screen: while
    /// anything is chosen or searched.
    pub folded: bool,
    /// The corrections of the search, a sentence each.
    pub corrections: Vec<Phrase>,
    /// The facets.
    pub facets: Vec<FacetModel>,
    /// The ways to group, each with its link and whether it is the present one.
    pub groupings: Vec<Alternative>,
    /// The ways to sort, likewise.
    pub orders: Vec<Alternative>,
    /// The statements in groups.
    pub groups: Vec<StatementGroup>,
    /// The selection, for the figures ([`crate::figures`]).
    pub selection: Selection,
    /// What passes its filter, with the outcome of the search, to highlight its matches.
    pub filtered: Filtered,
}

/// One of several ways to group or sort.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The label.
    pub label: &'static str,
    /// The link.
    pub href: String,
    /// Whether it is the present one.
    pub current: bool,
}

/// Builds the start page of a selection. `search` is what [`crate::search::search`] makes of its text.
pub fn page(data: Shared, selection: &Selection, search: Option<Search>) -> StatementsPage {
    let filtered = Filtered::new(data, &selection.filter, search);
    let arrangement = arranged(data, selection, &filtered);
    arranged_page(data, selection, filtered, arrangement)
}

/// The same for a selection that is arranged by time, see [`super::is_by_time`]. The page of another has no groups.
pub fn page_by_time(data: Shared, selection: &Selection, search: Option<Search>) -> StatementsPage {
    let filtered = Filtered::new(data, &selection.filter, search);
    let arrangement = arranged_by_time(data, selection, &filtered);
    arranged_page(data, selection, filtered, arrangement)
}

/// The same without groups, for another page that has the filter of a view: with links to that page.
pub fn page_of_filter(data: Shared, view: &View, search: Option<Search>) -> StatementsPage {
    let selection = view.selection();
    let filtered = Filtered::new(data, &selection.filter, search);
    page_on(data, view, &selection, filtered, (Vec::new(), ""))
}

fn arranged_page(data: Shared, selection: &Selection, filtered: Filtered, arrangement: Arrangement) -> StatementsPage {
    page_on(data, &View::default(), selection, filtered, arrangement)
}

/// Builds the page of a selection with links to the page of a view.
fn page_on(
    data: Shared,
    view: &View,
    selection: &Selection,
    filtered: Filtered,
    (groups, unit): Arrangement,
) -> StatementsPage {
    let shown = filtered.statements.len();
    let total = data.statements.len();
    let (chips, more_chosen) = chips(data, view, selection, &filtered);
    let mut groupings = alternatives(data, selection, selection.group, |selection, group| {
        selection.group = group;
    });
    // The first is that by time, which may be by months or years.
    if let Some(by_time) = groupings.first_mut() {
        by_time.label = unit;
    }
    let clear = Selection { filter: Filter::default(), open: None, ..selection.clone() };
    StatementsPage {
        shown,
        total,
        summary: match (shown == total, selection.filter.is_empty()) {
            // What it finds is not known before it is loaded.
            _ if filtered.search.is_none() && !is_blank(&selection.filter.text) => "Searching".to_owned(),
            (_, true) => words::count(total, "statement"),
            _ => format!("Showing {} of {}", words::grouped(shown), words::grouped(total)),
        },
        chips,
        more_chosen,
        clear: (!selection.filter.is_empty()).then(|| link::write(data, &view.selecting(clear))),
        folded: !selection.filter.is_empty(),
        corrections: corrections(data, filtered.search.as_ref()),
        facets: facets::facets_on(data, view, selection, &filtered),
        groupings,
        orders: orders(data, selection),
        groups,
        selection: selection.clone(),
        filtered,
    }
}

/// The ways to sort. Without a search, none matches better than another.
fn orders(data: Shared, selection: &Selection) -> Vec<Alternative> {
    let mut orders = alternatives(data, selection, selection.order(), |selection, sort| selection.sort = sort);
    if is_blank(&selection.filter.text) {
        // The last of all.
        orders.pop();
    }
    orders
}

fn alternatives<T: Named>(
    data: Shared,
    selection: &Selection,
    current: T,
    put: fn(&mut Selection, T),
) -> Vec<Alternative> {
    let alternative = |value: T| {
        let mut next = selection.clone();
        put(&mut next, value);
        let label = match value.label(data) {
            std::borrow::Cow::Borrowed(label) => label,
            std::borrow::Cow::Owned(_) => "",
        };
        Alternative { label, href: link::write(data, &View::Briefing(next)), current: value == current }
    };
    T::all(data).into_iter().map(alternative).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search;
    use crate::statements::is_by_time;
    use crate::testing::{both, selection};

    #[test]
    fn the_page_by_time_is_that_of_a_selection_that_is_arranged_by_time_and_otherwise_has_no_groups() {
        for data in both() {
            let links = [
                "#/",
                "#/?sort=text",
                "#/?sort=latest",
                "#/?by=topic",
                "#/?by=none&sort=latest",
                "#/?q=a&sort=match",
                "#/?q=a&sort=text",
            ];
            for (link, by_time) in links.into_iter().zip([true, true, true, false, false, false, true]) {
                let selection = selection(data, link);
                let search = || search::search(data, &selection.filter.text, selection.order());
                assert_eq!(is_by_time(&selection, search().as_ref()), by_time, "{link}");
                let (whole, page) = (page(data, &selection, search()), page_by_time(data, &selection, search()));
                if by_time {
                    assert_eq!(page, whole, "{link}");
                } else {
                    assert!(page.groups.is_empty(), "{link}");
                    assert_eq!(
                        StatementsPage { groups: whole.groups.clone(), groupings: whole.groupings.clone(), ..page },
                        whole
                    );
                }
            }
            // What a text finds is not known at first.
            assert!(is_by_time(&selection(data, "#/?q=a&sort=match"), None));
        }
    }
}
