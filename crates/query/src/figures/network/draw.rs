//! From the statements that pass a filter to the render model of their network.

use corpus::derived::NetworkPlaces;
use corpus::{ActorId, Position, TopicId};

use super::clusters::{clusters, modularity};
use super::incidence::{Cell, activity, incidence};
use super::layout::Point;
use super::model::{Edge, EdgeKind, Network, NetworkNode, Outline};
use super::places::{of_actor, of_topic, places, prominence};
use super::tie::{End, Tie};
use super::weights::{actor_ties, topic_ties};
use super::words::{self, Left};
use crate::Shared;
use crate::compare::{Compared, ComparedColumns};
use crate::figures::axis::AxisPosition;
use crate::figures::voices::{filtered_link, said_by};
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Aggregation, Choice, Filter, NetworkSettings};

/// The largest number of actors that are drawn, and of topics.
const MOST_ACTORS: usize = 60;
const MOST_TOPICS: usize = 30;
/// The largest number of ties that are drawn.
const MOST_TIES: usize = 99;
/// Radii of nodes, and widths of ties, in tenths of a pixel.
const RADII: [u32; 2] = [30, 120];
const WIDTHS: [u32; 2] = [10, 70];

/// The network of the statements that pass a filter.
///
/// Links lead to the statements of a node or of a tie under the same filter. Who reports an act and does not act has no
/// position in the network; the links, which are those of the facets, show such an act with the others.
///
/// Takes time in proportion to the statements, and to the square of the actors that are drawn, of which there are 60 at
/// most.
pub fn network(data: Shared, filter: &Filter, statements: &StatementSet, settings: NetworkSettings) -> Network {
    let places = places(data, settings.aggregation.is_two_mode());
    let normalization = settings.aggregation.with(settings.normalization);
    let settings = NetworkSettings { normalization, ..settings };
    let mut cells = incidence(data, statements.iter(), settings.duplicates);
    if !filter.topics.wanted().is_empty() {
        // A statement on a chosen topic may be on others as well.
        cells.retain(|cell| filter.topics.wanted().contains(&cell.topic));
    }
    let active = activity(&cells);
    let number = active.len();
    let drawn = if settings.aggregation.is_two_mode() {
        two_mode(data, &cells, &active, settings, places)
    } else {
        one_mode(&cells, &active, settings, places)
    };
    finish(data, filter, settings, drawn, places, number)
}

/// What is drawn: the nodes, with the numbers of their statements, and the ties between them.
struct Drawn {
    ends: Vec<(End, u32)>,
    ties: Vec<Tie>,
    /// The share of agreement of each tie, for clusters; see [`Tie`] for the rest.
    congruence: Vec<f64>,
}

fn one_mode(cells: &[Cell], active: &[(ActorId, u32)], settings: NetworkSettings, places: &NetworkPlaces) -> Drawn {
    let drawn = active.iter().copied().filter(|&(id, _)| of_actor(places, id).is_some()).take(MOST_ACTORS);
    let (actors, totals): (Vec<_>, Vec<_>) = drawn.unzip();
    let mut ties = Vec::new();
    let mut congruence = Vec::new();
    for tie in actor_ties(cells, &actors, settings.normalization) {
        let weight = tie.weight(settings.aggregation);
        let topics = match settings.aggregation {
            Aggregation::Conflict => [Vec::new(), tie.opposed],
            Aggregation::Subtract => [tie.shared, tie.opposed],
            _ => [tie.shared, Vec::new()],
        };
        if weight != 0.0 {
            ties.push(Tie { ends: tie.ends, weight, topics, cell: None });
            congruence.push(tie.congruence);
        }
    }
    Drawn { ends: actors.into_iter().map(End::Actor).zip(totals).collect(), ties, congruence }
}

fn two_mode(
    data: Shared,
    cells: &[Cell],
    active: &[(ActorId, u32)],
    settings: NetworkSettings,
    places: &NetworkPlaces,
) -> Drawn {
    let mut ends = Vec::new();
    let mut index_of_actors = vec![None; data.actors.len()];
    for &(id, total) in active.iter().filter(|&&(id, _)| of_actor(places, id).is_some()).take(MOST_ACTORS) {
        index_of_actors[id.index()] = Some(ends.len());
        ends.push((End::Actor(id), total));
    }
    let mut index_of_topics = vec![None; data.topics.len()];
    let topics = prominence(data, cells);
    for (id, total) in topics.into_iter().filter(|&(id, _)| of_topic(places, id).is_some()).take(MOST_TOPICS) {
        index_of_topics[id.index()] = Some(ends.len());
        ends.push((End::Topic(id), total));
    }
    let mut ties = Vec::new();
    for tie in topic_ties(cells, data.topics.len(), settings.normalization) {
        let both = index_of_actors[tie.cell.actor.index()].zip(index_of_topics[tie.cell.topic.index()]);
        if let Some((actor, topic)) = both.filter(|_| tie.weight != 0.0) {
            let topics = [vec![tie.cell.topic], Vec::new()];
            ties.push(Tie { ends: [actor, topic], weight: tie.weight, topics, cell: Some(tie.cell) });
        }
    }
    Drawn { ends, ties, congruence: Vec::new() }
}

