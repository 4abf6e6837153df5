//! Interpretation of a word: as typed, as the beginning of a word, or as a misspelling.

use corpus::{Briefing, text};

use super::expansion::TermExpansion;
use super::item::Word;
use super::outcome::Correction;
use super::spelling;
use super::vocabulary::{Entry, find, with_prefix};

/// The terms that a word stands for, and the correction where it is not in the briefing as typed.
pub(super) fn interpret(briefing: &Briefing<'_>, asked: &Word) -> (TermExpansion, Option<Correction>) {
    let entries = &briefing.index.terms[..];
    let Word { typed, folded: word, joined, unfinished, .. } = asked;
    let mut expansion = TermExpansion::inflections(briefing, word);
    if let Some(joined) = joined {
        expansion.add_inflections(&briefing.index, joined);
    }
    if *unfinished || expansion.terms.is_empty() || text::is_hangul(word) {
        expansion.prefix = with_prefix(entries, word).next().map(|_| word.clone());
    }
    if *unfinished && expansion.is_empty() && expansion.english {
        expansion.terms = half_inflected(entries, word);
    }
    if !expansion.is_empty() {
        return (expansion, None);
    }
    let (used, terms) = spelling::corrections(briefing, word, *unfinished);
    expansion.terms = terms;
    (expansion, Some(Correction { typed: typed.clone(), used }))
}

/// Existing stems of the English words that an unfinished word may become: `basin` on the way to `basing`,
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
