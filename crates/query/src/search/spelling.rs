//! Spelling correction: the words of the briefing nearest to a misspelt one.
//!
//! Distance is optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each part of the
//! word edited once. It is computed here, and not by a crate, because a word that is still being typed is compared with
//! the beginnings of words, and because words with a common beginning, which follow each other, share its part of the
//! computation, and are passed over together where they cannot be near (as in a trie: H. Shang and T. Merrett, “Tries
//! for Approximate String Matching”, 1996).

use std::cmp::Reverse;

use corpus::terms::Terms;
use corpus::text;

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
/// first. `nearest` are the indices of the nearest terms.
pub(super) fn corrections(lookup: &Lookup<'_, '_>, mut nearest: Vec<usize>) -> (Vec<String>, Vec<String>) {
    let (mut words, mut terms) = (Vec::new(), Vec::new());
    let briefing = lookup.briefing;
    while words.len() < USED {
        // Selected one by one: a sort would add more to the bundle than the few rounds cost.
        let frequency = |index: usize| lookup.terms().frequency(index);
        let most = (0..nearest.len()).max_by_key(|&at| (frequency(nearest[at]), Reverse(nearest[at])));
        let Some(most) = most else { break };
        let Some(term) = lookup.terms().get(nearest.swap_remove(most)) else { break };
        if !terms.iter().any(|known| known == term) {
            let expansion = TermExpansion::inflections(briefing, term);
            words.push(as_written(lookup, term, &expansion));
            terms.extend(expansion.terms);
        }
    }
    (words, terms)
}

/// The terms near to a word or to whatever it is the beginning of. While more is typed, the terms near to it are among
/// them.
#[derive(Clone, Debug)]
pub(super) struct Near {
    word: String,
    /// The largest distance.
    most: usize,
    /// The indices of the terms that begin with something near to the word.
    terms: Vec<usize>,
}

/// The search for the terms near to a word, which can be interrupted.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    near: Near,
    rows: Rows,
    /// The index of the term with which to go on; `None` where all near terms are found.
    next: Option<usize>,
}

impl Spelling {
    /// Begins the search for a folded word. `last` is what a search before has found, of several words perhaps.
    pub(super) fn new<'n>(word: &str, mut last: impl Iterator<Item = &'n Near>) -> Spelling {
        let rows = Rows::new(word);
        let letters = rows.typed.len();
        // A number is never a misspelling of another.
        let is_tolerated = letters <= LONGEST && !word.bytes().any(|byte| byte.is_ascii_digit());
        let most = if is_tolerated { tolerance(letters) } else { 0 };
        let known = last.find(|last| last.most == most && word.starts_with(&last.word));
        let next = (most > 0 && known.is_none()).then_some(0);
        let terms = known.map(|last| last.terms.clone()).unwrap_or_default();
        Spelling { near: Near { word: word.to_owned(), most, terms }, rows, next }
    }

    /// Goes on for as long as `goes_on` says so, which is asked now and then. Whether the search is finished.
    pub(super) fn advance(&mut self, terms: &Terms<'_>, goes_on: &mut dyn FnMut() -> bool) -> bool {
        let Some(mut next) = self.next else { return true };
        let Spelling { near: Near { most, terms: near, .. }, rows, .. } = self;
        let mut walk = terms.walk(next);
        // What is beyond a dead end is as near as the dead end itself.
        while let Some((index, term)) = walk.next_without(rows.dead_end(*most).filter(|_| !rows.is_near(*most))) {
            rows.follow(term, *most);
            if rows.is_near(*most) && !is_stem(term) && term.chars().nth(LONGEST).is_none() {
                near.push(index);
            }
            next = index + 1;
            if next.is_multiple_of(TERMS_AT_ONCE) && !goes_on() {
                self.next = Some(next);
                return false;
            }
        }
        self.next = None;
        true
    }

    /// The indices of the nearest terms, where the search is finished, and those of the near ones. First by distance,
    /// then words before beginnings of words, then words with the same initial, which people rarely mistype.
    pub(super) fn finish(self, terms: &Terms<'_>, unfinished: bool) -> (Vec<usize>, Near) {
        let Spelling { near, mut rows, .. } = self;
        let mut best = usize::MAX;
        let mut nearest = Vec::new();
        for &index in &near.terms {
            let Some(term) = terms.get(index) else { continue };
            let Some(cost) = rows.cost(term, near.most, unfinished).filter(|cost| *cost <= best) else { continue };
            if cost < best {
                best = cost;
                nearest.clear();
            }
            nearest.push(index);
        }
        (nearest, near)
    }
}

/// The number of terms that are compared before somebody asks whether to go on.
const TERMS_AT_ONCE: usize = 256;

/// The weight of a distance of one in a cost.
const BY_DISTANCE: usize = 4;