/// Leaves out weak ties and nodes without ties, and makes the model of the rest.
fn finish(
    data: Shared,
    filter: &Filter,
    settings: NetworkSettings,
    drawn: Drawn,
    places: &NetworkPlaces,
    actors: usize,
) -> Network {
    let Drawn { ends, ties, congruence } = drawn;
    let considered = ends.iter().filter(|(end, _)| matches!(end, End::Actor(_))).count();
    let most = ties.iter().map(|tie| tie.weight.abs()).fold(0.0, f64::max);
    let least = most * f64::from(settings.threshold.percent()) / 100.0;
    let all = ties.len();
    // Weights as integers: the sort is of integers, and equal weights keep their order.
    let kept: Vec<(Tie, f64)> = ties
        .into_iter()
        .zip(congruence.into_iter().chain(std::iter::repeat(0.0)))
        .filter(|(tie, _)| tie.weight.abs() >= least)
        .collect();
    let below = all - kept.len();
    let strongest = order::by_key(kept, |(tie, _)| [-((tie.weight.abs() / most * 1e9) as i32), 0, 0]);
    let crowded = strongest.len().saturating_sub(MOST_TIES);
    let (mut ties, congruence): (Vec<Tie>, Vec<f64>) = strongest.into_iter().take(MOST_TIES).unzip();

    let mut is_tied = vec![0usize; ends.len()];
    ties.iter().flat_map(|tie| tie.ends).for_each(|end| is_tied[end] += 1);
    let mut index = vec![0; ends.len()];
    let mut nodes: Vec<(End, u32)> = Vec::new();
    let mut untied = Vec::new();
    for (position, &(end, total)) in ends.iter().enumerate() {
        index[position] = nodes.len();
        match end {
            _ if is_tied[position] > 0 => nodes.push((end, total)),
            End::Actor(id) => untied.push(id),
            End::Topic(_) => {}
        }
    }
    for tie in &mut ties {
        tie.ends = tie.ends.map(|end| index[end]);
    }
    is_tied.retain(|&number| number > 0);

    let groups = if settings.aggregation.is_two_mode() { None } else { Some(groups(nodes.len(), &ties, &congruence)) };
    let groups = groups.filter(|(clusters, _)| !is_one(clusters));
    let left = Left { actors, considered, below, crowded, untied };
    let height = height(nodes.len());
    let at = positions(&nodes, places);
    let radii = radii(&nodes);
    let sentence = words::sentence(data, settings, &nodes, &ties, &left);
    let notes = words::notes(data, settings, &nodes, groups.as_ref(), &left);
    let outlines = groups.map(|(clusters, _)| outlines(&clusters, &at)).unwrap_or_default();
    let edges = ties.iter().map(|tie| edge(data, filter, settings, &nodes, tie, most)).collect();
    let nodes = nodes.iter().enumerate().map(|(index, &(end, total))| NetworkNode {
        slug: slug(data, end),
        name: words::name(data, end),
        at: at[index],
        radius: radii[index],
        is_topic: matches!(end, End::Topic(_)),
        hue: if let End::Actor(id) = end { id.hue(data) } else { None },
        href: href(data, filter, &[end], &[]),
        spoken: words::spoken_node(data, end, total, is_tied[index]),
    });
    Network { settings, nodes: nodes.collect(), edges, outlines, height, has_sides: actors > 0, sentence, notes }
}

/// The clusters of actors by agreement, and their modularity.
fn groups(nodes: usize, ties: &[Tie], congruence: &[f64]) -> (Vec<usize>, f64) {
    let joined = ties.iter().zip(congruence).filter(|&(_, &weight)| weight > 0.0);
    let joined: Vec<_> = joined.map(|(tie, &weight)| (tie.ends, weight)).collect();
    let clusters = clusters(nodes, &joined);
    let modularity = modularity(&clusters, &joined);
    (clusters, modularity)
}

/// Whether all nodes are in one cluster, which then says nothing.
fn is_one(clusters: &[usize]) -> bool {
    clusters.iter().all(|&cluster| cluster == 0)
}

fn edge(data: Shared, filter: &Filter, settings: NetworkSettings, nodes: &[(End, u32)], tie: &Tie, most: f64) -> Edge {
    let ends = tie.ends.map(|end| nodes[end].0);
    let [shared, opposed] = &tie.topics;
    let topics: Vec<TopicId> = shared.iter().chain(opposed.iter().filter(|id| !shared.contains(id))).copied().collect();
    let is_negative = tie.weight < 0.0 || settings.aggregation == Aggregation::Conflict;
    let kind = if is_negative { EdgeKind::Negative } else { EdgeKind::Positive };
    let compare = match ends {
        [End::Actor(a), End::Actor(b)] => {
            let columns = ComparedColumns::Actors(vec![a, b]);
            Some(Compared { columns, topics: topics.clone(), ..Compared::default() }.link(data))
        }
        _ => None,
    };
    Edge {
        ends: tie.ends,
        kind,
        weight: words::decimal(tie.weight),
        width: scaled(tie.weight.abs() / most, WIDTHS),
        reason: words::reason(data, tie),
        href: href(data, filter, &ends, &topics),
        compare,
        spoken: words::spoken_edge(data, ends, kind, tie),
    }
}

