//! What the items of a query came to in a briefing, each by itself.

use corpus::StatementId;
use corpus::frequencies::Frequencies;

use super::expansion::TermExpansion;
use super::outcome::Correction;
use super::phrase::Phrase;
use super::spelling::Near;
use crate::set::StatementSet;

/// What an item came to.
#[derive(Clone, Debug)]
pub(super) enum Found {
    Word(WordFound),
    Phrase(PhraseFound),
}

impl Found {
    /// The statements that satisfy the condition of the item; of a phrase, those among which it was looked for.
    pub(super) const fn statements(&self) -> &StatementSet {
        match self {
            Found::Word(word) => &word.statements,
            Found::Phrase(phrase) => &phrase.statements,
        }
    }
}

/// What a word came to.
#[derive(Clone, Debug)]
pub(super) struct WordFound {
    /// The terms that it stands for.
    pub(super) expansion: TermExpansion,
    pub(super) correction: Option<Correction>,
    /// The terms near to it, where it is misspelt.
    pub(super) near: Option<Near>,
    /// The statements that have it.
    pub(super) statements: StatementSet,
}

/// What a phrase came to.
#[derive(Clone, Debug)]
pub(super) struct PhraseFound {
    pub(super) phrase: Phrase,
    /// The statements among which it was looked for.
    pub(super) among: StatementSet,
    /// For each word, the number of statements that have it.
    pub(super) having: Vec<usize>,
    /// Those of the statements that have it.
    pub(super) statements: StatementSet,
    /// Whether its occurrences were counted, for ranking.
    pub(super) is_counted: bool,
    /// How often each of them has it, ascending.
    pub(super) frequencies: Vec<(StatementId, Frequencies)>,
}
