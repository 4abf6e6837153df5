//! Chunks that are needed and not loaded, and what texts need of them.

use corpus::{Briefing, ChunkId, DocumentId, StatementId};

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
    documents(data, ids.into_iter().map(|id| *data.statements.document(id)))
}

/// The condition of the start page as it is written beforehand, which the program takes over: its texts are in the
/// first chunk.
pub fn first_view(data: &Briefing<'_>) -> Option<Pending> {
    Pending::new(data.chunks.ids().take(1).filter(|&id| !data.has_chunk(id)))
}
