//! The layout of a network by stress majorization: Gansner, Koren and North, "Graph Drawing by Stress Majorization", in
//! *Graph Drawing 2004*, LNCS 3383, in the localized form of its section 2.3. Nodes come to lie as far apart as the
//! shortest path between them is long; a pair counts by the inverse square of that length.
//!
//! It begins at points of the additive recurrence *R2* (Roberts 2018), which fill a square evenly, in place of random
//! ones, and of several beginnings the end with the least stress is kept. Everything is added, multiplied, divided and
//! rooted, operations that IEEE 754 rounds alike on every machine: the same network always has the same layout.

/// A point.
pub type Point = [f64; 2];

/// The steps of R2: the inverse of the plastic number, and its square.
const STEP: Point = [0.754_877_666_246_692_7, 0.569_840_290_998_053_2];

/// The largest number of times that every node is moved.
const MOST_SWEEPS: usize = 120;
/// A sweep that lowers the stress by less than this share is the last.
const LEAST_IMPROVEMENT: f64 = 1e-4;
/// The number of beginnings of a small network.
const BEGINNINGS: usize = 6;
/// Above this number of nodes, a network has one beginning.
const SMALL: usize = 60;

/// A point for each of `nodes` nodes, within the square from 0 to 1 in both directions, the longer axis of the whole
/// across. Ties are pairs of nodes with their lengths, above zero. Pairs without a path are farther apart than any with
/// one.
///
/// Takes time in proportion to the cube of the number of nodes.
pub fn layout(nodes: usize, ties: &[([usize; 2], f64)]) -> Vec<Point> {
    let distances = distances(nodes, ties);
    let beginnings = if nodes <= SMALL { BEGINNINGS } else { 1 };
    let mut best: Option<(f64, Vec<Point>)> = None;
    for beginning in 0..beginnings {
        let (stress, points) = majorized(&distances, start(nodes, beginning * nodes));
        if best.as_ref().is_none_or(|(least, _)| stress < *least * (1.0 - LEAST_IMPROVEMENT)) {
            best = Some((stress, points));
        }
    }
    fitted(best.map(|(_, points)| points).unwrap_or_default())
}

/// The lengths of the shortest paths between all pairs (Floyd 1962, Warshall 1962).
fn distances(nodes: usize, ties: &[([usize; 2], f64)]) -> Vec<Vec<f64>> {
    let mut distances = vec![vec![f64::INFINITY; nodes]; nodes];
    for &([i, j], length) in ties {
        distances[i][j] = distances[i][j].min(length);
        distances[j][i] = distances[i][j];
    }
    for k in 0..nodes {
        let via = distances[k].clone();
        for row in &mut distances {
            let to = row[k];
            if to.is_finite() {
                for (own, onward) in row.iter_mut().zip(&via) {
                    *own = own.min(to + onward);
                }
            }
        }
    }
    let longest = distances.iter().flatten().copied().filter(|length| length.is_finite()).fold(1.0, f64::max);
    for length in distances.iter_mut().flatten().filter(|length| length.is_infinite()) {
        *length = longest + 1.0;
    }
    distances
}

/// The points at which the nodes begin.
fn start(nodes: usize, skipped: usize) -> Vec<Point> {
    let side = (nodes as f64).sqrt();
    (0..nodes).map(|node| STEP.map(|step| (step * (skipped + node + 1) as f64).fract() * side)).collect()
}

/// Moves the nodes until that lowers the stress no more; the stress that is left, and the points.
fn majorized(distances: &[Vec<f64>], mut points: Vec<Point>) -> (f64, Vec<Point>) {
    let mut stress = stress(distances, &points);
    for _ in 0..MOST_SWEEPS {
        for (i, row) in distances.iter().enumerate() {
            let own = points[i];
            let mut sum = [0.0; 2];
            let mut weights = 0.0;
            for (j, (&wanted, other)) in row.iter().zip(&points).enumerate() {
                if i == j {
                    continue;
                }
                let apart = distance(own, *other);
                let weight = 1.0 / (wanted * wanted);
                let pull = if apart > 0.0 { wanted / apart } else { 0.0 };
                for axis in 0..2 {
                    sum[axis] += weight * (other[axis] + (own[axis] - other[axis]) * pull);
                }
                weights += weight;
            }
            if weights > 0.0 {
                points[i] = sum.map(|sum| sum / weights);
            }
        }
        let next = self::stress(distances, &points);
        let is_last = stress - next < stress * LEAST_IMPROVEMENT;
        stress = next;
        if is_last {
            break;
        }
    }
    (stress, points)
}

