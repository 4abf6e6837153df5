//! The numbers of a network held against cases computed by hand, and against the loops of Discourse Network Analyzer.

use std::collections::BTreeMap;

use corpus::{ActorId, TopicId};
use proptest::prelude::*;

use super::super::*;
use super::coded;
use crate::Shared;
use crate::testing::{actor, topic};
use crate::view::{Aggregation, Duplicates, Normalization};

fn cells(data: Shared, duplicates: Duplicates) -> Vec<Cell> {
    incidence(data, data.statement_ids(), duplicates)
}

#[track_caller]
fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 1e-9, "{what}: {found}, not {expected}");
}

#[test]
fn counts_are_by_actor_topic_and_side() {
    let data = coded();
    let counts = |duplicates| -> Vec<(&str, &str, u32, u32)> {
        let cells = cells(data, duplicates).into_iter();
        cells.map(|it| (data.actor(it.actor).slug, data.topic(it.topic).slug, it.supports, it.opposes)).collect()
    };
    let b = [("b", "t1", 1, 0), ("b", "t2", 1, 0), ("b", "t3", 1, 0)];
    let with = |a_t1, c_t2| {
        let a = [("a", "t1", a_t1, 0), ("a", "t2", 0, 1), ("a", "t3", 1, 0)];
        a.into_iter().chain(b).chain([("c", "t1", 0, 1), ("c", "t2", 0, c_t2)]).collect::<Vec<_>>()
    };
    assert_eq!(counts(Duplicates::Include), with(2, 2));
    assert_eq!(counts(Duplicates::Document), with(1, 2));
    assert_eq!(counts(Duplicates::AcrossRange), with(1, 1));
}

#[test]
fn ties_of_actors_are_those_computed_by_hand() {
    let data = coded();
    let actors = ["a", "b", "c"].map(|slug| actor(data, slug));
    let cells = cells(data, Duplicates::Include);
    // Of each pair the divisor; congruence is 3, 2, 0 and conflict 1, 2, 3.
    for (normalization, divisors) in [
        (Normalization::No, [1.0, 1.0, 1.0]),
        (Normalization::Average, [3.5, 3.5, 3.0]),
        (Normalization::Jaccard, [1.0 + 1.0 + 3.0, 3.0 + 1.0 + 2.0, 3.0 + 3.0]),
        (Normalization::Cosine, [12.0, 12.0, 9.0]),
    ] {
        let ties = actor_ties(&cells, &actors, normalization);
        assert_eq!(ties.iter().map(|tie| tie.ends).collect::<Vec<_>>(), [[0, 1], [0, 2], [1, 2]]);
        for ((tie, divisor), (congruence, conflict)) in
            ties.iter().zip(divisors).zip([(3.0, 1.0), (2.0, 2.0), (0.0, 3.0)])
        {
            let what = format!("{normalization:?} {:?}", tie.ends);
            assert_near(tie.weight(Aggregation::Congruence), congruence / divisor, &what);
            assert_near(tie.weight(Aggregation::Conflict), conflict / divisor, &what);
            assert_near(tie.weight(Aggregation::Subtract), (congruence - conflict) / divisor, &what);
        }
    }
    let ties = actor_ties(&cells, &actors, Normalization::No);
    let [t1, t2, t3] = ["t1", "t2", "t3"].map(|slug| topic(data, slug));
    assert_eq!((&ties[0].shared, &ties[0].opposed), (&vec![t1, t3], &vec![t2]));
    assert_eq!((&ties[1].shared, &ties[1].opposed), (&vec![t2], &vec![t1]));
    assert_eq!((&ties[2].shared, &ties[2].opposed), (&vec![], &vec![t1, t2]));
}

