//! The render models of prints. What is chosen is said in words, since a print has no chips; statements are printed in
//! full ([`entry()`]), with numbers by which they refer to each other, since a print has no links; a text ([`text()`])
//! has those numbers where statements begin.

use corpus::StatementId;

use crate::Shared;
use crate::compare::TablePage;
use crate::filter::Filtered;
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::pages;
use crate::pages::page::PrintSection;
use crate::search::{self, Search};
use crate::statements::{self, StatementGroup};
use crate::view::{Selection, Sort, View};
use crate::words;

mod entry;
mod number;
mod text;

pub use entry::{Entry, Reference, entry};
pub use number::number;
pub(crate) use number::opened;
pub use text::{Marked, Note, Paragraph, text};

/// The head of a print.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The briefing's title.
    pub title: Localizable,
    /// The standfirst, under the title.
    pub standfirst: Localizable,
    /// Dates and counts: "18 December 2021 · 1 document · 29 statements · 31 actors".
    pub dateline: String,
    /// The part of the briefing that is printed: "Statements", "Actors".
    pub section: Phrase,
    /// What was chosen, a sentence each.
    pub description: Vec<Phrase>,
}

/// The foot of a print.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// The link to share, a fragment with the edition.
    pub share: String,
    /// The edition: the first digits of the digest.
    pub edition: String,
    /// Editor and licence of the annotation.
    pub rights: Phrase,
}

/// The head of a view; of the whole briefing where there is none.
pub fn head(data: Shared, view: Option<&View>, search: Option<&Search>) -> Head {
    let masthead = statements::masthead(data);
    let counts = masthead.counts.iter().map(|(number, noun)| format!("{number} {noun}"));
    let dated = (!masthead.dateline.is_empty()).then_some(masthead.dateline);
    let section = match view {
        None => PrintSection::new("The whole briefing", vec![whole(data)]),
        Some(view) => pages::print_section(data, view, search),
    };
    Head {
        title: masthead.title,
        standfirst: masthead.standfirst,
        dateline: dated.into_iter().chain(counts).collect::<Vec<_>>().join(" · "),
        section: section.title,
        description: section.description,
    }
}

/// The foot of a view; of the whole briefing where there is none.
pub fn foot(data: Shared, view: Option<&View>) -> Foot {
    Foot {
        share: link::share(data, view.unwrap_or(&View::default())),
        edition: link::edition(data),
        rights: Phrase::new("Annotation by ")
            .phrase(Phrase::of(language::named(data, data.editor.trim_end_matches('.'))))
            .literal(", ")
            .phrase(Phrase::of(language::named(data, data.licence)))
            .literal(". The documents belong to their publishers."),
    }
}

/// The most statements that are printed without a question: more take seconds to draw, and a hundred pages.
pub const PRINTED_UNASKED: usize = 500;

/// The number of statements in the print of a view; of the whole briefing where there is none.
///
/// # Panics
/// If what the search or the page of the view needs is not loaded, see [`crate::pending`].
pub fn extent(data: Shared, view: Option<&View>) -> usize {
    let of_view = |view: &View| {
        // Figures are as long whatever they count.
        if matches!(view, View::Overview(_)) {
            return 0;
        }
        let Selection { filter, .. } = view.selection();
        // Their number is the same in any order.
        let search = search::search(data, &filter.text, Sort::Text);
        pages::statements_in_view(data, view, search).len()
    };
    view.map_or(data.statements.len(), of_view)
}

/// The statements of a selection under their headings.
pub fn selected_groups(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<StatementGroup> {
    statements::groups(data, selection, &Filtered::new(data, &selection.filter, search.cloned()))
}

/// The statements of a comparison of actors, each once, in the order of the texts.
pub fn compared_statements(table: &TablePage) -> Vec<StatementId> {
    let mut ids = order::by_key(table.statements(), |id| [id.0.cast_signed(), 0, 0]);
    ids.dedup();
    ids
}

fn whole(data: Shared) -> Phrase {
    let text = if data.documents.len() == 1 { "the text" } else { "the texts" };
    Phrase::new(&format!(
        "{} in the order of {text}; {}; {text} with every statement marked; how all this was made.",
        words::count(data.statements.len(), "statement"),
        words::count(data.actors.len(), "actor"),
    ))
}

#[cfg(test)]
mod tests;