fn stress(distances: &[Vec<f64>], points: &[Point]) -> f64 {
    let mut stress = 0.0;
    for (i, row) in distances.iter().enumerate() {
        for (wanted, other) in row.iter().zip(points).take(i) {
            let off = (distance(points[i], *other) - wanted) / wanted;
            stress += off * off;
        }
    }
    stress
}

fn distance(a: Point, b: Point) -> f64 {
    let [x, y] = [a[0] - b[0], a[1] - b[1]];
    (x * x + y * y).sqrt()
}

/// Turns the points so that their first principal axis is across, with the first node to the upper left, and scales
/// them into the unit square.
fn fitted(mut points: Vec<Point>) -> Vec<Point> {
    let number = points.len().max(1) as f64;
    let middle = [0, 1].map(|axis| points.iter().map(|point| point[axis]).sum::<f64>() / number);
    for point in &mut points {
        *point = [point[0] - middle[0], point[1] - middle[1]];
    }
    let moment = |a: usize, b: usize| points.iter().map(|point| point[a] * point[b]).sum::<f64>();
    let across = principal_axis(moment(0, 0), moment(0, 1), moment(1, 1));
    for point in &mut points {
        *point = [point[0] * across[0] + point[1] * across[1], point[1] * across[0] - point[0] * across[1]];
    }
    let bounds = [0, 1].map(|axis| {
        let values = || points.iter().map(|point| point[axis]);
        (values().fold(0.0, f64::min), values().fold(0.0, f64::max))
    });
    let extent = bounds.iter().map(|(least, most)| most - least).fold(0.0, f64::max);
    let first = points.first().copied().unwrap_or_default();
    for point in &mut points {
        for ((value, (least, most)), first) in point.iter_mut().zip(bounds).zip(first) {
            let from_end = if first > 0.0 { most - *value } else { *value - least };
            *value = if extent > 0.0 { from_end / extent } else { 0.5 };
        }
    }
    points
}

/// The direction, of length one, in which a symmetric matrix `[[a, b], [b, d]]` stretches most.
fn principal_axis(a: f64, b: f64, d: f64) -> Point {
    let half = (a - d) / 2.0;
    let largest = f64::midpoint(a, d) + (half * half + b * b).sqrt();
    let direction = if b == 0.0 { if a >= d { [1.0, 0.0] } else { [0.0, 1.0] } } else { [largest - d, b] };
    let length = distance(direction, [0.0; 2]);
    if length > 0.0 { direction.map(|part| part / length) } else { [1.0, 0.0] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(nodes: usize) -> Vec<([usize; 2], f64)> {
        (1..nodes).map(|node| ([node - 1, node], 1.0)).collect()
    }

    #[test]
    fn a_path_is_a_line_across() {
        let points = layout(5, &path(5));
        for (index, point) in points.iter().enumerate() {
            assert!((point[0] - index as f64 / 4.0).abs() < 0.02, "{points:?}");
        }
    }

    #[test]
    fn opposite_corners_of_a_square_are_farther_apart_than_sides() {
        let square = [([0, 1], 1.0), ([1, 2], 1.0), ([2, 3], 1.0), ([0, 3], 1.0)];
        let points = layout(4, &square);
        let longest_side = square.iter().map(|([i, j], _)| distance(points[*i], points[*j])).fold(0.0, f64::max);
        for (i, j) in [(0, 2), (1, 3)] {
            assert!(distance(points[i], points[j]) > longest_side, "{points:?}");
        }
    }

    #[test]
    fn the_same_network_has_the_same_layout_within_the_square() {
        let ties: Vec<_> = (0..80).flat_map(|i| [([i, (i * 7 + 1) % 80], 1.5), ([i, (i * 3 + 2) % 80], 1.0)]).collect();
        let ties: Vec<_> = ties.into_iter().filter(|([i, j], _)| i != j).collect();
        let points = layout(80, &ties);
        assert_eq!(points, layout(80, &ties));
        assert!(points.iter().flatten().all(|share| (0.0..=1.0).contains(share)));
    }

    #[test]
    fn few_nodes_and_separate_ones_have_a_place() {
        assert_eq!(layout(0, &[]), [[0.0; 2]; 0]);
        assert_eq!(layout(1, &[]), [[0.5; 2]]);
        let points = layout(4, &[([0, 1], 1.0), ([2, 3], 1.0)]);
        let near = distance(points[0], points[1]);
        assert!(points.iter().skip(2).all(|other| distance(points[0], *other) > near), "{points:?}");
    }
}
