//! The order of nodes in columns by the barycentre method: Sugiyama, Tagawa and Toda, "Methods for Visual Understanding
//! of Hierarchical System Structures", *IEEE Transactions on Systems, Man, and Cybernetics* 11 (1981). Each column in
//! turn is sorted by the mean position of the nodes that its nodes are joined to, and of all orders on the way the one
//! in which the fewest statements cross is kept.

use crate::order;

/// The number of times that each column is sorted.
const SWEEPS: usize = 6;

/// A ribbon between the nodes of a column and of the next: the two indices, and the number of statements.
pub type Joint = (usize, usize, u32);

/// The nodes of each column from top to bottom. `sizes` are the numbers of nodes in the columns, and `joints` the
/// ribbons after each column but the last. A node that `is_last` stays below all others.
pub fn ordered(sizes: &[usize], joints: &[Vec<Joint>], is_last: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut columns: Vec<Vec<usize>> = sizes.iter().map(|&size| (0..size).collect()).collect();
    let mut best = columns.clone();
    let mut fewest = crossings(&columns, joints);
    for sweep in 0..SWEEPS {
        let to_the_right = sweep % 2 == 0;
        for step in 1..columns.len() {
            let (column, fixed) =
                if to_the_right { (step, step - 1) } else { (columns.len() - 1 - step, columns.len() - step) };
            let positions = positions(&columns[fixed]);
            let mut sums = vec![(0u64, 0u64); sizes[column]];
            for &(left, right, count) in &joints[column.min(fixed)] {
                let (own, other) = if to_the_right { (right, left) } else { (left, right) };
                sums[own].0 += positions[other] as u64 * u64::from(count);
                sums[own].1 += u64::from(count);
            }
            let barycentre = |node: usize| sums[node].0 * 1000 / sums[node].1.max(1);
            columns[column] = order::by_key(std::mem::take(&mut columns[column]), |&node| {
                [is_last(column, node).into(), i32::try_from(barycentre(node)).unwrap_or(i32::MAX), 0]
            });
        }
        let crossing = crossings(&columns, joints);
        if crossing < fewest {
            fewest = crossing;
            best.clone_from(&columns);
        }
    }
    best
}

/// The position of each node in a column.
fn positions(column: &[usize]) -> Vec<usize> {
    let mut positions = vec![0; column.len()];
    column.iter().enumerate().for_each(|(position, &node)| positions[node] = position);
    positions
}

/// The number of pairs of statements whose ribbons cross.
fn crossings(columns: &[Vec<usize>], joints: &[Vec<Joint>]) -> u64 {
    let mut crossings = 0;
    for (index, joints) in joints.iter().enumerate() {
        let [left, right] = [index, index + 1].map(|column| positions(&columns[column]));
        let placed: Vec<_> =
            joints.iter().map(|&(from, to, count)| (left[from], right[to], u64::from(count))).collect();
        for (index, one) in placed.iter().enumerate() {
            for other in &placed[index + 1..] {
                if (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1) {
                    crossings += one.2 * other.2;
                }
            }
        }
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ribbons_that_need_not_cross_do_not() {
        let joints = vec![vec![(0, 2, 1), (1, 1, 1), (2, 0, 1)]];
        let columns = ordered(&[3, 3], &joints, |_, _| false);
        assert_eq!(crossings(&columns, &joints), 0);
        assert_eq!(columns, [vec![0, 1, 2], vec![2, 1, 0]]);
    }

    #[test]
    fn of_orders_that_all_cross_the_one_with_the_fewest_statements_is_kept() {
        // Each of two with each of two: the thick ribbons are parallel.
        let joints = vec![vec![(0, 0, 1), (0, 1, 5), (1, 0, 5), (1, 1, 1)]];
        let columns = ordered(&[2, 2], &joints, |_, _| false);
        assert_eq!((columns, crossings(&[vec![0, 1], vec![1, 0]], &joints)), (vec![vec![0, 1], vec![1, 0]], 1));
    }

    #[test]
    fn the_others_stay_below_and_empty_columns_are_no_error() {
        let joints = vec![vec![(0, 1, 1), (1, 0, 1)]];
        let columns = ordered(&[2, 2], &joints, |_, node| node == 1);
        assert_eq!(columns, [vec![0, 1], vec![0, 1]]);
        assert_eq!(ordered(&[0, 0], &[vec![]], |_, _| false), [[0usize; 0], []]);
    }
}
