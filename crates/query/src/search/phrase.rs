//! Phrases: words next to each other.

use std::ops::Range;

use corpus::{StatementId, text};

use super::vocabulary::Lookup;
use crate::pending::Pending;
use crate::set::StatementSet;

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

    /// The statements among some that have the phrase in one of their fields; or the chunks that are needed to tell.
    pub(super) fn statements(&self, lookup: &Lookup<'_, '_>, among: &StatementSet) -> Result<StatementSet, Pending> {
        let total = lookup.briefing.statements.len();
        let mut candidates = among.clone();
        for position in 0..self.words.len() {
            let mut with = StatementSet::empty(total);
            self.add_candidates(lookup, position, &mut with);
            for (_, parts) in self.parts.iter().filter(|(at, _)| *at == position) {
                with.union_with(&lookup.having_all(parts));
            }
            candidates.intersect_with(&with);
        }
        lookup.finish()?;
        let mut found = StatementSet::empty(total);
        for id in candidates.iter().filter(|&id| self.stands_in(lookup, id)) {
            found.insert(id);
        }
        lookup.finish()?;
        Ok(found)
    }

    fn add_candidates(&self, lookup: &Lookup<'_, '_>, position: usize, candidates: &mut StatementSet) {
        let word = &self.words[position];
        if self.unfinished && position + 1 == self.words.len() {
            lookup.add_with_prefix(word, candidates);
        } else {
            candidates.add_all(lookup.find(word));
        }
    }

    fn stands_in(&self, lookup: &Lookup<'_, '_>, id: StatementId) -> bool {
        let mut found = false;
        lookup.visit_fields(id, |pieces| {
            if !found {
                self.find(pieces, |_| {
                    found = true;
                    false
                });
            }
        });
        found
    }

    /// Calls `found` with the range of each occurrence in a field that is given in pieces. The range is in bytes of the
    /// piece with the phrase's last word, as if the phrase began at its beginning where it began in another.
    /// `found` says whether to look for more.
    pub(super) fn find(&self, pieces: &[&str], mut found: impl FnMut(Range<usize>) -> bool) {
        // One bit a word: set where the words up to it were the last ones (shift-and matching). Words that have no bit
        // must be there, but nothing more is asked of them.
        let words = &self.words[..self.words.len().min(64)];
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
