//! Look-up in the terms of a briefing's index, some chunks of which may not be loaded.

use std::cell::RefCell;

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
    missing: RefCell<Vec<ChunkId>>,
}

impl<'b, 'a> Lookup<'b, 'a> {
    /// A look-up of which nothing is missing yet, or the vocabulary, without which there is none.
    pub(super) fn new(briefing: &'b Briefing<'a>) -> Result<Self, Pending> {
        let missing = RefCell::new(briefing.index.terms.missing_vocabulary().into_iter().collect());
        let lookup = Lookup { briefing, missing };
        lookup.finish()?;
        Ok(lookup)
    }

    /// What is missing so far, if anything.
    pub(super) fn finish(&self) -> Result<(), Pending> {
        Pending::new(self.missing.borrow().iter().copied()).map_or(Ok(()), Err)
    }

    /// The terms.
    pub(super) fn terms(&self) -> &'b Terms<'a> {
        &self.briefing.index.terms
    }

    /// The posting list of the term with an index.
    pub(super) fn postings(&self, index: usize) -> Postings<'b> {
        self.terms().postings(index).unwrap_or_else(|chunk| {
            self.missing.borrow_mut().push(chunk);
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
            Err(chunk) => self.missing.borrow_mut().push(chunk),
        });
    }

    /// Calls `field` for every searchable text of a statement, see [`text::visit_fields`].
    pub(super) fn visit_fields(&self, id: StatementId, field: impl FnMut(&[&'a str])) {
        match self.briefing.missing_text(self.briefing.statement(id).document) {
            Some(chunk) => self.missing.borrow_mut().push(chunk),
            None => text::visit_fields(self.briefing, id, field),
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
