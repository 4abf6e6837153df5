//! Zipf's law by integers: no floating point, whose logarithms differ from machine to machine.

use crate::random::Random;

/// The weight of the first rank; small enough that sums of millions of ranks fit.
const SCALE: u64 = 1 << 32;

/// Ranks of which the weight falls with the number of the rank (Zipf and Mandelbrot, with exponent 1):
/// `1 / (rank + shift)`.
#[derive(Debug)]
pub(crate) struct Zipf {
    /// The sums of the weights up to each rank.
    sums: Vec<u64>,
}

impl Zipf {
    /// A distribution over `ranks` ranks, at least one. A greater shift makes the first ranks less dominant.
    pub fn new(ranks: usize, shift: u64) -> Self {
        let mut sum = 0;
        let weights = (1..=ranks.max(1) as u64).map(|rank| SCALE / (rank + shift));
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self { sums: sums.collect() }
    }

    /// A rank, counted from 0.
    pub fn sample(&self, random: &mut Random) -> usize {
        let total = self.sums.last().copied().unwrap_or(1);
        let point = random.below(total);
        self.sums.partition_point(|&sum| sum <= point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rank_is_about_ten_times_as_frequent_as_the_tenth() {
        let (zipf, mut random) = (Zipf::new(100, 0), Random::new(7, 0));
        let mut seen = [0_u32; 100];
        for _ in 0..100_000 {
            seen[zipf.sample(&mut random)] += 1;
        }
        assert!((8..=12).contains(&(seen[0] / seen[9])), "{seen:?}");
        assert!(seen.iter().all(|&count| count > 0));
    }
}
