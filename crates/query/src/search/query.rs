//! A query: the items that a reader typed.

use super::item::Item;
use super::parse;

/// What a reader typed, understood. Nothing typed is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) items: Vec<Item>,
}

impl Query {
    /// Reads a query; the grammar stands in the [module's head](super).
    pub fn parse(text: &str) -> Query {
        Query { items: parse::items(text) }
    }

    /// Whether it asks for nothing in particular, and so finds everything.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
