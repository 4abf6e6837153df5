//! Building the index of a briefing: the statements of every search term.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::stems::{Language, Stems};
use crate::id::StatementId;
use crate::index::{Families, Index, Postings, encode, encode_families};
use crate::model::Briefing;
use crate::terms::Terms;
use crate::text::{
    Separators, Term, ambiguous_number_parts, fold, is_english, search_terms, stem, visit_fields_in_languages,
};

/// A postings list under construction. Statements are added in ascending order, the same one possibly several times in
/// a row.
#[derive(Clone, Default)]
struct PostingsBuilder(Vec<StatementId>);

impl PostingsBuilder {
    fn add(&mut self, id: StatementId) {
        if self.0.last() != Some(&id) {
            self.0.push(id);
        }
    }
}

/// The encoded search terms of a briefing, with their word families and endings.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The statements of each term, in byte order of the terms.
    terms: Vec<(String, Vec<u8>)>,
    families: Vec<u8>,
    endings: String,
}

impl Vocabulary {
    /// Builds the vocabulary of a briefing; its own index is not read.
    pub fn new(briefing: &Briefing<'_>) -> Self {
        let mut builder = VocabularyBuilder::default();
        for id in briefing.statement_ids() {
            visit_fields_in_languages(briefing, id, |languages, pieces| {
                for piece in pieces {
                    for &language in languages {
                        builder.add(id, language, piece);
                    }
                }
            });
        }
        builder.build()
    }

    /// Sets the terms, families and endings of an index.
    ///
    /// # Panics
    /// If the terms take more than four gigabytes.
    pub fn fill_index<'a>(&'a self, index: &mut Index<'a>) {
        let terms: Vec<_> = self.terms.iter().map(|(term, list)| (term.as_str(), Postings::new(list))).collect();
        index.terms = Terms::try_from(terms).expect("terms are sorted, and take less than four gigabytes");
        index.families = Families::new(&self.families);
        index.endings = &self.endings;
    }
}

/// Collects the terms of the texts of a briefing. Terms are numbered in the order in which they are found.
#[derive(Default)]
struct VocabularyBuilder<'a> {
    numbers: HashMap<String, usize>,
    /// The statements of each term, by number.
    postings: Vec<PostingsBuilder>,
    /// Cache of the terms of short texts by language and text: names recur in statement after statement.
    cache: HashMap<(&'a str, &'a str), Rc<[usize]>>,
    families: HashMap<(Language, String), BTreeSet<usize>>,
    stems: Stems,
}

impl<'a> VocabularyBuilder<'a> {
    /// Adds the terms of a text to those of a statement.
    fn add(&mut self, id: StatementId, language: &'a str, text: &'a str) {
        /// Length in bytes up to which a text is cached. Longer ones are content, which hardly recurs.
        const MAX_CACHED_LEN: usize = 120;
        let cached = self.cache.get(&(language, text)).cloned();
        let terms = cached.unwrap_or_else(|| {
            let terms: Rc<[usize]> = self.terms(language, text).into();
            if text.len() <= MAX_CACHED_LEN {
                self.cache.insert((language, text), Rc::clone(&terms));
            }
            terms
        });
        self.postings.resize(self.numbers.len(), PostingsBuilder::default());
        terms.iter().for_each(|&number| self.postings[number].add(id));
    }

    /// The numbers of the terms of a text, with repetition and in no order: each word and, where it differs, its stem.
    /// By the stem a query finds all inflections; by the word it finds phrases and prefixes (`basin`, while `basing` is
    /// being typed, whose stem is `base`).
    fn terms(&mut self, language: &str, text: &str) -> Vec<usize> {
        let separators = Separators::of(language);
        let is_english = is_english(language);
        let stemmer = Language::of(language);
        let mut terms = Vec::new();
        for Term { range, word } in search_terms(text) {
            let written = &text[range];
            if !separators.is_whole_number(written) {
                terms.extend(ambiguous_number_parts(written).map(|part| self.number(fold(part))));
                continue;
            }
            if is_english {
                let stem = stem(&word).into_owned();
                terms.push(self.number(stem));
            }
            let stem = stemmer.and_then(|language| Some((language, self.stems.stem(language, written)?)));
            let word = self.number(word);
            terms.push(word);
            if let Some((language, stem)) = stem {
                let stem_number = self.number(stem.clone());
                terms.push(stem_number);
                self.families.entry((language, stem)).or_default().extend([word, stem_number]);
            }
        }
        terms
    }

    fn number(&mut self, term: String) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(term).or_insert(next)
    }

    fn build(mut self) -> Vocabulary {
        let mut terms: Vec<(String, usize)> = self.numbers.into_iter().collect();
        terms.sort_unstable();
        // The index of each term in byte order, by its number.
        let mut indexes = vec![0; terms.len()];
        for (index, (_, number)) in terms.iter().enumerate() {
            indexes[*number] = index as u32;
        }
        let sorted_indexes = |family: BTreeSet<usize>| {
            let mut family: Vec<u32> = family.into_iter().map(|number| indexes[number]).collect();
            family.sort_unstable();
            family
        };
        let families = self.families.into_values().map(sorted_indexes);
        let mut families: Vec<Vec<u32>> = families.filter(|family| family.len() > 1).collect();
        families.sort_unstable();
        families.dedup();
        let encoded = |(term, number): (String, usize)| (term, encode(std::mem::take(&mut self.postings[number].0)));
        Vocabulary {
            terms: terms.into_iter().map(encoded).collect(),
            families: encode_families(families),
            endings: self.stems.endings(),
        }
    }
}
