//! The items of a query: words and phrases, wanted or excluded.

use super::phrase::Phrase;

/// An item of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Whether it keeps statements away.
    pub(super) excluded: bool,
    /// What is asked for.
    pub(super) condition: Condition,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    Word(Word),
    Phrase(Phrase),
}

/// A word of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// As the reader wrote it.
    pub(super) typed: String,
    /// Folded.
    pub(super) folded: String,
    /// Folded with the elided word before it.
    pub(super) joined: Option<String>,
    /// Of a number in groups: folded, what it is in a language that parts decimals so.
    pub(super) parts: Vec<String>,
    /// Whether the reader may still be typing it.
    pub(super) unfinished: bool,
}
