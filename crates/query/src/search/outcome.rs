//! The outcome of a query.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::query::Query;
use crate::set::StatementSet;

/// The outcome of a query in a briefing: statements, corrections, and what to highlight.
#[derive(Clone, Debug)]
pub struct Search {
    pub(super) statements: StatementSet,
    pub(super) corrections: Vec<Correction>,
    /// How well each statement of the briefing matches, where that was asked.
    pub(super) scores: Option<Arc<[i32]>>,
    pub(super) finder: Arc<dyn Finder>,
}

/// Outcomes are equal if their queries are, given the same briefing.
impl PartialEq for Search {
    fn eq(&self, other: &Search) -> bool {
        self.finder.is_for(other.finder.query())
    }
}

/// Highlighting, see [`Search::highlights`]. A trait object, so that code that only holds a [`Search`] does not link
/// highlighting, nor the comparison and drop of queries.
pub(super) trait Finder: fmt::Debug + Send + Sync {
    fn query(&self) -> &Query;
    fn is_for(&self, query: &Query) -> bool;
    fn highlights(&self, text: &str) -> Vec<Range<usize>>;
}

/// The correction of a word that no statement has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// The nearest words of the briefing, folded, the most frequent first; any of them matches. Empty where no word
    /// is near; then nothing matches.
    pub used: Vec<String>,
}

impl Search {
    /// The statements that match.
    pub fn statements(&self) -> &StatementSet {
        &self.statements
    }

    /// The corrections, in the order of the query.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// How well each statement of the briefing matches, by statement: those with larger numbers match better, and the
    /// same numbers come out on every machine. `None` where the search was not ranked.
    pub fn scores(&self) -> Option<&[i32]> {
        self.scores.as_deref()
    }

    /// The ranges of a text that match words and phrases of the query, in bytes of the text;
    /// ascending, on character boundaries, none touching another.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.finder.highlights(text)
    }
}
