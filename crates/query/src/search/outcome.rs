//! What a query comes to in a briefing.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::query::Query;
use crate::set::StatementSet;

/// A query run on a briefing.
#[derive(Clone, Debug)]
pub struct Search {
    pub(super) statements: StatementSet,
    pub(super) corrections: Vec<Correction>,
    pub(super) finder: Arc<dyn Finder>,
}

/// The same query has the same outcome, the briefing being the same.
impl PartialEq for Search {
    fn eq(&self, other: &Search) -> bool {
        self.finder.is_for(other.finder.query())
    }
}

/// What finds in a text what a query looks for; see [`Search::highlights`]. A trait, so that who only holds a [`Search`]
/// does not bring along the finding, nor comparing and dropping queries.
pub(super) trait Finder: fmt::Debug + Send + Sync {
    fn query(&self) -> &Query;
    fn is_for(&self, query: &Query) -> bool;
    fn highlights(&self, text: &str) -> Vec<Range<usize>>;
}

/// A word that no statement has, and what was used instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as the reader wrote it.
    pub typed: String,
    /// The nearest words of the briefing, folded, the most frequent first: any of them is found. Empty where no word
    /// is near, and then nothing is found.
    pub used: Vec<String>,
}

impl Search {
    /// The statements that the query finds.
    pub fn statements(&self) -> &StatementSet {
        &self.statements
    }

    /// The words that were not found as typed, in the order of the query.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// What to highlight in a text: the words and phrases that the query looks for, as used, in bytes of the text;
    /// ascending, on character boundaries, none touching another.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.finder.highlights(text)
    }
}
