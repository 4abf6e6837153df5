//! What is chosen on the start page: in words, as chips, and the corrections of the search.

use crate::Shared;
use crate::facets;
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

/// The chips of a selection.
pub(super) fn chips(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<Chip> {
    let chip = |(label, without): (Phrase, Filter)| {
        let search = search.filter(|_| !search::is_blank(&without.text)).cloned();
        let leaves = Filtered::new(data, &without, search).statements.len();
        let next = Selection { filter: without, open: None, ..selection.clone() };
        Chip { label, remove: link::write(data, &View::Briefing(next)), leaves }
    };
    chosen(data, &selection.filter).into_iter().map(chip).collect()
}

/// The labels of everything that is chosen, each with the filter without it. The search comes last.
pub(crate) fn chosen(data: Shared, filter: &Filter) -> Vec<(Phrase, Filter)> {
    let mut parts = Vec::new();
    for facet in facets::in_page_order() {
        let about = facet.description();
        let (wanted, unwanted) = facet.chosen(filter);
        for (values, not) in [(wanted, ""), (unwanted, "not ")] {
            for value in values {
                let mut without = filter.clone();
                facet.set(&mut without, value, Chosen::No);
                let label = Phrase::new(about.chip_title.unwrap_or(about.title)).literal(": ").literal(not);
                parts.push((label.text(&facet.chip_label(data, value), facet.language(data, value)), without));
            }
        }
    }
    if !search::is_blank(&filter.text) {
        parts.push((searched(data, filter), Filter { text: String::new(), ..filter.clone() }));
    }
    parts
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
