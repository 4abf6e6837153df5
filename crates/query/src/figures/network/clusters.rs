//! Clusters of a network by greedy modularity: Clauset, Newman and Moore, "Finding community structure in very large
//! networks", *Physical Review E* 70 (2004), 066111. rDNA offers the method as "Fast & Greedy" (`dna_multiclust`).
//!
//! Every node begins as a cluster of its own. The two clusters whose union raises modularity most are united, until no
//! union raises it. Of unions that raise it equally, that of the clusters with the smallest numbers comes first, so the
//! same network always has the same clusters.

/// Gains of modularity below this are rounding.
const LEAST_GAIN: f64 = 1e-12;

/// The cluster of each of `nodes` nodes, numbered from zero in the order of their first nodes. Ties are pairs of nodes
/// with a weight above zero. A node without ties is a cluster of its own.
///
/// Takes time in proportion to the cube of the number of nodes.
pub fn clusters(nodes: usize, ties: &[([usize; 2], f64)]) -> Vec<usize> {
    let total: f64 = ties.iter().map(|(_, weight)| weight).sum();
    // The names of the paper: e is the share of ties between two clusters, a the share of ends in each.
    let mut e = vec![vec![0.0; nodes]; nodes];
    let mut a = vec![0.0; nodes];
    for &([i, j], weight) in ties {
        let share = weight / total / 2.0;
        e[i][j] += share;
        e[j][i] += share;
        a[i] += share;
        a[j] += share;
    }
    let mut cluster: Vec<usize> = (0..nodes).collect();
    let mut left = cluster.clone();
    loop {
        let mut best = None;
        let mut most = LEAST_GAIN;
        for (index, &i) in left.iter().enumerate() {
            for &j in &left[index + 1..] {
                let gain = 2.0 * (e[i][j] - a[i] * a[j]);
                if e[i][j] > 0.0 && gain > most + LEAST_GAIN {
                    (best, most) = (Some((i, j)), gain);
                }
            }
        }
        let Some((i, j)) = best else { break };
        left.retain(|&kept| kept != j);
        cluster.iter_mut().filter(|own| **own == j).for_each(|own| *own = i);
        a[i] += a[j];
        for &k in left.iter().filter(|&&k| k != i) {
            e[i][k] += e[j][k];
            e[k][i] = e[i][k];
        }
    }
    cluster.iter().map(|own| left.iter().position(|kept| kept == own).unwrap_or_default()).collect()
}

/// The modularity of clusters: the share of ties within them, less that expected of random ties between nodes of the
/// same strengths (Newman and Girvan 2004). Zero without ties.
pub fn modularity(clusters: &[usize], ties: &[([usize; 2], f64)]) -> f64 {
    let total: f64 = ties.iter().map(|(_, weight)| weight).sum();
    if total == 0.0 {
        return 0.0;
    }
    let mut within = 0.0;
    let mut ends = vec![0.0; clusters.len()];
    for &([i, j], weight) in ties {
        if clusters[i] == clusters[j] {
            within += weight / total;
        }
        ends[clusters[i]] += weight / total / 2.0;
        ends[clusters[j]] += weight / total / 2.0;
    }
    within - ends.iter().map(|share| share * share).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two triangles joined by a tie.
    const BARBELL: [([usize; 2], f64); 7] =
        [([0, 1], 1.0), ([0, 2], 1.0), ([1, 2], 1.0), ([3, 4], 1.0), ([3, 5], 1.0), ([4, 5], 1.0), ([2, 3], 1.0)];

    #[test]
    fn two_triangles_are_two_clusters() {
        let found = clusters(6, &BARBELL);
        assert_eq!(found, [0, 0, 0, 1, 1, 1]);
        // By hand: six of seven ties within, seven of fourteen ends in each: 6/7 - 1/2.
        assert!((modularity(&found, &BARBELL) - (6.0 / 7.0 - 0.5)).abs() < 1e-12);
    }

    #[test]
    fn weights_decide_where_the_form_does_not() {
        // A square whose opposite sides are strong.
        let square = [([0, 1], 3.0), ([1, 2], 1.0), ([2, 3], 3.0), ([0, 3], 1.0)];
        assert_eq!(clusters(4, &square), [0, 0, 1, 1]);
    }

    #[test]
    fn nodes_without_ties_are_alone() {
        assert_eq!(clusters(0, &[]), [0; 0]);
        assert_eq!(clusters(1, &[]), [0]);
        assert_eq!(clusters(4, &[([1, 3], 1.0)]), [0, 1, 2, 1]);
        assert!(modularity(&[0, 1], &[]).abs() < 1e-12);
    }
}
