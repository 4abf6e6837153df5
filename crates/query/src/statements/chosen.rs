//! What is chosen on the start page: in words, as chips, and the corrections of the search.

use crate::Shared;
use crate::facets;
use crate::facets::effects::Effects;
use crate::facets::facet::{AnyFacet, Value};
use crate::filter::Filtered;
use crate::language::{self, Phrase};
use crate::link;
use crate::search::{self, Correction, Search};
use crate::view::{Chosen, Filter, Selection, View};
use crate::words;

/// A chip: something chosen, which can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The label: "Topic: Military basing".
    pub label: Phrase,
    /// The link to the view without it.
    pub remove: String,
    /// The number of statements in the view without it.
    pub leaves: usize,
}

impl Chip {
    /// The rest of the accessible name, after the label: ", remove; leaves 24 statements".
    pub fn spoken_rest(&self) -> String {
        format!(", remove; leaves {}", words::count(self.leaves, "statement"))
    }
}

/// The largest number of chips. Each has a link that names all other values, so that more would take time and memory
/// with the square of their number; what is chosen beyond can be taken back together.
const MOST_CHIPS: usize = 40;

/// The chips of a selection, with links to the page of a view, and the number of chosen values that have none for want
/// of room.
pub(super) fn chips(data: Shared, page: &View, selection: &Selection, filtered: &Filtered) -> (Vec<Chip>, usize) {
    let filter = &selection.filter;
    let mut chips = Vec::new();
    let mut chosen = 0;
    let mut push = |label: &dyn Fn() -> Phrase, change: &dyn Fn(&mut Filter), leaves: &dyn Fn() -> usize| {
        chosen += 1;
        if chosen <= MOST_CHIPS {
            let remove = link::write(data, &page.selecting(selection.with(change)));
            chips.push(Chip { label: label(), remove, leaves: leaves() });
        }
    };
    for facet in facets::in_page_order() {
        if !is_chosen(facet, filter) {
            continue;
        }
        let effects = Effects::new(data, filter, filtered, facet);
        each_chosen(facet, filter, &mut |value, state| {
            let without = |filter: &mut Filter| facet.set(filter, value, Chosen::No);
            push(&|| label(data, facet, value, state), &without, &|| effects.left_without(value, state));
        });
    }
    if !search::is_blank(&filter.text) {
        push(&|| searched(data, filter), &|filter| filter.text.clear(), &|| filtered.without_search().len());
    }
    (chips, chosen.saturating_sub(MOST_CHIPS))
}

/// The labels of everything that is chosen, of more than `most` the first, and the number of those left out. The search
/// comes last.
pub(crate) fn chosen(data: Shared, filter: &Filter, most: usize) -> (Vec<Phrase>, usize) {
    let (mut labels, mut chosen) = (Vec::new(), 0);
    let mut push = |label: &dyn Fn() -> Phrase| {
        chosen += 1;
        if chosen <= most {
            labels.push(label());
        }
    };
    for facet in facets::in_page_order() {
        each_chosen(facet, filter, &mut |value, state| push(&|| label(data, facet, value, state)));
    }
    if !search::is_blank(&filter.text) {
        push(&|| searched(data, filter));
    }
    (labels, chosen.saturating_sub(most))
}

/// Calls back with each value that is chosen in a facet.
fn each_chosen(facet: &dyn AnyFacet, filter: &Filter, each: &mut dyn FnMut(Value, Chosen)) {
    let (wanted, unwanted) = facet.chosen(filter);
    for (values, state) in [(wanted, Chosen::Wanted), (unwanted, Chosen::Unwanted)] {
        for value in values {
            each(value, state);
        }
    }
}

fn is_chosen(facet: &dyn AnyFacet, filter: &Filter) -> bool {
    let mut any = false;
    each_chosen(facet, filter, &mut |_, _| any = true);
    any
}

/// The label of a chosen value: "Topic: Military basing", "Topic: not Military basing".
fn label(data: Shared, facet: &dyn AnyFacet, value: Value, state: Chosen) -> Phrase {
    let about = facet.description();
    let label = Phrase::new(about.chip_title.unwrap_or(about.title)).literal(": ");
    let label = if state == Chosen::Unwanted { label.literal("not ") } else { label };
    label.text(&facet.chip_label(data, value), facet.language(data, value))
}

/// The search text in quotation marks.
pub(crate) fn searched(data: Shared, filter: &Filter) -> Phrase {
    let typed = filter.text.trim();
    Phrase::new("“").text(typed, language::name(data, typed)).literal("”")
}

/// The corrections of a search, a sentence each.
pub(crate) fn corrections(data: Shared, search: Option<&Search>) -> Vec<Phrase> {
    let corrections = search.into_iter().flat_map(Search::corrections);
    corrections.map(|correction| correction_phrase(data, correction)).collect()
}

fn correction_phrase(data: Shared, correction: &Correction) -> Phrase {
    let quoted = |word: &str| Phrase::new("“").text(word, language::name(data, word)).literal("”");
    let none = Phrase::new("No statement has ").phrase(quoted(&correction.typed));
    if correction.used.is_empty() {
        return none.literal(", or a word like it.");
    }
    let used = correction.used.iter().map(|word| quoted(word)).collect();
    none.literal("; these have ").phrase(Phrase::list(used)).literal(".")
}
