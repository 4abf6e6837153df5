//! Queries.

use super::item::Item;
use super::parse;

/// Whether a text is blank, and so no query.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A parsed query. No text is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) items: Vec<Item>,
}

impl Query {
    /// Parses a query; the grammar is in the head of [`search`](super).
    pub fn parse(text: &str) -> Query {
        Query { items: parse::items(text) }
    }

    /// Whether the query has no items and so matches everything.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
