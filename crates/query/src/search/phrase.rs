//! Phrases: words next to each other.

use std::ops::Range;

use corpus::text;

use super::vocabulary::Lookup;
use crate::set::StatementSet;

/// The number of words of a phrase that have to follow each other: one bit each.
const COMPARED: usize = u64::BITS as usize;

/// A phrase; it has at least one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// The parts of numbers in groups, with the index of the number, for languages that read the separator as a decimal
    /// point.
    pub(super) parts: Vec<(usize, Vec<String>)>,
    /// Whether the last word may be a prefix.
    pub(super) unfinished: bool,
}

impl Phrase {
    /// The words of a text as a phrase; none where it has none.
    pub(super) fn of(text: &str) -> Option<Phrase> {
        let mut phrase = Phrase { words: Vec::new(), parts: Vec::new(), unfinished: false };
        for word in text::words(text) {
            let parts: Vec<String> = text::ambiguous_number_parts(&text[word.range.clone()]).map(text::fold).collect();
            if !parts.is_empty() {
                phrase.parts.push((phrase.words.len(), parts));
            }
            phrase.words.extend(text::word_terms(text, &word).map(|term| term.word));
        }
        (!phrase.words.is_empty()).then_some(phrase)
    }

    /// For each word, the statements that have it.
    pub(super) fn having(&self, lookup: &Lookup<'_, '_>) -> Vec<StatementSet> {
        let having = |position: usize| {
            let mut with = StatementSet::empty(lookup.briefing.statements.len());
            let word = &self.words[position];
            if self.unfinished && position + 1 == self.words.len() {
                lookup.add_with_prefix(word, &mut with);
            } else {
                with.add_all(lookup.find(word));
            }
            for (_, parts) in self.parts.iter().filter(|(at, _)| *at == position) {
                with.union_with(&lookup.having_all(parts));
            }
            with
        };
        (0..self.words.len()).map(having).collect()
    }

    /// Whether every text that has this phrase has another one as well, so that this one is to be looked for only among
    /// what the other has found: the other, while it was being typed.
    pub(super) fn narrows(&self, other: &Phrase) -> bool {
        let Some((open, words)) = other.words.split_last() else { return false };
        let Some((own, rest)) = self.words.split_at_checked(words.len()) else { return false };
        let is_open = self.unfinished && rest.len() == 1;
        let fits = |word: &String| {
            if other.unfinished { word.starts_with(open.as_str()) } else { word == open && !is_open }
        };
        // Of a longer phrase, only so many words are compared.
        own == words && rest.first().is_some_and(fits) && self.words.len() <= COMPARED
    }

    /// Calls `found` with the range of each occurrence in a field that is given in pieces. The range is in bytes of the
    /// piece with the phrase's last word, as if the phrase began at its beginning where it began in another.
    /// `found` says whether to look for more.
    pub(super) fn find(&self, pieces: &[&str], mut found: impl FnMut(Range<usize>) -> bool) {
        // One bit a word: set where the words up to it were the last ones (shift-and matching). Words that have no bit
        // must be there, but nothing more is asked of them.
        let words = &self.words[..self.words.len().min(COMPARED)];
        let last = words.len() - 1;
        let mut matched = 0u64;
        let mut starts = vec![0; words.len()];
        let mut count = 0;
        let mut folded = String::new();
        for piece in pieces {
            starts.fill(0);
            // Whether to go on.
            let mut step = |range: &Range<usize>, fits: u64| {
                matched = (matched << 1 | 1) & fits;
                starts[count % words.len()] = range.start;
                count += 1;
                matched >> last & 1 == 0 || found(starts[count % words.len()]..range.end)
            };
            let fits = |folded: &str| {
                let mut fits = 0;
                for (position, word) in words.iter().enumerate() {
                    let open = self.unfinished && position + 1 == self.words.len();
                    fits |=
                        u64::from(if open { folded.starts_with(word.as_str()) } else { folded == *word }) << position;
                }
                fits
            };
            for word in text::words(piece) {
                let range = &word.range;
                let written = &piece[range.clone()];
                let initial = written.as_bytes()[0].to_ascii_lowercase();
                // Folding leaves an initial of ASCII as it is, and costs more than all the rest.
                let goes_on = if initial.is_ascii() && words.iter().all(|word| word.as_bytes()[0] != initial) {
                    step(range, 0)
                } else {
                    folded.clear();
                    text::fold_into(written, &mut folded);
                    if word.kind == text::WordKind::Unspaced && text::is_several_words(&folded) {
                        text::word_terms(piece, &word).all(|term| step(range, fits(&term.word)))
                    } else {
                        step(range, fits(&folded))
                    }
                };
                if !goes_on {
                    return;
                }
            }
        }
    }
}
