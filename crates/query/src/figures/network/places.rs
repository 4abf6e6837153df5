//! The places of actors and topics: the layout of the network of the whole briefing, computed once. A filter takes
//! nodes and ties away and leaves the others where they are in relation to each other, so that pictures compare.

use corpus::derived::NetworkPlaces;
use corpus::{ActorId, TopicId};

use super::incidence::{Cell, activity, incidence};
use super::layout::{Point, layout};
use super::weights::{ActorTie, TopicTie, actor_ties, topic_ties};
use crate::Shared;
use crate::order;
use crate::view::{Aggregation, Duplicates, Normalization};

/// The largest number of nodes that have a place: the actors with most statements for or against something, and in the
/// two-mode network a third of them topics. Time and memory grow with the cube and the square of this number, and not
/// with the briefing.
pub const LAID_OUT: usize = 240;

/// The place of an actor.
pub fn of_actor(places: &NetworkPlaces, id: ActorId) -> Option<Point> {
    let index = places.actors.binary_search_by_key(&id, |&(id, _)| id).ok()?;
    Some(places.actors[index].1)
}

/// The place of a topic.
pub fn of_topic(places: &NetworkPlaces, id: TopicId) -> Option<Point> {
    let index = places.topics.binary_search_by_key(&id, |&(id, _)| id).ok()?;
    Some(places.topics[index].1)
}

/// The places in the networks of actors, or in that of actors and topics.
///
/// Ties of actors are the shorter the more the two agree, by congruence less conflict over their average activity: from
/// 1 to 2; where they do not agree on balance, they are 3 long. Ties of actors and topics are 1 long, or 2 where the
/// actor is not for the topic on balance.
pub fn places(data: Shared, is_two_mode: bool) -> &'static NetworkPlaces {
    data.network_places[usize::from(is_two_mode)].get_or_compute(|| {
        let cells = incidence(data, data.statement_ids(), Duplicates::Include);
        if is_two_mode { two_mode(data, &cells) } else { one_mode(&cells) }
    })
}

fn one_mode(cells: &[Cell]) -> NetworkPlaces {
    let mut actors = strongest(activity(cells), LAID_OUT);
    let ties = actor_ties(cells, &actors, Normalization::Average);
    let weight = |tie: &ActorTie| tie.weight(Aggregation::Subtract);
    let most = ties.iter().map(weight).fold(0.0, f64::max);
    let length = |weight: f64| if weight > 0.0 { 2.0 - weight / most } else { 3.0 };
    let lengths: Vec<_> = ties.iter().map(|tie| (tie.ends, length(weight(tie)))).collect();
    // Actors that nothing joins are in no picture of actors alone.
    let mut is_joined = vec![false; actors.len()];
    lengths.iter().flat_map(|(ends, _)| ends).for_each(|&end| is_joined[end] = true);
    let mut index = vec![0; actors.len()];
    let mut number = 0;
    for (joined, index) in is_joined.iter().zip(&mut index) {
        *index = number;
        number += usize::from(*joined);
    }
    let lengths: Vec<_> = lengths.into_iter().map(|(ends, length)| (ends.map(|end| index[end]), length)).collect();
    let mut joined = is_joined.into_iter();
    actors.retain(|_| joined.next().unwrap_or_default());
    let points = layout(actors.len(), &lengths);
    NetworkPlaces { actors: sorted(actors, &points, |id| id.0), topics: Vec::new() }
}

fn two_mode(data: Shared, cells: &[Cell]) -> NetworkPlaces {
    let actors = strongest(activity(cells), LAID_OUT * 2 / 3);
    let topics = strongest(prominence(data, cells), LAID_OUT / 3);
    let mut index_of_actors = vec![None; data.actors.len()];
    actors.iter().enumerate().for_each(|(index, id)| index_of_actors[id.index()] = Some(index));
    let mut index_of_topics = vec![None; data.topics.len()];
    topics.iter().enumerate().for_each(|(index, id)| index_of_topics[id.index()] = Some(actors.len() + index));
    let ties = topic_ties(cells, data.topics.len(), Normalization::No);
    let length = |tie: &TopicTie| {
        let ends = index_of_actors[tie.cell.actor.index()].zip(index_of_topics[tie.cell.topic.index()])?;
        Some(([ends.0, ends.1], if tie.weight > 0.0 { 1.0 } else { 2.0 }))
    };
    let lengths: Vec<_> = ties.iter().filter_map(length).collect();
    let points = layout(actors.len() + topics.len(), &lengths);
    let (of_actors, of_topics) = points.split_at(actors.len());
    NetworkPlaces { actors: sorted(actors, of_actors, |id| id.0), topics: sorted(topics, of_topics, |id| id.0) }
}

/// The number of statements on each topic in the cells, the most first; topics without any are left out.
pub(super) fn prominence(data: Shared, cells: &[Cell]) -> Vec<(TopicId, u32)> {
    let mut totals = vec![0; data.topics.len()];
    for cell in cells {
        totals[cell.topic.index()] += cell.total();
    }
    let topics = (0u32..).map(TopicId).zip(totals).filter(|&(_, total)| total > 0).collect();
    order::by_key(topics, |&(_, total)| [order::largest(total as usize), 0, 0])
}

fn strongest<T>(all: Vec<(T, u32)>, most: usize) -> Vec<T> {
    all.into_iter().take(most).map(|(id, _)| id).collect()
}

/// Ids with their points, in the order of the ids.
fn sorted<T>(ids: Vec<T>, points: &[Point], key: impl Fn(&T) -> u32) -> Vec<(T, Point)> {
    order::by_key(ids.into_iter().zip(points.iter().copied()).collect(), |(id, _)| [key(id).cast_signed(), 0, 0])
}