/// The distances of a word to the beginnings of a term: a row a letter of the term. Terms that follow each other in
/// byte order share beginnings, and so rows.
#[derive(Clone, Debug)]
struct Rows {
    typed: Vec<char>,
    /// The letters of the term that have a row; the rows after the first are theirs.
    path: String,
    letters: Vec<char>,
    distances: Vec<[u8; LONGEST + 1]>,
    /// For each row, the distance to the nearest of the beginnings so far.
    begun: Vec<u8>,
}

impl Rows {
    fn new(word: &str) -> Rows {
        let typed: Vec<char> = word.chars().collect();
        let first = std::array::from_fn(|column| column as u8);
        // A longer word is near to nothing.
        let begun = vec![typed.len().min(LONGEST) as u8];
        Rows { typed, path: String::new(), letters: Vec::new(), distances: vec![first], begun }
    }

    /// Whether one of the beginnings is near enough.
    fn is_near(&self, most: usize) -> bool {
        self.begun.last().is_some_and(|&begun| usize::from(begun) <= most)
    }

    /// The beginning of a term, if nothing that goes on with it can come any nearer.
    fn dead_end(&self, most: usize) -> Option<&str> {
        let row = self.distances.last()?;
        let lowest = row[..=self.typed.len()].iter().copied().min()?;
        (usize::from(lowest) > most).then_some(self.path.as_str())
    }

    /// Makes the rows those of a term, up to a dead end.
    fn follow(&mut self, term: &str, most: usize) {
        let shared = self.path.bytes().zip(term.bytes()).take_while(|(one, other)| one == other).count();
        while self.path.len() > shared {
            self.path.pop();
            self.letters.pop();
            self.distances.pop();
            self.begun.pop();
        }
        for letter in term[self.path.len()..].chars() {
            if self.dead_end(most).is_some() {
                break;
            }
            self.push(letter);
        }
    }

    fn push(&mut self, letter: char) {
        let Rows { typed, path, letters, distances: rows, begun } = self;
        let depth = letters.len();
        let above = rows[depth];
        let mut row = [0; LONGEST + 1];
        row[0] = depth as u8 + 1;
        for column in 0..typed.len() {
            let substituted = above[column] + u8::from(typed[column] != letter);
            let mut cell = substituted.min(above[column + 1] + 1).min(row[column] + 1);
            if depth > 0 && column > 0 && typed[column - 1] == letter && typed[column] == letters[depth - 1] {
                cell = cell.min(rows[depth - 1][column - 1] + 1);
            }
            row[column + 1] = cell;
        }
        let least = begun[depth].min(row[typed.len()]);
        begun.push(least);
        path.push(letter);
        letters.push(letter);
        rows.push(row);
    }

    /// How far off a term is, if not too far.
    fn cost(&mut self, term: &str, most: usize, unfinished: bool) -> Option<usize> {
        self.follow(term, most);
        let begun = usize::from(*self.begun.last()?);
        let is_whole = self.path.len() == term.len();
        let whole = self.distances.last().filter(|_| is_whole).map(|row| usize::from(row[self.typed.len()]));
        let other_initial = usize::from(self.typed.first() != term.chars().next().as_ref());
        let whole = whole.filter(|whole| *whole <= most).map(|whole| whole * BY_DISTANCE + other_initial);
        let begun = (unfinished && begun <= most).then_some(begun * BY_DISTANCE + 2 + other_initial);
        whole.into_iter().chain(begun).min()
    }
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
        fn distances_are_those_of_optimal_string_alignment(
            typed in "[a-e]{1,9}", terms in proptest::collection::vec("[a-eé]{1,12}", 1..9), most in 1usize..4
        ) {
            let mut rows = Rows::new(&typed);
            for term in &terms {
                let letters: Vec<char> = term.chars().collect();
                let begun = (0..=letters.len())
                    .map(|end| strsim::osa_distance(&typed, &letters[..end].iter().collect::<String>()))
                    .min()
                    .unwrap_or_default();
                let whole = strsim::osa_distance(&typed, term);
                let initial = usize::from(typed.chars().next() != term.chars().next());
                let cost = |distance: usize, more: usize| {
                    (distance <= most).then_some(distance * BY_DISTANCE + more + initial)
                };
                prop_assert_eq!(rows.cost(term, most, false), cost(whole, 0));
                prop_assert_eq!(rows.cost(term, most, true), cost(whole, 0).into_iter().chain(cost(begun, 2)).min());
                prop_assert_eq!(rows.is_near(most), begun <= most);
            }
        }
    }

    #[test]
    fn short_words_are_taken_as_they_are() {
        assert_eq!([3, 4, 7, 8].map(tolerance), [0, 1, 1, 2]);
    }
}
