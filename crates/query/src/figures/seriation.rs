//! Seriation: the order in which those next to each other are alike.
//!
//! The measure is the cosine of two vectors of numbers of statements (Salton, Wong and Yang, *A vector space model for
//! automatic indexing*, Communications of the ACM 18(11), 1975): an actor is the vector of its statements on each
//! topic, a topic that of the statements of each actor. How much somebody says does not matter, only on what.
//!
//! The order is a short Hamiltonian path through the distances, one minus the cosine (Hubert, *Some applications of
//! graph theory and related non-metric techniques to problems of approximate seriation*, 1974; Hahsler, Hornik and
//! Buchta, *Getting things in order*, Journal of Statistical Software 25(3), 2008, section 2.5): from the first item
//! on, always the nearest that is left; then stretches are turned around while that shortens the path (2-opt; Croes, *A
//! method for solving traveling-salesman problems*, 1958). The shortest path is not looked for: it takes exponential
//! time. Ties are resolved by the order of the items, so that equal numbers give an equal order.

/// The largest number of items that are put into this order, as the time grows with the square of their number; the
/// others follow as they came.
pub const MOST: usize = 200;

/// The largest number of times that the whole path is gone through.
const MOST_ROUNDS: usize = 16;

/// A distance of one, which is that of items that share nothing.
const ONE: u32 = 1_000_000;

/// Puts items into the order of their likeness; gives their indices. Each vector is as long as the others. The first
/// item begins the path, so the most important one should be first.
pub fn seriated(vectors: &[Vec<u32>]) -> Vec<usize> {
    let number = vectors.len().min(MOST);
    let norms: Vec<f64> = vectors.iter().map(|vector| product(vector, vector).sqrt()).collect();
    let distances: Vec<Vec<u32>> = (0..number)
        .map(|one| {
            (0..number).map(|other| distance(&vectors[one], &vectors[other], norms[one] * norms[other])).collect()
        })
        .collect();
    let mut path = nearest_neighbours(&distances);
    for _ in 0..MOST_ROUNDS {
        if !is_shortened(&mut path, &distances) {
            break;
        }
    }
    path.extend(number..vectors.len());
    path
}

fn product(one: &[u32], other: &[u32]) -> f64 {
    one.iter().zip(other).map(|(&a, &b)| f64::from(a) * f64::from(b)).sum()
}

/// One minus the cosine, in millionths: an integer, so that what is equal compares as equal. An item without statements
/// is like no other.
#[allow(clippy::cast_sign_loss, reason = "a cosine of vectors of natural numbers is between zero and one")]
fn distance(one: &[u32], other: &[u32], norms: f64) -> u32 {
    if norms == 0.0 {
        return ONE;
    }
    let cosine = (product(one, other) / norms).clamp(0.0, 1.0);
    ONE - (cosine * f64::from(ONE)).round() as u32
}

/// The path that goes to the nearest item that is left, from the first one on.
fn nearest_neighbours(distances: &[Vec<u32>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..distances.len()).collect();
    let mut path = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let nearest = match path.last() {
            None => 0,
            Some(&last) => {
                let row: &Vec<u32> = &distances[last];
                (0..left.len()).min_by_key(|&index| row[left[index]]).unwrap_or_default()
            }
        };
        path.push(left.remove(nearest));
    }
    path
}

/// Turns each stretch around that shortens the path so; whether one did. The first item stays the first.
fn is_shortened(path: &mut [usize], distances: &[Vec<u32>]) -> bool {
    let mut shortened = false;
    for from in 1..path.len() {
        for to in from + 1..path.len() {
            let before = distances[path[from - 1]][path[from]];
            let turned = distances[path[from - 1]][path[to]];
            let (after, turned_after) = match path.get(to + 1) {
                Some(&next) => (distances[path[to]][next], distances[path[from]][next]),
                None => (0, 0),
            };
            if turned + turned_after < before + after {
                path[from..=to].reverse();
                shortened = true;
            }
        }
    }
    shortened
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn those_who_speak_on_the_same_topics_are_next_to_each_other() {
        let vectors = vec![vec![9, 1, 0, 0], vec![0, 0, 0, 4], vec![0, 0, 3, 1], vec![4, 1, 0, 0], vec![0, 2, 1, 0]];
        assert_eq!(seriated(&vectors), [0, 3, 4, 2, 1]);
    }

    #[test]
    fn how_much_somebody_says_does_not_matter() {
        assert_eq!(distance(&[1, 2], &[10, 20], (5.0f64 * 500.0).sqrt()), 0);
        assert_eq!(distance(&[1, 0], &[0, 5], 5.0), ONE);
        assert_eq!(distance(&[3, 4], &[4, 3], 25.0), 40_000);
    }

    #[test]
    fn nothing_and_those_that_are_alike_keep_their_order() {
        assert_eq!(seriated(&[]), Vec::<usize>::new());
        assert_eq!(seriated(&[vec![], vec![], vec![]]), [0, 1, 2]);
        assert_eq!(seriated(&[vec![1], vec![2], vec![3]]), [0, 1, 2]);
        let many = vec![vec![1]; MOST + 2];
        assert_eq!(seriated(&many), (0..MOST + 2).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn every_item_is_in_the_order_once_and_the_path_is_no_longer_than_before(
            vectors in proptest::collection::vec(proptest::collection::vec(0..4u32, 5), 0..12)
        ) {
            let order = seriated(&vectors);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..vectors.len()).collect::<Vec<_>>());
            prop_assert!(order.first().is_none_or(|&first| first == 0));
            prop_assert_eq!(seriated(&vectors), order);
        }
    }
}
