//! What is drawn of corpora of any size, and what is said of it.

mod numbers;

use corpus::{ActorId, Position};
use proptest::prelude::*;

use super::*;
use crate::Shared;
use crate::card;
use crate::set::StatementSet;
use crate::testing::{Coded, aldport, both, shown, with_positions};
use crate::view::{Aggregation, Filter, NetworkSettings, Normalization, Threshold, View};

/// Three actors on three topics:
///
/// | | t1 | t2 | t3 | activity |
/// |---|---|---|---|---|
/// | a | 2 for | 1 against | 1 for | 4 |
/// | b | 1 for | 1 for | 1 for | 3 |
/// | c | 1 against | 2 against | | 3 |
///
/// Both statements of a on t1 are in one document, those of c on t2 in two.
const CODED: [Coded<'static>; 9] = [
    ("a", &["t1"], "supports", 0),
    ("a", &["t1"], "supports", 0),
    ("a", &["t2"], "opposes", 0),
    ("a", &["t3"], "supports", 1),
    ("b", &["t1", "t2", "t3"], "supports", 0),
    ("b", &["t1"], "neither", 0),
    ("c", &["t1"], "opposes", 1),
    ("c", &["t2"], "opposes", 0),
    ("c", &["t2"], "opposes", 1),
];

fn coded() -> Shared {
    with_positions(&CODED)
}

fn drawn(data: Shared, link: &str, settings: NetworkSettings) -> Network {
    let filter = crate::testing::selection(data, link).filter;
    let mut statements = StatementSet::empty(data.statements.len());
    for id in shown(data, link) {
        statements.insert(id);
    }
    network(data, &filter, &statements, settings)
}

fn of(aggregation: Aggregation) -> NetworkSettings {
    NetworkSettings { aggregation, normalization: aggregation.normalizations()[0], ..NetworkSettings::default() }
}

const AGGREGATIONS: [Aggregation; 4] =
    [Aggregation::Congruence, Aggregation::Conflict, Aggregation::Subtract, Aggregation::Affiliation];

proptest! {
    #[test]
    fn outlines_hold_their_nodes_and_clusters_have_a_tie(seed in 0u32..40) {
        let coded: Vec<(String, String, bool)> = (0..30u32)
            .map(|n| (n * (seed + 3) % 11, n * (seed + 7) % 5, (n + seed) % 3 > 0))
            .map(|(actor, topic, is_for)| (format!("a{actor}"), format!("t{topic}"), is_for))
            .collect();
        let topics: Vec<[&str; 1]> = coded.iter().map(|(_, topic, _)| [topic.as_str()]).collect();
        let statements: Vec<Coded<'_>> = coded
            .iter()
            .zip(&topics)
            .map(|((actor, _, is_for), topics)| (actor.as_str(), &topics[..], if *is_for { "supports" } else { "opposes" }, 0))
            .collect();
        let network = drawn(with_positions(&statements), "#/", NetworkSettings::default());
        for outline in &network.outlines {
            prop_assert!(outline.corners.len() <= outline.nodes.len());
            for corner in &outline.corners {
                prop_assert!(outline.nodes.iter().any(|&node| network.nodes[node].at == *corner));
            }
        }
    }
}

#[test]
fn a_network_says_what_is_to_be_seen_and_how_it_was_made() {
    let data = coded();
    let network = drawn(data, "#/", of(Aggregation::Congruence));
    assert_eq!(
        network.sentence.to_string(),
        "Three actors agree with another on something. a and b agree most, on two topics."
    );
    assert_eq!(
        network.notes.last().unwrap().to_string(),
        "Weights as in Discourse Network Analyzer: shared positions \
        (congruence), normalised by average activity, duplicates included. Layout: stress majorization."
    );
    let weights: Vec<_> = network.edges.iter().map(|edge| (edge.weight.as_str(), edge.reason.to_string())).collect();
    assert_eq!(weights, [("0.857", "t1; t3".to_owned()), ("0.571", "t2".to_owned())]);

    let network = drawn(data, "#/", of(Aggregation::Conflict));
    assert_eq!(
        network.sentence.to_string(),
        "Three actors are opposed to another on something. b and c are opposed most, on two topics."
    );
    assert!(network.edges.iter().all(|edge| edge.kind == EdgeKind::Negative));
    assert_eq!(network.edges[0].spoken.to_string(), "b and c are opposed, weight 1: t1; t2");

    let network = drawn(data, "#/", of(Aggregation::Subtract));
    // That of a and c is zero.
    assert_eq!(network.edges.iter().map(|edge| edge.weight.as_str()).collect::<Vec<_>>(), ["−1", "0.571"]);
    assert_eq!(
        network.sentence.to_string(),
        "Three actors agree or are opposed on balance. a and b agree most, on two topics; b and c are opposed most, on \
         two topics."
    );

    let network = drawn(data, "#/", of(Aggregation::Affiliation));
    assert_eq!(network.sentence.to_string(), "Three actors take sides on three topics. The strongest tie: a, for t1.");
    assert_eq!(network.edges.last().unwrap().weight, "−1");
}