/// The link to the statements for or against something of some actors, or on some topics; none where other voices are
/// wanted.
fn href(data: Shared, filter: &Filter, ends: &[End], topics: &[TopicId]) -> Option<String> {
    let actors = ends.iter().filter_map(|end| if let End::Actor(id) = end { Some(*id) } else { None });
    let actors: Vec<_> = actors.collect();
    let mut filter = if actors.is_empty() { filter.clone() } else { said_by(filter, &actors)? };
    let own = ends.iter().filter_map(|end| if let End::Topic(id) = end { Some(*id) } else { None });
    let topics = Choice::any_of(topics.iter().copied().chain(own));
    if !topics.is_empty() {
        filter.topics = topics;
    }
    let sides = [Position::Supports, Position::Opposes];
    let wanted = filter.positions.wanted();
    filter.positions = Choice::any_of(sides.into_iter().filter(|side| wanted.is_empty() || wanted.contains(side)));
    Some(filtered_link(data, filter))
}

fn slug(data: Shared, end: End) -> &'static str {
    match end {
        End::Actor(id) => data.actor(id).slug,
        End::Topic(id) => data.topic(id).slug,
    }
}

/// The height of a figure of so many nodes, in pixels.
fn height(nodes: usize) -> u32 {
    if nodes == 0 { 0 } else { (200 + 9 * nodes as u32).min(640) }
}

/// The places of nodes, spread over the figure: each axis runs from the first to the last of them.
fn positions(nodes: &[(End, u32)], places: &NetworkPlaces) -> Vec<[AxisPosition; 2]> {
    let place = |&(end, _): &(End, u32)| match end {
        End::Actor(id) => of_actor(places, id),
        End::Topic(id) => of_topic(places, id),
    };
    let points: Vec<Point> = nodes.iter().map(|node| place(node).unwrap_or([0.5; 2])).collect();
    let bounds = [0, 1].map(|axis| {
        let values = || points.iter().map(|point| point[axis]);
        (values().fold(1.0, f64::min), values().fold(0.0, f64::max))
    });
    let position = |point: &Point| {
        [0, 1].map(|axis| {
            let (least, most) = bounds[axis];
            let share = if most > least { (point[axis] - least) / (most - least) } else { 0.5 };
            AxisPosition(scaled(share, [0, AxisPosition::END.0]))
        })
    };
    points.iter().map(position).collect()
}

/// The radii of nodes, their areas in proportion to the statements.
fn radii(nodes: &[(End, u32)]) -> Vec<u32> {
    let most = nodes.iter().map(|&(_, total)| total).max().unwrap_or(1);
    nodes.iter().map(|&(_, total)| scaled((f64::from(total) / f64::from(most)).sqrt(), RADII)).collect()
}

/// A share, from zero to one, of the second number, at least the first.
#[expect(clippy::cast_sign_loss, reason = "no share is negative")]
fn scaled(share: f64, [least, most]: [u32; 2]) -> u32 {
    ((share * f64::from(most)) as u32).max(least)
}

/// The outlines of the clusters with more than one node.
fn outlines(clusters: &[usize], at: &[[AxisPosition; 2]]) -> Vec<Outline> {
    let number = clusters.iter().max().map_or(0, |last| last + 1);
    let mut outlines = Vec::new();
    for cluster in 0..number {
        let nodes: Vec<usize> = (0..clusters.len()).filter(|&node| clusters[node] == cluster).collect();
        if nodes.len() > 1 {
            outlines.push(Outline { corners: hull(nodes.iter().map(|&node| at[node]).collect()), nodes });
        }
    }
    outlines
}

/// The convex hull of points, in order (Andrew's monotone chain, 1979).
fn hull(points: Vec<[AxisPosition; 2]>) -> Vec<[AxisPosition; 2]> {
    let points = order::by_key(points, |point| [point[0].0.cast_signed(), point[1].0.cast_signed(), 0]);
    let turn = |a: [AxisPosition; 2], b: [AxisPosition; 2], c: [AxisPosition; 2]| {
        let [ax, ay, bx, by, cx, cy] = [a[0], a[1], b[0], b[1], c[0], c[1]].map(|at| i64::from(at.0));
        (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    };
    let chain = |points: &mut dyn Iterator<Item = [AxisPosition; 2]>| {
        let mut chain: Vec<[AxisPosition; 2]> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                if turn(a, b, point) > 0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut points.iter().copied());
    hull.extend(chain(&mut points.iter().rev().copied()));
    if hull.is_empty() { points } else { hull }
}
