//! The start page under a selection.

use super::arrange::{StatementGroup, groups};
use super::chosen::{Chip, chips, corrections};
use crate::Shared;
use crate::axis::{self, Axis};
use crate::facets::{self, FacetModel};
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link;
use crate::names::Named;
use crate::search::Search;
use crate::view::{Filter, Selection, View};
use crate::words;

/// The start page under a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementsPage {
    /// How many statements pass the filter.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// "Showing 5 of 23".
    pub summary: String,
    /// What is chosen, each with the link that takes it back.
    pub chips: Vec<Chip>,
    /// The link that takes everything back; none where nothing is chosen.
    pub clear: Option<String>,
    /// Whether the head and the axis fold to a line each, so that the first result stands in the first screen: while
    /// anything is chosen or searched.
    pub folded: bool,
    /// Words of the search that were read as others.
    pub corrections: Vec<Phrase>,
    /// The axis of time; none where fewer than two times are known.
    pub axis: Option<Axis>,
    /// The facets.
    pub facets: Vec<FacetModel>,
    /// The ways to group, each with its link and whether it is the present one.
    pub groupings: Vec<Alternative>,
    /// The ways to sort, likewise.
    pub orders: Vec<Alternative>,
    /// The statements.
    pub groups: Vec<StatementGroup>,
    /// What the search finds in a text, to mark it.
    pub search: Option<Search>,
}

/// One of several ways to show the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Its name.
    pub label: &'static str,
    /// Its link.
    pub href: String,
    /// Whether it is the present one.
    pub current: bool,
}

/// The start page under a selection, with what [`crate::search::search`] makes of its text.
pub fn page(data: Shared, selection: &Selection, search: Option<Search>) -> StatementsPage {
    let filtered = Filtered::new(data, &selection.filter, search);
    let shown = filtered.statements.len();
    let total = data.statements.len();
    let clear = Selection { filter: Filter::default(), open: None, ..selection.clone() };
    StatementsPage {
        shown,
        total,
        summary: match (shown == total, selection.filter.is_empty()) {
            (_, true) => words::count(total, "statement"),
            _ => format!("Showing {} of {}", words::grouped(shown), words::grouped(total)),
        },
        chips: chips(data, selection, filtered.search.as_ref()),
        clear: (!selection.filter.is_empty()).then(|| link::write(data, &View::Briefing(clear))),
        folded: !selection.filter.is_empty(),
        corrections: corrections(data, filtered.search.as_ref()),
        axis: axis::axis(data, selection, &filtered),
        facets: facets::facets(data, selection, &filtered),
        groupings: alternatives(data, selection, selection.group, |selection, group| {
            selection.group = group;
        }),
        orders: alternatives(data, selection, selection.sort, |selection, sort| {
            selection.sort = sort;
        }),
        groups: groups(data, selection, &filtered),
        search: filtered.search,
    }
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
