//! Look-up in the terms of a briefing's index, some chunks of which may not be loaded.

use std::cell::RefCell;
use std::ops::Range;

use corpus::frequencies::Occurrences;
use corpus::index::{Postings, STEM_LANGUAGE_SEPARATOR};
use corpus::terms::Terms;
use corpus::{Briefing, ChunkId, StatementId, text};

use crate::pending::Pending;
use crate::set::StatementSet;

/// A briefing, and the chunks that a query would have needed of it. What is not loaded is left out of the results, so
/// these only hold where [`Lookup::finish`] finds nothing missing.
pub(super) struct Lookup<'b, 'a> {
    /// The briefing; its vocabulary is loaded.
    pub(super) briefing: &'b Briefing<'a>,
    missing: RefCell<Missing>,
}

/// Chunks that a query would have needed.
#[derive(Clone, Debug, Default)]
pub(super) struct Missing {
    /// The chunks, each once.
    chunks: Vec<ChunkId>,
    /// For each chunk, whether it is one of them.
    known: Vec<bool>,
}

impl Missing {
    fn push(&mut self, chunk: ChunkId) {
        if self.known.len() <= chunk.index() {
            self.known.resize(chunk.index() + 1, false);
        }
        if !std::mem::replace(&mut self.known[chunk.index()], true) {
            self.chunks.push(chunk);
        }
    }
}

impl<'b, 'a> Lookup<'b, 'a> {
    /// A look-up of which something may be missing already, such as the vocabulary, without which there is none.
    pub(super) fn new(briefing: &'b Briefing<'a>, missing: Missing) -> Result<Self, Pending> {
        let lookup = Lookup { briefing, missing: RefCell::new(missing) };
        if let Some(vocabulary) = briefing.index.terms.missing_vocabulary() {
            lookup.push_missing(vocabulary);
            lookup.finish()?;
        }
        Ok(lookup)
    }

    /// Nothing, or what is missing so far.
    pub(super) fn finish(&self) -> Result<(), Pending> {
        Pending::new(self.missing.borrow().chunks.iter().copied()).map_or(Ok(()), Err)
    }

    /// What is missing so far, for a look-up that goes on.
    pub(super) fn into_missing(self) -> Missing {
        self.missing.into_inner()
    }

    fn push_missing(&self, chunk: ChunkId) {
        self.missing.borrow_mut().push(chunk);
    }

    /// The terms.
    pub(super) fn terms(&self) -> &'b Terms<'a> {
        &self.briefing.index.terms
    }

    /// The posting list of the term with an index.
    pub(super) fn postings(&self, index: usize) -> Postings<'b> {
        self.terms().postings(index).unwrap_or_else(|chunk| {
            self.push_missing(chunk);
            Postings::default()
        })
    }

    /// The posting list of a term; empty where there is no such term.
    pub(super) fn find(&self, term: &str) -> Postings<'b> {
        self.terms().index_of(term).map_or_else(Postings::default, |index| self.postings(index))
    }

    /// The indexes of the words with a prefix, and of stems in English.
    pub(super) fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = usize> {
        self.terms().with_prefix(prefix).filter(|&index| self.terms().get(index).is_some_and(|term| !is_stem(term)))
    }

    /// Adds the statements of the words with a prefix, and of stems in English.
    pub(super) fn add_with_prefix(&self, prefix: &str, statements: &mut StatementSet) {
        self.terms().visit(self.terms().with_prefix(prefix), |term, postings| match postings {
            _ if is_stem(term) => {}
            Ok(postings) => statements.add_all(postings),
            Err(chunk) => self.push_missing(chunk),
        });
    }

    /// Calls back with each term in a range of indexes and its occurrences.
    pub(super) fn visit_occurrences(&self, range: Range<usize>, mut visit: impl FnMut(&str, Occurrences<'_>)) {
        self.terms().visit_occurrences(range, |term, occurrences| match occurrences {
            Ok(occurrences) => visit(term, occurrences),
            Err(chunk) => self.push_missing(chunk),
        });
    }

    /// Whether the text of a statement is loaded; notes that it is missing otherwise.
    pub(super) fn has_text(&self, id: StatementId) -> bool {
        let missing = self.briefing.missing_text(self.briefing.statement(id).document);
        if let Some(chunk) = missing {
            self.push_missing(chunk);
        }
        missing.is_none()
    }

    /// Calls `field` for every searchable text of a statement, see [`text::visit_fields`].
    pub(super) fn visit_fields(&self, id: StatementId, field: impl FnMut(&[&'a str])) {
        if self.has_text(id) {
            text::visit_fields(self.briefing, id, field);
        }
    }

    /// The statements that have all of some words.
    pub(super) fn having_all(&self, words: &[String]) -> StatementSet {
        let total = self.briefing.statements.len();
        let mut all = StatementSet::full(total);
        for word in words {
            let mut with = StatementSet::empty(total);
            with.add_all(self.find(word));
            all.intersect_with(&with);
        }
        all
    }
}

/// Whether a term is a stem of a language other than English, which is no word.
pub(super) fn is_stem(term: &str) -> bool {
    term.contains(STEM_LANGUAGE_SEPARATOR)
}
