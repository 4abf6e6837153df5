//! What has to be loaded before a page can be drawn: chunks of the briefing that it needs, and that have not arrived.
//!
//! Models that need texts are only made when these are loaded; each function here says of which model it is the
//! condition. A result that depends on what is missing is no result: nothing is shown as empty, or counted as zero,
//! because a chunk is not there.

use corpus::{Briefing, ChunkId, DocumentId, StatementId};

use crate::Shared;
use crate::compare;
use crate::pages;
use crate::search::Search;
use crate::view::{Columns, View};

/// Chunks that are needed and not loaded: at least one, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending(Vec<ChunkId>);

impl Pending {
    /// The chunks that are needed; `None` where there are none.
    pub fn new(chunks: impl IntoIterator<Item = ChunkId>) -> Option<Pending> {
        let mut needed: Vec<ChunkId> = Vec::new();
        for chunk in chunks {
            if !needed.contains(&chunk) {
                needed.push(chunk);
            }
        }
        (!needed.is_empty()).then_some(Pending(needed))
    }

    /// The chunks, in the order in which they are needed.
    pub fn chunks(&self) -> &[ChunkId] {
        &self.0
    }
}

/// The condition of everything that shows the words of some documents: the page of a source.
pub fn documents(data: &Briefing<'_>, ids: impl IntoIterator<Item = DocumentId>) -> Option<Pending> {
    Pending::new(ids.into_iter().filter_map(|id| data.missing_text(id)))
}

/// The condition of everything that shows the words of some statements: pieces of cards, passages, prints, exports,
/// citations.
pub fn statements(data: &Briefing<'_>, ids: impl IntoIterator<Item = StatementId>) -> Option<Pending> {
    documents(data, ids.into_iter().map(|id| data.statement(id).document))
}

/// The condition of the page of a view, but for the words of single statements on the start page and on those of
/// actors, each of which is drawn as soon as its text is loaded.
pub fn page(data: Shared, view: &View) -> Option<Pending> {
    match view {
        View::Source(document, _) => documents(data, [*document]),
        View::Compare(comparison) => match &comparison.columns {
            Columns::Statements(ids) => statements(data, ids.iter().copied()),
            Columns::Actors(actors) => statements(data, actors.iter().flat_map(|&id| compare::compared(data, id))),
        },
        _ => None,
    }
}

/// The condition of the start page as it is written beforehand, which the program takes over: its texts are in the first
/// chunk.
pub fn first_view(data: &Briefing<'_>) -> Option<Pending> {
    Pending::new(data.chunks.ids().take(1).filter(|&id| !data.has_chunk(id)))
}

/// The condition of everything that a view is printed or exported as, given that the condition of its [`page`] holds
/// and that its text was searched.
pub fn whole_view(data: Shared, view: &View, search: Option<Search>) -> Option<Pending> {
    page(data, view).or_else(|| statements(data, pages::statements_in_view(data, view, search)))
}

#[cfg(test)]
mod tests;
