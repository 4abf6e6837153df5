//! A resolved query, which highlights its matches.

use std::ops::Range;

use corpus::text;

use super::expansion::TermExpansion;
use super::outcome::Finder;
use super::phrase::Phrase;
use super::query::Query;

/// A query with its words expanded.
#[derive(Debug, Default)]
pub(super) struct ResolvedQuery {
    pub(super) query: Query,
    pub(super) words: Vec<TermExpansion>,
    pub(super) phrases: Vec<Phrase>,
}

impl Finder for ResolvedQuery {
    fn query(&self) -> &Query {
        &self.query
    }

    fn is_for(&self, query: &Query) -> bool {
        self.query == *query
    }

    fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        if !self.words.is_empty() {
            let found =
                text::search_terms(text).filter(|term| self.words.iter().any(|expansion| expansion.has(&term.word)));
            ranges.extend(found.map(|term| term.range));
        }
        for phrase in &self.phrases {
            phrase.find(&[text], |range| {
                let index = ranges.partition_point(|other| other.start <= range.start);
                ranges.insert(index, range);
                true
            });
        }
        ranges.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        ranges
    }
}
