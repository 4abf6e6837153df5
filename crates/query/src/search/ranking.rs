//! Ranking of what a query finds, by BM25F: each field of a statement has a weight and is normalised by its length
//! before the frequencies are added up and saturated.
//!
//! S. Robertson, H. Zaragoza and M. Taylor, “Simple BM25 Extension to Multiple Weighted Fields”, CIKM 2004;
//! S. Robertson and H. Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, Foundations and Trends in
//! Information Retrieval 3 (4), 2009, section 3.6:
//!
//! ```text
//! score(statement) = sum over items of  idf × tf / (K1 + tf)
//! tf               = sum over fields of weight × frequency / (1 - B + B × length / average length)
//! idf              = log2(1 + (N - n + 0.5) / (n + 0.5))      N statements, n of them have the item
//! ```
//!
//! The 1 in the logarithm keeps it positive for an item that most statements have. An item is a wanted word with all
//! that it stands for, or a wanted phrase; the idf of a phrase is the sum of those of its words. What is excluded has
//! no score. The frequency of a word in a field is that of the most frequent of its terms, and three stands for three
//! and more; see [`corpus::frequencies`].
//!
//! Scores are the same on every machine: the logarithm is computed with integers, and everything else with operations
//! that IEEE 754 rounds exactly.

use std::sync::Arc;

use corpus::frequencies::{Field, Frequencies};
use corpus::{Briefing, StatementId};

use super::found::Found;
use super::vocabulary::Lookup;
use crate::set::StatementSet;

/// The saturation of frequencies.
const K1: f64 = 1.2;

/// How far lengths of fields count.
const B: f64 = 0.75;

/// The weight of each field, by its index: what was said counts most.
const WEIGHTS: [f64; 4] = [1.0, 0.5, 0.75, 0.5];

/// The unit of scores that are told apart: 1/65536. What rounding may have made different is equal.
const UNIT: f64 = 65_536.0;

/// Statements while they are ranked, item by item.
#[derive(Debug)]
pub(super) struct Ranking {
    lengths: Lengths,
    /// The scores so far, by statement.
    scores: Vec<f64>,
}

impl Ranking {
    pub(super) fn new(briefing: &Briefing<'_>) -> Ranking {
        Ranking { lengths: Lengths::new(briefing), scores: vec![0.0; briefing.statements.len()] }
    }

    /// Adds the scores of an item to some statements that have it. They only hold where the look-up finds nothing
    /// missing.
    pub(super) fn add(&mut self, lookup: &Lookup<'_, '_>, found: &Found, statements: &StatementSet) {
        let total = lookup.briefing.statements.len();
        match found {
            Found::Word(word) => {
                let frequencies = word.expansion.frequencies(lookup);
                // A number in groups may be found by the text alone.
                let of = |id: StatementId| match frequencies[id.index()] {
                    none if none == Frequencies::default() => Frequencies::ONCE,
                    some => some,
                };
                self.add_weighted(lookup.briefing, statements, idf(total, word.statements.len()), of);
            }
            Found::Phrase(phrase) => {
                let idf = phrase.having.iter().map(|&having| idf(total, having)).sum();
                let of = |id: StatementId| {
                    let found = phrase.frequencies.binary_search_by_key(&id, |&(found, _)| found);
                    found.map_or(Frequencies::ONCE, |index| phrase.frequencies[index].1)
                };
                self.add_weighted(lookup.briefing, statements, idf, of);
            }
        }
    }

    fn add_weighted(
        &mut self,
        briefing: &Briefing<'_>,
        statements: &StatementSet,
        idf: f64,
        frequencies: impl Fn(StatementId) -> Frequencies,
    ) {
        for id in statements {
            let frequency = self.lengths.weighted(briefing, id, frequencies(id));
            self.scores[id.index()] += idf * frequency / (K1 + frequency);
        }
    }

    /// The scores in units of 1/65536, by statement; zero for those that were not found.
    pub(super) fn finish(self) -> Arc<[i32]> {
        self.scores.into_iter().map(|score| (score * UNIT) as i32).collect()
    }
}

/// The inverse document frequency of what `having` of `total` statements have.
fn idf(total: usize, having: usize) -> f64 {
    // 1 + (N - n + 0.5) / (n + 0.5) = (2 N + 2) / (2 n + 1)
    (log2(2 * total as u64 + 2) - log2(2 * having as u64 + 1)) as f64 / f64::from(1 << FRACTION)
}

/// Bits after the point of a [`log2`].
const FRACTION: u32 = 24;

/// The binary logarithm of a positive number below 2³², in units of 2⁻²⁴, rounded down: bit by bit, by squaring
/// (D. Knuth, *The Art of Computer Programming*, volume 1, section 1.2.2, equation 18).
fn log2(number: u64) -> i64 {
    let whole = number.ilog2();
    let mut logarithm = i64::from(whole);
    // At least one and less than two, in units of 2⁻³¹.
    let mut rest = number << (31 - whole);
    for _ in 0..FRACTION {
        rest = (rest * rest) >> 31;
        let bit = rest >> 32;
        rest >>= bit;
        logarithm = (logarithm << 1) | bit.cast_signed();
    }
    logarithm
}

/// The average length of each field: bytes of texts, and parts that actors have.
#[derive(Debug)]
struct Lengths {
    average: [f64; 4],
}

impl Lengths {
    fn new(briefing: &Briefing<'_>) -> Lengths {
        let mut sums = [0; 4];
        for id in briefing.statement_ids() {
            for field in Field::ALL {
                sums[field as usize] += length(briefing, id, field);
            }
        }
        Lengths { average: sums.map(|sum| sum as f64 / briefing.statements.len().max(1) as f64) }
    }

    /// The frequencies in all fields, weighted and normalised.
    fn weighted(&self, briefing: &Briefing<'_>, id: StatementId, frequencies: Frequencies) -> f64 {
        let mut sum = 0.0;
        for field in Field::ALL {
            let (frequency, average) = (frequencies.of(field), self.average[field as usize]);
            if frequency > 0 && average > 0.0 {
                let relative = length(briefing, id, field) as f64 / average;
                sum += WEIGHTS[field as usize] * f64::from(frequency) / (1.0 - B + B * relative);
            }
        }
        sum
    }
}

fn length(briefing: &Briefing<'_>, id: StatementId, field: Field) -> u64 {
    let statement = briefing.statement(id);
    match field {
        Field::Content => statement.lengths[0].into(),
        Field::Cue => statement.lengths[1].into(),
        Field::Names => statement.actors().iter().map(|actors| actors.len() as u64).sum(),
        Field::Title => briefing.document(statement.document).title.len() as u64,
    }
}

#[cfg(test)]
mod tests;
