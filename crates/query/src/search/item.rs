//! The items of a query: words and phrases, wanted or excluded.

use super::phrase::Phrase;

/// An item of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Whether statements that satisfy the condition are excluded.
    pub(super) excluded: bool,
    /// The condition.
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
    /// The word as typed.
    pub(super) typed: String,
    /// The word, folded.
    pub(super) folded: String,
    /// The word with the elided word before it, folded as one.
    pub(super) joined: Option<String>,
    /// The parts of a number in groups, folded, for languages that read its separator as a decimal point.
    pub(super) parts: Vec<String>,
    /// Whether it may be unfinished.
    pub(super) unfinished: bool,
}
