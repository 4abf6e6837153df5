//! What a word of a query stands for in a briefing.

use corpus::Briefing;
use corpus::text;

use super::Reading;
use super::near;
use super::vocabulary::{Entry, beginning, find};
use crate::set::StatementSet;

/// Words that count as one: inflections of some stems, and whatever begins in some way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Family {
    stems: Vec<String>,
    beginning: Option<String>,
}

impl Family {
    /// The inflections of a word, and nothing else.
    pub(super) fn inflections(word: &str) -> Family {
        Family { stems: vec![text::stem(word).into_owned()], beginning: None }
    }

    /// What a word finds in a briefing, as typed or as it was meant; the reading, where it is not as typed.
    pub(super) fn meant(
        briefing: &Briefing<'_>,
        typed: &str,
        word: &str,
        unfinished: bool,
    ) -> (Family, Option<Reading>) {
        let entries = &briefing.index.terms[..];
        let mut family = Family::inflections(word);
        family.stems.retain(|stem| find(entries, stem).is_some());
        if unfinished || family.stems.is_empty() {
            family.beginning = (!beginning(entries, word).is_empty()).then(|| word.to_owned());
        }
        if unfinished && family == Family::default() {
            family.stems = half_inflected(entries, word);
        }
        if family != Family::default() {
            return (family, None);
        }
        let (used, stems) = near::meant(briefing, word, unfinished);
        (Family { stems, beginning: None }, Some(Reading { typed: typed.to_owned(), used }))
    }

    /// Adds the statements that have one of the words.
    pub(super) fn add_statements(&self, entries: &[Entry<'_>], statements: &mut StatementSet) {
        for stem in &self.stems {
            statements.add_all(find(entries, stem).unwrap_or_default());
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
        if !self.stems.iter().chain(&self.beginning).any(|other| begins(other)) {
            return false;
        }
        let is = |form: &str| self.beginning.as_ref().is_some_and(|with| form.starts_with(with.as_str()));
        let stem = text::stem(word);
        is(word) || is(&stem) || self.stems.iter().any(|own| *own == stem)
    }
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
