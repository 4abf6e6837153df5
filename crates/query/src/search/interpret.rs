//! Interpretation of a word: as typed, or as the beginning of a word. Where it stands for nothing, it is misspelt.

use corpus::text;

use super::expansion::TermExpansion;
use super::item::Word;
use super::vocabulary::Lookup;

/// The terms that a word stands for; none where it is misspelt.
pub(super) fn interpret(lookup: &Lookup<'_, '_>, asked: &Word) -> TermExpansion {
    let briefing = lookup.briefing;
    let Word { folded: word, joined, unfinished, .. } = asked;
    let mut expansion = TermExpansion::inflections(briefing, word);
    if let Some(joined) = joined {
        expansion.add_inflections(&briefing.index, joined);
    }
    if *unfinished || expansion.terms.is_empty() || text::is_hangul(word) {
        expansion.prefix = lookup.with_prefix(word).next().map(|_| word.clone());
    }
    if *unfinished && expansion.is_empty() && expansion.english {
        expansion.terms = half_inflected(lookup, word);
    }
    expansion
}

/// Existing stems of the English words that an unfinished word may become: `basin` on the way to `basing`,
/// where the briefing only has “bases”.
fn half_inflected(lookup: &Lookup<'_, '_>, word: &str) -> Vec<String> {
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
            if !stems.contains(&stem) && lookup.terms().index_of(&stem).is_some() {
                stems.push(stem);
            }
        }
    }
    stems
}