#[test]
fn the_same_filter_gives_the_same_network_within_the_figure() {
    for data in both().into_iter().chain([aldport(), coded()]) {
        for aggregation in AGGREGATIONS {
            let network = drawn(data, "#/", of(aggregation));
            assert_eq!(network, drawn(data, "#/", of(aggregation)));
            assert_eq!(network.nodes.is_empty(), network.edges.is_empty());
            assert!(!network.sentence.is_empty());
            for edge in &network.edges {
                assert!(edge.ends.iter().all(|&end| end < network.nodes.len()));
            }
            for node in &network.nodes {
                assert!(node.at.iter().all(|at| (0..=10_000).contains(&at.0)), "{node:?}");
            }
        }
    }
}

#[test]
fn links_lead_to_all_statements_of_a_node_and_of_a_tie() {
    for data in [aldport(), coded()] {
        for aggregation in AGGREGATIONS {
            let network = drawn(data, "#/", of(aggregation));
            for edge in &network.edges {
                let href = edge.href.as_ref().expect("no voice is wanted");
                let found = shown(data, href);
                assert!(!found.is_empty(), "{href}");
                for &id in &found {
                    assert!(data.statement(id).position.is_some(), "{href}");
                }
                if let Some(compare) = &edge.compare {
                    assert!(matches!(crate::testing::view(data, compare), View::Compare(_)));
                }
            }
            for node in network.nodes.iter().filter(|node| !node.is_topic) {
                let href = node.href.as_ref().expect("no voice is wanted");
                let found = shown(data, href);
                let takes_side =
                    |id| matches!(data.statement(id).position, Some(Position::Supports | Position::Opposes));
                for id in data.statement_ids().filter(|&id| takes_side(id) && !data.statement(id).topics.is_empty()) {
                    let mut wholes = card::voices(data, id).iter().map(|&voice| card::whole(data, voice));
                    if wholes.any(|whole| data.actor(whole).slug == node.slug) {
                        assert!(found.contains(&id), "{href} {}", data.statement(id).slug);
                    }
                }
            }
        }
    }
}

#[test]
fn a_filter_takes_ties_away_and_stays_in_the_links() {
    let data = coded();
    let network = drawn(data, "#/?topic=t1", NetworkSettings::default());
    let names: Vec<_> = network.nodes.iter().map(|node| node.slug).collect();
    assert_eq!(names, ["a", "b"]);
    let first = |network: &Network| network.edges[0].href.clone().unwrap_or_default();
    assert_eq!(first(&network), "#/?actor=a,b&role=speaker,agent&topic=t1&position=supports,opposes");
    assert_eq!(network.notes[0].to_string(), "Joined to nobody: c.");
    let one_side = drawn(data, "#/?position=supports", NetworkSettings::default());
    assert_eq!(first(&one_side), "#/?actor=a,b&role=speaker,agent&topic=t1,t3&position=supports");
    let spoken = drawn(data, "#/?role=speaker&topic=t1", NetworkSettings::default());
    assert_eq!(first(&spoken), "#/?role=speaker&topic=t1&position=supports,opposes&voice=a,b");
}

#[test]
fn a_threshold_leaves_weak_ties_out_and_says_so() {
    let settings = NetworkSettings { threshold: Threshold::ThreeQuarters, ..NetworkSettings::default() };
    let network = drawn(coded(), "#/", settings);
    assert_eq!(network.edges.len(), 1);
    let notes: Vec<_> = network.notes.iter().map(ToString::to_string).collect();
    assert!(notes.contains(&"1 tie weaker than 75 % of the strongest is left out.".to_owned()), "{notes:?}");
    assert!(notes.contains(&"Joined to nobody: c.".to_owned()), "{notes:?}");
}

