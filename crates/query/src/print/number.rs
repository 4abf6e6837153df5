//! The numbers by which printed statements refer to each other.

use corpus::StatementId;

use crate::Shared;
use crate::card;
use crate::language::Phrase;

/// The number of a statement: its place in the order of the texts, the same on every print of an edition.
pub fn number(id: StatementId) -> usize {
    id.index() + 1
}

/// Which statement is open: "Open: no. 12, Uzbekistan."
pub(crate) fn opened(data: Shared, id: StatementId) -> Phrase {
    Phrase::new(&format!("Open: no. {}, ", number(id))).phrase(card::voice(data, id)).literal(".")
}
