//! The comparisons that an actor's page leads to.

use corpus::{ActorId, Role};

use crate::Shared;
use crate::card::{self, Ref};
use crate::link;
use crate::matching;
use crate::order;
use crate::view::View;

/// The actors that share most topics with an actor, each with the link to the comparison of the two.
pub(super) fn comparisons(data: Shared, id: ActorId) -> Vec<Ref> {
    const MOST: usize = 4;
    let own = matching::with_actor(data, id, &[Role::Speaker, Role::Agent]);
    let has_own = |topic| data.index.facets.topic(corpus::TopicId(topic)).iter().any(|id| own.contains(id));
    let is_own: Vec<bool> = (0..data.topics.len() as u32).map(has_own).collect();
    if !is_own.contains(&true) {
        return Vec::new();
    }
    // The number, from one, of the last actor that each topic was counted for.
    let mut last = vec![0; data.topics.len()];
    let mut shared = |other: ActorId| {
        let [speaks, acts] = [Role::Speaker, Role::Agent].map(|role| data.index.facets.actor(other, role));
        let topics = speaks.iter().chain(acts).flat_map(|id| data.statement(id).topics);
        topics
            .filter(|topic| {
                is_own[topic.index()] && std::mem::replace(&mut last[topic.index()], other.0 + 1) != other.0 + 1
            })
            .count()
    };
    let mut is_related = vec![false; data.actors.len()];
    let wholes = std::iter::successors(data.actor(id).part_of, |&whole| data.actor(whole).part_of);
    data.actor(id).parts.iter().copied().chain(wholes).chain([id]).for_each(|own| is_related[own.index()] = true);
    let others: Vec<(usize, ActorId)> = data
        .actor_ids()
        .filter(|other| !is_related[other.index()])
        .map(|other| (shared(other), other))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    let others = order::by_key(others, |&(shared, other)| {
        [order::largest(shared), data.actor(other).part_of.is_some().into(), 0]
    });
    let compare = |(_, other): &(usize, ActorId)| Ref {
        href: link::write(data, &View::compare_actors([id, *other])),
        ..card::actor_ref(data, *other)
    };
    others.iter().take(MOST).map(compare).collect()
}
