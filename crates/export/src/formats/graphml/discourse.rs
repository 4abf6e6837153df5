//! The discourse network of the view: its ties with their normalised weights, and the places of its nodes. The numbers
//! and the layout are those of the figure of the page, see `query::figures::network`; without the figure's threshold.

use std::borrow::Cow;

use corpus::derived::NetworkPlaces;
use corpus::{ActorId, StatementId, TopicId};
use query::Shared;
use query::figures::network::{
    LAID_OUT, activity, actor_ties, incidence, place_of_actor, place_of_topic, places, topic_ties,
};
use query::names::Named;
use query::view::{Aggregation, NetworkSettings, View};

use super::network::Node;

/// The kinds of its edges.
#[cfg(test)]
pub const NETWORKS: [&str; 4] = ["congruence", "conflict", "subtract", "affiliation"];

/// The side of the square in which nodes have their places.
const SIDE: f64 = 1000.0;

/// The discourse network.
pub struct DiscourseNetwork {
    /// What was chosen of it.
    pub settings: NetworkSettings,
    /// The ties.
    pub ties: Vec<Tie>,
    places: &'static NetworkPlaces,
}

/// A tie, which has no direction.
pub struct Tie {
    /// The two nodes.
    pub ends: [Node; 2],
    /// The weight, normalised.
    pub weight: f64,
    /// The topics that join the two.
    pub topics: Vec<TopicId>,
}

impl DiscourseNetwork {
    /// The network that the figure of a view shows, or that it shows at first where the view has no such figure: of
    /// these statements, among the actors with most of them.
    pub fn new(data: Shared, statements: &[StatementId], view: &View) -> DiscourseNetwork {
        let chosen = if let View::Overview(overview) = view { overview.network } else { NetworkSettings::default() };
        let normalization = chosen.aggregation.with(chosen.normalization);
        let settings = NetworkSettings { normalization, ..chosen };
        let cells = incidence(data, statements.iter().copied(), settings.duplicates);
        let actors: Vec<ActorId> = activity(&cells).into_iter().take(LAID_OUT).map(|(id, _)| id).collect();
        let is_two_mode = settings.aggregation.is_two_mode();
        let ties = if is_two_mode {
            let ties = topic_ties(&cells, data.topics.len(), normalization).into_iter();
            let ties = ties.filter(|tie| actors.contains(&tie.cell.actor));
            ties.map(|tie| Tie {
                ends: [Node::Actor(tie.cell.actor), Node::Topic(tie.cell.topic)],
                weight: tie.weight,
                topics: Vec::new(),
            })
            .collect()
        } else {
            let ties = actor_ties(&cells, &actors, normalization).into_iter();
            ties.map(|tie| Tie {
                ends: tie.ends.map(|end| Node::Actor(actors[end])),
                weight: tie.weight(settings.aggregation),
                topics: match settings.aggregation {
                    Aggregation::Congruence => tie.shared,
                    Aggregation::Conflict => tie.opposed,
                    _ => tie.shared.into_iter().chain(tie.opposed).collect(),
                },
            })
            .collect::<Vec<_>>()
        };
        let ties = ties.into_iter().filter(|tie| tie.weight != 0.0).collect();
        DiscourseNetwork { settings, ties, places: places(data, is_two_mode) }
    }

    /// The names of the settings in Discourse Network Analyzer: network, normalisation, duplicates.
    pub fn names(&self, data: Shared) -> [String; 3] {
        let NetworkSettings { aggregation, normalization, duplicates, .. } = self.settings;
        [aggregation.slug(data), normalization.slug(data), duplicates.slug(data)].map(Cow::into_owned)
    }

    /// The place of a node, from the left and from the top, as decimal numbers; none of a node that has none in the
    /// figure.
    pub fn place(&self, node: Node) -> Option<[String; 2]> {
        let place = match node {
            Node::Actor(id) => place_of_actor(self.places, id)?,
            Node::Topic(id) => place_of_topic(self.places, id)?,
            Node::Document(_) => return None,
        };
        Some(place.map(|share| decimal(share * SIDE)))
    }
}

