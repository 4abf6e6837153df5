//! Spelling correction: the words of the briefing nearest to a misspelt one.
//!
//! Distance is optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each part of the
//! word edited once. It is computed here, and not by a crate, because a word that is still being typed is compared with
//! the beginnings of words, and because a hundred thousand words allow no allocation each.

use std::cmp::Reverse;

use corpus::{Briefing, text};

use super::expansion::TermExpansion;
use super::vocabulary::{Lookup, is_stem};

/// The length, in characters, of the longest words that are compared.
const LONGEST: usize = 32;

/// The largest number of words that are used in place of one.
const USED: usize = 3;

/// The largest distance for a word of a number of letters.
const fn tolerance(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The nearest words, as the briefing has them, and the terms that their inflections have; those of most statements
/// first.
pub(super) fn corrections(lookup: &Lookup<'_, '_>, word: &str, unfinished: bool) -> (Vec<String>, Vec<String>) {
    let (mut words, mut terms) = (Vec::new(), Vec::new());
    let briefing = lookup.briefing;
    let mut indices = nearest(briefing, word, unfinished);
    while words.len() < USED {
        // Selected one by one: a sort would add more to the bundle than the few rounds cost.
        let frequency = |index: usize| lookup.terms().frequency(index);
        let most = (0..indices.len()).max_by_key(|&at| (frequency(indices[at]), Reverse(indices[at])));
        let Some(most) = most else { break };
        let Some(term) = lookup.terms().get(indices.swap_remove(most)) else { break };
        if !terms.iter().any(|known| known == term) {
            let expansion = TermExpansion::inflections(briefing, term);
            words.push(as_written(lookup, term, &expansion));
            terms.extend(expansion.terms);
        }
    }
    (words, terms)
}

/// The indices of the nearest terms in the index.
fn nearest(briefing: &Briefing<'_>, word: &str, unfinished: bool) -> Vec<usize> {
    let mut buffer = ['\0'; LONGEST];
    let Some(typed) = letters(word, &mut buffer) else {
        return Vec::new();
    };
    let mut most = tolerance(typed.len());
    // A number is never a misspelling of another.
    if most == 0 || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let typed_mask = mask(word);
    let mut best = usize::MAX;
    let mut indices = Vec::new();
    let mut buffer = ['\0'; LONGEST];
    for (index, term) in briefing.index.terms.iter().enumerate() {
        // A letter that is missing costs at least one edit, and so does one of length; both are cheap to see.
        if term.len() + most < typed.len() || (typed_mask & !mask(term)).count_ones() as usize > most {
            continue;
        }
        let Some(letters) = letters(term, &mut buffer).filter(|_| !is_stem(term)) else {
            continue;
        };
        if !unfinished && letters.len() > typed.len() + most {
            continue;
        }
        let Some(cost) = cost(typed, letters, most, unfinished) else {
            continue;
        };
        if cost < best {
            best = cost;
            most = cost / BY_DISTANCE;
            indices.clear();
        }
        if cost == best {
            indices.push(index);
        }
    }
    indices
}

/// The weight of a distance of one in a cost.
const BY_DISTANCE: usize = 4;

/// How far off a term is, if not too far: first by distance, then words before beginnings of words, then words with
/// the same initial, which people rarely mistype.
fn cost(typed: &[char], term: &[char], most: usize, unfinished: bool) -> Option<usize> {
    let (whole, begun) = distances(typed, term, most)?;
    let other_initial = usize::from(typed[0] != term[0]);
    let whole = (whole <= most).then_some(whole * BY_DISTANCE + other_initial);
    let begun = (unfinished && begun <= most).then_some(begun * BY_DISTANCE + 2 + other_initial);
    whole.into_iter().chain(begun).min()
}

/// The distance to a whole term and the one to its nearest beginning; none if both are more than `most`. A distance
/// above `most` may be given as any other above it.
fn distances(typed: &[char], term: &[char], most: usize) -> Option<(usize, usize)> {
    // No beginning that is longer can be near enough, nor can the whole term, then.
    let width = term.len().min(typed.len() + most);
    let mut rows = [[0u8; LONGEST + 1]; 3];
    let [before, last, this] = &mut rows;
    let (mut before, mut last, mut this) = (before, last, this);
    for (column, cell) in last.iter_mut().enumerate() {
        *cell = column as u8;
    }
    for (row, &letter) in typed.iter().enumerate() {
        this[0] = row as u8 + 1;
        let mut lowest = this[0];
        for column in 0..width {
            let substituted = last[column] + u8::from(term[column] != letter);
            let mut cell = substituted.min(last[column + 1] + 1).min(this[column] + 1);
            if row > 0 && column > 0 && term[column - 1] == letter && term[column] == typed[row - 1] {
                cell = cell.min(before[column - 1] + 1);
            }
            this[column + 1] = cell;
            lowest = lowest.min(cell);
        }
        if usize::from(lowest) > most {
            return None;
        }
        (before, last, this) = (last, this, before);
    }
    let whole = if width == term.len() { usize::from(last[width]) } else { most + 1 };
    Some((whole, last[..=width].iter().copied().min().map_or(whole, usize::from)))
}

fn letters<'a>(word: &str, buffer: &'a mut [char; LONGEST]) -> Option<&'a [char]> {
    let mut length = 0;
    for c in word.chars() {
        *buffer.get_mut(length)? = c;
        length += 1;
    }
    (length > 0).then_some(&buffer[..length])
}

/// Which letters occur, by their low five bits: exact for those of the English alphabet.
fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| mask | 1 << (c as u32 & 31))
}

/// A word of the text that put a term into the index: the term may be a stem, which nobody writes. Folded, where that
/// leaves a reader the letters of the text.
fn as_written(lookup: &Lookup<'_, '_>, term: &str, expansion: &TermExpansion) -> String {
    let postings = lookup.find(term);
    let (mut exact, mut inflected) = (None, None);
    if let Some(id) = postings.iter().next() {
        lookup.visit_fields(id, |pieces| {
            for piece in pieces {
                for text::Term { range, word } in text::terms(piece) {
                    let written = &piece[range];
                    let shown = || if written.is_ascii() { word.clone() } else { written.to_owned() };
                    if word == term {
                        exact.get_or_insert_with(shown);
                    } else if expansion.has(&word) {
                        inflected.get_or_insert_with(shown);
                    }
                }
            }
        });
    }
    exact.or(inflected).unwrap_or_else(|| term.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn distances_are_those_of_optimal_string_alignment(typed in "[a-e]{1,9}", term in "[a-eé]{1,12}", most in 1usize..4) {
            let (one, other): (Vec<_>, Vec<_>) = (typed.chars().collect(), term.chars().collect());
            let begun = (0..=other.len())
                .map(|end| strsim::osa_distance(&typed, &other[..end].iter().collect::<String>()))
                .min()
                .unwrap_or_default();
            let whole = strsim::osa_distance(&typed, &term);
            let capped = |distance: usize| distance.min(most + 1);
            let (got_whole, got_begun) = distances(&one, &other, most).unwrap_or((most + 1, most + 1));
            prop_assert_eq!((capped(got_whole), capped(got_begun)), (capped(whole), capped(begun)));
        }
    }

    #[test]
    fn short_words_are_taken_as_they_are() {
        assert_eq!([3, 4, 7, 8].map(tolerance), [0, 1, 1, 2]);
    }
}