#[test]
fn ties_of_actors_and_topics_are_those_computed_by_hand() {
    let data = coded();
    let cells = cells(data, Duplicates::Include);
    let counts = [2.0, -1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -2.0];
    let [t1, t2, t3] = [4.0, 4.0, 2.0];
    for (normalization, divisors) in [
        (Normalization::No, [1.0; 8]),
        (Normalization::Activity, [4.0, 4.0, 4.0, 3.0, 3.0, 3.0, 3.0, 3.0]),
        (Normalization::Prominence, [t1, t2, t3, t1, t2, t3, t1, t2]),
    ] {
        let ties = topic_ties(&cells, data.topics.len(), normalization);
        assert_eq!(ties.len(), 8);
        for ((tie, count), divisor) in ties.iter().zip(counts).zip(divisors) {
            assert_near(tie.weight, count / divisor, &format!("{normalization:?} {:?}", tie.cell));
        }
    }
}

/// The weights of two actors as the loops of `Exporter.computeOneModeMatrix` compute them, from the dense array.
fn dense(cells: &[Cell], [i1, i2]: [ActorId; 2], topics: usize, normalization: Normalization) -> [f64; 2] {
    let array: BTreeMap<(ActorId, TopicId), [f64; 2]> =
        cells.iter().map(|it| ((it.actor, it.topic), [f64::from(it.opposes), f64::from(it.supports)])).collect();
    let x = |i: ActorId, j: usize, k: usize| array.get(&(i, TopicId(j as u32))).map_or(0.0, |counts| counts[k]);
    let all = || (0..topics).flat_map(|j| [(j, 0), (j, 1)]);
    let congruence: f64 = all().map(|(j, k)| x(i1, j, k) * x(i2, j, k)).sum();
    let conflict: f64 = all().map(|(j, k)| x(i1, j, k) * x(i2, j, 1 - k)).sum();
    let [count1, count2] = [i1, i2].map(|i| all().map(|(j, k)| x(i, j, k)).sum::<f64>());
    let norm = match normalization {
        Normalization::Average => f64::midpoint(count1, count2),
        Normalization::Jaccard => {
            let m10: f64 = all().filter(|&(j, k)| x(i2, j, k) == 0.0).map(|(j, k)| x(i1, j, k)).sum();
            let m01: f64 = all().filter(|&(j, k)| x(i1, j, k) == 0.0).map(|(j, k)| x(i2, j, k)).sum();
            m10 + m01 + congruence
        }
        Normalization::Cosine => (count1 * count1).sqrt() * (count2 * count2).sqrt(),
        _ => 1.0,
    };
    if norm == 0.0 { [0.0; 2] } else { [congruence / norm, conflict / norm] }
}

fn some_cells() -> impl Strategy<Value = Vec<Cell>> {
    let cell = ((0u32..6, 0u32..5), (0u32..4, 0u32..3));
    proptest::collection::btree_map(cell.0, cell.1, 0..20).prop_map(|cells| {
        let cells = cells.into_iter().filter(|(_, (supports, opposes))| supports + opposes > 0);
        cells
            .map(|((i, j), (supports, opposes))| Cell { actor: ActorId(i), topic: TopicId(j), supports, opposes })
            .collect()
    })
}

proptest! {
    #[test]
    fn sparse_sums_are_those_of_the_dense_array(cells in some_cells()) {
        let actors: Vec<_> = activity(&cells).into_iter().map(|(id, _)| id).collect();
        for normalization in Aggregation::Congruence.normalizations() {
            let ties = actor_ties(&cells, &actors, *normalization);
            let mut found: BTreeMap<[usize; 2], [f64; 2]> = BTreeMap::new();
            for tie in ties {
                found.insert(tie.ends, [tie.congruence, tie.conflict]);
            }
            for i in 0..actors.len() {
                for j in i + 1..actors.len() {
                    let expected = dense(&cells, [actors[i], actors[j]], 5, *normalization);
                    let own = found.get(&[i, j]).copied().unwrap_or_default();
                    for (own, expected) in own.into_iter().zip(expected) {
                        prop_assert!((own - expected).abs() < 1e-9, "{own} {expected}");
                    }
                }
            }
        }
    }
}
