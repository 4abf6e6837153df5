//! Query expansion: the terms of the index that a word of a query stands for.

use corpus::Briefing;
use corpus::frequencies::{Frequencies, Occurrences};
use corpus::index::{Index, STEM_LANGUAGE_SEPARATOR};
use corpus::text;

use super::vocabulary::{Lookup, is_stem};
use crate::set::StatementSet;

/// The terms that a word stands for: inflections of its stems, and what begins with a prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TermExpansion {
    /// Words and stems of the index.
    pub(super) terms: Vec<String>,
    pub(super) prefix: Option<String>,
    /// Whether words are stemmed as English.
    pub(super) english: bool,
}

impl TermExpansion {
    /// The inflections of a word in the briefing, without any guess.
    pub(super) fn inflections(briefing: &Briefing<'_>, word: &str) -> TermExpansion {
        let mut expansion = TermExpansion { english: has_english(briefing), ..TermExpansion::default() };
        expansion.add_inflections(&briefing.index, word);
        expansion
    }

    /// Adds the inflections of a word.
    pub(super) fn add_inflections(&mut self, index: &Index<'_>, word: &str) {
        let stem = if self.english { index.terms.index_of(&text::stem(word)) } else { None };
        let known = index.terms.index_of(word);
        let inflected = if known.is_none() { shortened(index, word) } else { Vec::new() };
        // A term may be in families of several languages.
        for at in known.into_iter().chain(inflected) {
            index.terms.get(at).into_iter().for_each(|term| self.add_term(term));
            index.families().visit_relatives(at, |term| {
                index.terms.get(term).into_iter().for_each(|term| self.add_term(term));
            });
        }
        stem.and_then(|at| index.terms.get(at)).into_iter().for_each(|term| self.add_term(term));
    }

    /// Adds a term.
    pub(super) fn add_term(&mut self, term: &str) {
        if !self.terms.iter().any(|known| known == term) {
            self.terms.push(term.to_owned());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.prefix.is_none()
    }

    /// Adds the statements that have one of the terms.
    pub(super) fn add_statements(&self, lookup: &Lookup<'_, '_>, statements: &mut StatementSet) {
        for term in &self.terms {
            statements.add_all(lookup.find(term));
        }
        if let Some(with) = &self.prefix {
            lookup.add_with_prefix(with, statements);
        }
    }

    /// How often each statement has one of the terms, by statement: in each field that of the most frequent term.
    pub(super) fn frequencies(&self, lookup: &Lookup<'_, '_>) -> Vec<Frequencies> {
        let mut frequencies = vec![Frequencies::default(); lookup.briefing.statements.len()];
        let mut add = |occurrences: Occurrences<'_>| {
            for (id, own) in occurrences {
                if let Some(known) = frequencies.get_mut(id.index()) {
                    *known = if *known == Frequencies::default() { own } else { known.max(own) };
                }
            }
        };
        for index in self.terms.iter().filter_map(|term| lookup.terms().index_of(term)) {
            lookup.visit_occurrences(index..index + 1, |_, occurrences| add(occurrences));
        }
        if let Some(prefix) = &self.prefix {
            // Stems in languages other than English are no words.
            lookup.visit_occurrences(lookup.terms().with_prefix(prefix), |term, occurrences| {
                if !is_stem(term) {
                    add(occurrences);
                }
            });
        }
        frequencies
    }

    /// Whether a folded word is one of the terms: the rule of [`TermExpansion::add_statements`] without the index.
    pub(super) fn has(&self, word: &str) -> bool {
        let initial = word.chars().next();
        let begins = |other: &str| other.chars().next() == initial;
        // Stemming leaves the first letter alone, and costs more than everything else here.
        if !self.terms.iter().chain(&self.prefix).any(|other| begins(other)) {
            return false;
        }
        let is = |form: &str| {
            self.prefix.as_ref().is_some_and(|with| form.starts_with(with.as_str()))
                || self.terms.iter().any(|own| own == form)
        };
        is(word) || self.english && is(&text::stem(word))
    }
}

/// Whether words of a briefing are stemmed as English.
pub(super) fn has_english(briefing: &Briefing<'_>) -> bool {
    let languages = briefing.documents.iter().map(|document| document.language);
    languages.chain([briefing.language]).any(text::is_english)
}

/// The stems that remain of a word without its ending, the longest of each language.
fn shortened(index: &Index<'_>, word: &str) -> Vec<usize> {
    // Letters of Indic scripts and Arabic carry more than those of an alphabet.
    let shortest = if word.starts_with(|c| c > '\u{58f}') { 2 } else { 3 };
    let in_language = |line: &str| {
        let (language, endings) = line.split_once(' ')?;
        let stem = |ending| word.strip_suffix(ending).filter(|stem| stem.chars().nth(shortest - 1).is_some());
        let known = |stem: &str| index.terms.index_of(&format!("{stem}{STEM_LANGUAGE_SEPARATOR}{language}"));
        known(word).or_else(|| endings.split(' ').filter_map(stem).find_map(known))
    };
    index.endings.lines().filter_map(in_language).collect()
}