#[test]
fn a_normalisation_of_the_other_kind_of_network_is_replaced() {
    let settings = NetworkSettings { normalization: Normalization::Prominence, ..NetworkSettings::default() };
    assert_eq!(drawn(coded(), "#/", settings).settings.normalization, Normalization::Average);
    let settings = NetworkSettings { aggregation: Aggregation::Affiliation, ..NetworkSettings::default() };
    assert_eq!(drawn(coded(), "#/", settings).settings.normalization, Normalization::No);
}

#[test]
fn without_anything_to_draw_the_sentence_says_why() {
    let said = |coded: &[Coded<'_>], aggregation| {
        let network = drawn(with_positions(coded), "#/", of(aggregation));
        assert_eq!((network.nodes.len(), network.height), (0, 0));
        network.sentence.to_string()
    };
    let nobody = "No statement here is for or against something, so nobody is joined to anybody.";
    for aggregation in AGGREGATIONS {
        assert_eq!(said(&[("a", &["t"], "neither", 0), ("b", &["t"], "neither", 0)], aggregation), nobody);
    }
    let one: [Coded<'_>; 1] = [("a", &["t"], "supports", 0)];
    assert_eq!(said(&one, Aggregation::Congruence), "Only one actor takes sides here, and a network needs two.");
    let two: [Coded<'_>; 2] = [("a", &["t"], "supports", 0), ("b", &["t"], "opposes", 0)];
    assert_eq!(
        said(&two, Aggregation::Congruence),
        "Two actors take sides here, but no two of them are on the same side of a topic."
    );
    let both: [Coded<'_>; 2] = [("a", &["t"], "supports", 0), ("a", &["t"], "opposes", 0)];
    assert_eq!(
        said(&both, Aggregation::Affiliation),
        "One actor takes sides here, but each says as much for a topic as against it."
    );
}

#[test]
fn one_actor_alone_has_a_network_with_topics() {
    let network = drawn(with_positions(&[("a", &["t", "u"], "supports", 0)]), "#/", of(Aggregation::Affiliation));
    assert_eq!(network.sentence.to_string(), "One actor takes sides on two topics. The strongest tie: a, for t.");
}

#[test]
fn two_thousand_actors_are_folded_to_the_most_active_and_that_is_said() {
    let names: Vec<String> = (0..2000).map(|n| format!("actor-{n:04}")).collect();
    let statements: Vec<Coded<'_>> = names
        .iter()
        .enumerate()
        .flat_map(|(n, name)| {
            let position = if n % 3 == 0 { "opposes" } else { "supports" };
            let topics: &[&str] = [&["t1"], &["t2"], &["t3"]][n % 7 % 3];
            // The last are the most active.
            std::iter::repeat_n((name.as_str(), topics, position, n / 100), 1 + usize::from(n >= 1900))
        })
        .collect();
    let data = with_positions(&statements);
    for aggregation in AGGREGATIONS {
        let network = drawn(data, "#/", of(aggregation));
        assert!((30..=90).contains(&network.nodes.len()), "{}", network.nodes.len());
        assert!(network.edges.len() <= 99);
        assert!(network.height <= 640);
        assert!(network.nodes.iter().all(|node| node.is_topic || node.slug >= "actor-1900"));
        let notes: Vec<_> = network.notes.iter().map(ToString::to_string).collect();
        assert_eq!(notes[0], "Of 2\u{202f}000 actors, the 60 that take sides most often are looked at.");
    }
}

#[test]
fn weights_have_at_most_three_decimals() {
    for (number, text) in [
        (0.0, "0"),
        (2.0, "2"),
        (0.5, "0.5"),
        (1.0 / 3.0, "0.333"),
        (-0.25, "−0.25"),
        (0.0204, "0.02"),
        (1234.5, "1\u{202f}234.5"),
    ] {
        assert_eq!(words::decimal(number), text);
    }
    assert_eq!([0.0001, -0.0001].map(words::decimal), ["< 0.001", "−< 0.001"]);
}

#[test]
fn filters_of_an_actor_show_its_own_ties() {
    let data = aldport();
    let id = ActorId(0);
    let filter = Filter { actors: crate::view::Choice::of(id), ..Filter::default() };
    let link = crate::link::write(data, &View::filtered(filter));
    assert!(!drawn(data, &link, of(Aggregation::Affiliation)).sentence.is_empty());
}
