//! What statements refer to, and a file with them has to have as well.

use corpus::{ActorId, DocumentId, StatementId, TopicId};
use query::Shared;

/// The records that statements refer to, each once and in the editor's order.
pub(super) struct References {
    documents: Vec<bool>,
    actors: Vec<bool>,
    topics: Vec<bool>,
}

impl References {
    pub fn new(data: Shared, statements: &[StatementId]) -> References {
        let mut used = References {
            documents: vec![false; data.documents.len()],
            actors: vec![false; data.actors.len()],
            topics: vec![false; data.topics.len()],
        };
        for statement in statements.iter().map(|&id| data.statement(id)) {
            used.documents[statement.document.index()] = true;
            statement.topics.iter().for_each(|topic| used.topics[topic.index()] = true);
            let outlet = data.document(statement.document).outlet;
            for &actor in statement.actors().into_iter().flatten().chain(&outlet) {
                let wholes = std::iter::successors(Some(actor), |&part| data.actor(part).part_of);
                wholes.for_each(|actor| used.actors[actor.index()] = true);
            }
        }
        used
    }

    pub fn documents(&self) -> impl Iterator<Item = DocumentId> {
        indices(&self.documents).map(DocumentId)
    }

    pub fn actors(&self) -> impl Iterator<Item = ActorId> {
        indices(&self.actors).map(ActorId)
    }

    pub fn topics(&self) -> impl Iterator<Item = TopicId> {
        indices(&self.topics).map(TopicId)
    }
}

fn indices(used: &[bool]) -> impl Iterator<Item = u32> {
    used.iter().enumerate().filter(|(_, used)| **used).map(|(index, _)| index as u32)
}