/// A number with six decimals. Not by the formatting of floats, which would add eleven kilobytes to the program.
#[expect(clippy::cast_sign_loss, reason = "an absolute number is not negative")]
pub fn decimal(number: f64) -> String {
    let millionths = (number.abs() * 1e6 + 0.5) as u64;
    let sign = if number < 0.0 && millionths > 0 { "-" } else { "" };
    format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use query::figures::network::network;
    use query::filter::Filtered;
    use query::view::{Normalization, Overview};
    use roxmltree::Document;

    use super::super::FORMAT;
    use super::super::tests::{edges, named, values};
    use super::*;
    use crate::Context;
    use crate::testing::{aldport, context, ids};

    /// The export of an overview that shows a network.
    fn of_network(aggregation: Aggregation, normalization: Normalization) -> (Overview, String) {
        let network = NetworkSettings { aggregation, normalization, ..NetworkSettings::default() };
        let overview = Overview { network, ..Overview::default() };
        let context = Context { view: View::Overview(overview.clone()), ..context() };
        (overview, crate::write(aldport(), &ids(aldport()), &FORMAT, &context).text)
    }

    #[test]
    fn the_discourse_network_is_the_one_that_the_figure_of_the_view_shows() {
        let data = aldport();
        for (aggregation, normalization, names) in [
            (Aggregation::Congruence, Normalization::Average, ["congruence", "average"]),
            (Aggregation::Conflict, Normalization::Jaccard, ["conflict", "jaccard"]),
            (Aggregation::Subtract, Normalization::No, ["subtract", "no"]),
            (Aggregation::Affiliation, Normalization::Activity, ["affiliation", "activity"]),
        ] {
            let (overview, text) = of_network(aggregation, normalization);
            let document = Document::parse(&text).unwrap();
            let graph = values(&document, named(&document, "graph").next().unwrap());
            assert_eq!(
                [&*graph["network"], &*graph["normalization"], &*graph["duplicates"]],
                [names[0], names[1], "include"]
            );
            let filtered = Filtered::new(data, &overview.filter, None);
            let drawn = network(data, &overview.filter, &filtered.statements, overview.network);
            let ties = edges(&text).into_iter().filter(|(_, values)| values["kind"] == names[0]);
            let ties: BTreeMap<String, BTreeMap<String, String>> = ties.collect();
            assert_eq!(ties.len(), drawn.edges.len());
            for edge in &drawn.edges {
                let [from, to] = edge.ends.map(|end| &drawn.nodes[end]);
                let kind = |is_topic| if is_topic { "topic" } else { "actor" };
                let [from, to] = [from, to].map(|node| format!("{}.{}", kind(node.is_topic), node.slug));
                let name = names[0];
                let tie = ties.get(&format!("{from} {name} {to}")).or_else(|| ties.get(&format!("{to} {name} {from}")));
                let weight: f64 = tie.unwrap_or_else(|| panic!("{from} {to}"))["weight"].parse().unwrap();
                let drawn: f64 = edge.weight.replace('−', "-").replace('\u{202f}', "").parse().unwrap();
                assert!((weight - drawn).abs() < 0.000_6, "{from} {to}: {weight} {drawn}");
            }
        }
    }

    #[test]
    fn ties_of_the_discourse_network_have_no_direction_and_its_nodes_have_places() {
        let (_, text) = of_network(Aggregation::Affiliation, Normalization::No);
        let document = Document::parse(&text).unwrap();
        let mut ends = BTreeSet::new();
        for edge in named(&document, "edge") {
            let is_tie = NETWORKS.contains(&values(&document, edge)["kind"].as_str());
            assert_eq!(edge.attribute("directed"), is_tie.then_some("false"));
            if is_tie {
                ends.extend([edge.attribute("source").unwrap(), edge.attribute("target").unwrap()]);
            }
        }
        for node in named(&document, "node") {
            let values = values(&document, node);
            let place = ["x", "y"].map(|axis| values.get(axis).map(|length| length.parse::<f64>().unwrap()));
            assert!(place.iter().flatten().all(|length| (0.0..=1000.0).contains(length)));
            if ends.contains(node.attribute("id").unwrap()) {
                assert!(place.iter().all(Option::is_some), "{values:?}");
            }
        }
    }

    #[test]
    fn numbers_have_six_decimals() {
        let numbers = [0.0, 1.0 / 3.0, -2.5, 12.000_000_4, -0.000_000_1].map(decimal);
        assert_eq!(numbers, ["0.000000", "0.333333", "-2.500000", "12.000000", "0.000000"]);
    }
}
