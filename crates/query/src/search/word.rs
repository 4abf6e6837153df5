//! What a word of a query stands for in a briefing.

use corpus::Briefing;
use corpus::index::{Index, STEM_LANGUAGE_SEPARATOR};
use corpus::text;

use super::Reading;
use super::near;
use super::parse::Word;
use super::vocabulary::{Entry, beginning, find, place};
use crate::set::StatementSet;

/// Words that count as one: inflections of some stems, and whatever begins in some way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Family {
    /// Words and stems of the index.
    pub(super) terms: Vec<String>,
    beginning: Option<String>,
    /// Whether words are stemmed as English ones.
    english: bool,
}

impl Family {
    /// The inflections of a word that the briefing has, and nothing else.
    pub(super) fn inflections(briefing: &Briefing<'_>, word: &str) -> Family {
        let mut family = Family { english: has_english(briefing), ..Family::default() };
        family.add(&briefing.index, word);
        family
    }

    /// Adds the inflections of a word.
    fn add(&mut self, index: &Index<'_>, word: &str) {
        let stem = if self.english { place(&index.terms, &text::stem(word)) } else { None };
        let known = place(&index.terms, word);
        let inflected = if known.is_none() { shortened(index, word) } else { Vec::new() };
        // A term may be in several families: of several languages.
        for at in known.into_iter().chain(inflected) {
            self.put(index.terms[at].0);
            for family in index.families.iter().filter(|family| family.clone().any(|term| term == at)) {
                family.filter_map(|term| index.terms.get(term)).for_each(|entry| self.put(entry.0));
            }
        }
        if let Some(at) = stem {
            self.put(index.terms[at].0);
        }
    }

    /// Adds a term.
    pub(super) fn put(&mut self, term: &str) {
        if !self.terms.iter().any(|known| known == term) {
            self.terms.push(term.to_owned());
        }
    }

    /// What a word finds in a briefing, as typed or as it was meant; the reading, where it is not as typed.
    pub(super) fn meant(briefing: &Briefing<'_>, asked: &Word) -> (Family, Option<Reading>) {
        let entries = &briefing.index.terms[..];
        let Word { typed, folded: word, together, unfinished, .. } = asked;
        let mut family = Family::inflections(briefing, word);
        if let Some(together) = together {
            family.add(&briefing.index, together);
        }
        if *unfinished || family.terms.is_empty() || text::is_hangul(word) {
            family.beginning = beginning(entries, word).next().map(|_| word.clone());
        }
        if *unfinished && family.is_empty() && family.english {
            family.terms = half_inflected(entries, word);
        }
        if !family.is_empty() {
            return (family, None);
        }
        let (used, terms) = near::meant(briefing, word, *unfinished);
        family.terms = terms;
        (family, Some(Reading { typed: typed.clone(), used }))
    }

    fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.beginning.is_none()
    }

    /// Adds the statements that have one of the words.
    pub(super) fn add_statements(&self, entries: &[Entry<'_>], statements: &mut StatementSet) {
        for term in &self.terms {
            statements.add_all(find(entries, term).unwrap_or_default());
        }
        if let Some(with) = &self.beginning {
            for entry in beginning(entries, with) {
                statements.add_all(entry.1);
            }
        }
    }

    /// Whether a folded word is one of them: the same rule as [`Family::add_statements`] follows by way of the index.
    pub(super) fn has(&self, word: &str) -> bool {
        let initial = word.chars().next();
        let begins = |other: &str| other.chars().next() == initial;
        // Stemming leaves the first letter alone, and costs more than everything else here.
        if !self.terms.iter().chain(&self.beginning).any(|other| begins(other)) {
            return false;
        }
        let is = |form: &str| {
            self.beginning.as_ref().is_some_and(|with| form.starts_with(with.as_str()))
                || self.terms.iter().any(|own| own == form)
        };
        is(word) || self.english && is(&text::stem(word))
    }
}

/// Whether words of a briefing were stemmed as English ones.
pub(super) fn has_english(briefing: &Briefing<'_>) -> bool {
    let languages = briefing.documents.iter().map(|document| document.language);
    languages.chain([briefing.language]).any(text::is_english)
}

/// The stems that a word is without an ending, the longest of each language.
fn shortened(index: &Index<'_>, word: &str) -> Vec<usize> {
    // Letters of Indic scripts and Arabic carry more than those of an alphabet.
    let shortest = if word.starts_with(|c| c > '\u{58f}') { 2 } else { 3 };
    let in_language = |line: &str| {
        let (language, endings) = line.split_once(' ')?;
        let stem = |ending| word.strip_suffix(ending).filter(|stem| stem.chars().nth(shortest - 1).is_some());
        let known = |stem: &str| place(&index.terms, &format!("{stem}{STEM_LANGUAGE_SEPARATOR}{language}"));
        known(word).or_else(|| endings.split(' ').filter_map(stem).find_map(known))
    };
    index.endings.lines().filter_map(in_language).collect()
}

/// Stems that exist, of words that end like English ones once the reader has typed on: `basin` on the way to `basing`,
/// where the briefing only has “bases”.
fn half_inflected(entries: &[Entry<'_>], word: &str) -> Vec<String> {
    const ENDINGS: [&str; 18] = [
        "able", "al", "ation", "ations", "ed", "ers", "es", "ied", "ies", "ing", "ings", "ion", "ions", "ity", "ive",
        "ly", "ments", "ness",
    ];
    let mut stems = Vec::new();
    for ending in ENDINGS {
        for typed in 1..ending.len() {
            if !word.ends_with(&ending[..typed]) {
                continue;
            }
            let whole = [word, &ending[typed..]].concat();
            let stem = text::stem(&whole).into_owned();
            if !stems.contains(&stem) && find(entries, &stem).is_some() {
                stems.push(stem);
            }
        }
    }
    stems
}
