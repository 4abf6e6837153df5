//! Words that must stand next to each other.

use std::ops::Range;

use corpus::{Briefing, StatementId, text};

use super::vocabulary::{Entry, beginning, find};
use crate::set::StatementSet;

/// The words of a phrase, folded; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// Whether the last word may be the beginning of one.
    pub(super) unfinished: bool,
}

impl Phrase {
    /// The statements among some that have the phrase in one of their fields.
    pub(super) fn statements(&self, briefing: &Briefing<'_>, among: &StatementSet) -> StatementSet {
        let total = briefing.statements.len();
        let mut candidates = among.clone();
        for place in 0..self.words.len() {
            let mut with = StatementSet::empty(total);
            self.add_candidates(&briefing.index.terms, place, &mut with);
            candidates.intersect_with(&with);
        }
        let mut found = StatementSet::empty(total);
        for id in candidates.iter().filter(|&id| self.stands_in(briefing, id)) {
            found.insert(id);
        }
        found
    }

    fn add_candidates(&self, entries: &[Entry<'_>], place: usize, candidates: &mut StatementSet) {
        let word = &self.words[place];
        if self.unfinished && place + 1 == self.words.len() {
            for entry in beginning(entries, word) {
                candidates.add_all(entry.1);
            }
        } else {
            candidates.add_all(find(entries, word).unwrap_or_default());
        }
    }

    fn stands_in(&self, briefing: &Briefing<'_>, id: StatementId) -> bool {
        let mut found = false;
        text::visit_fields(briefing, id, |pieces| {
            if !found {
                self.find(pieces, |_| found = true);
            }
        });
        found
    }

    /// Calls `found` with each place of the phrase in a field that is given in pieces. The place is in bytes of the
    /// piece with the phrase's last word, as if the phrase began at its beginning where it began in another.
    pub(super) fn find(&self, pieces: &[&str], mut found: impl FnMut(Range<usize>)) {
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
            for range in text::words(piece) {
                let written = &piece[range.clone()];
                let initial = written.as_bytes()[0].to_ascii_lowercase();
                let mut fits = 0;
                // Folding leaves an initial of ASCII as it is, and costs more than all the rest.
                if !initial.is_ascii() || words.iter().any(|word| word.as_bytes()[0] == initial) {
                    folded.clear();
                    text::fold_into(written, &mut folded);
                    for (place, word) in words.iter().enumerate() {
                        let open = self.unfinished && place + 1 == self.words.len();
                        fits |=
                            u64::from(if open { folded.starts_with(word.as_str()) } else { folded == *word }) << place;
                    }
                }
                matched = (matched << 1 | 1) & fits;
                starts[count % words.len()] = range.start;
                count += 1;
                if matched >> last & 1 == 1 {
                    found(starts[count % words.len()]..range.end);
                }
            }
        }
    }
}
