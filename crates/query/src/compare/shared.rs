//! What the kinds of comparison share: actors to add, and what they say.

use corpus::{ActorId, Hue, Role, StatementId, TopicId};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::Phrase;
use crate::link;
use crate::matching;
use crate::names::{Named, is_named};
use crate::order;
use crate::set::StatementSet;
use crate::view::{Columns, Comparison, View};

/// The actors that speak or act and are not chosen yet, each with the link that adds it; those with most statements
/// first. None where no more columns fit.
pub(super) fn addable(data: Shared, chosen: &[ActorId], topics: &[TopicId]) -> Vec<Ref> {
    if chosen.len() >= Columns::MOST {
        return Vec::new();
    }
    let others: Vec<(usize, ActorId)> = data
        .actor_ids()
        .filter(|id| !chosen.contains(id))
        .map(|id| (number_voiced(data, id), id))
        .filter(|(count, _)| *count > 0)
        .collect();
    let others = order::by_key(others, |&(count, _)| [order::largest(count), 0, 0]);
    let added = |&(_, id): &(usize, ActorId)| {
        let actors = chosen.iter().copied().chain([id]).collect();
        let next = Comparison { columns: Columns::Actors(actors), topics: topics.to_vec() };
        Ref { href: link::write(data, &View::Compare(next)), ..card::actor_ref(data, id) }
    };
    others.iter().map(added).collect()
}

/// The actors in whose names each word of a text begins a word; all for a blank text.
pub fn named<'a>(actors: &'a [Ref], text: &str) -> Vec<&'a Ref> {
    let typed: Vec<String> = corpus::text::terms(text).map(|term| term.word).collect();
    actors.iter().filter(|actor| is_named(&[actor.label], &typed)).collect()
}

/// The statements in which an actor, or a part of it, speaks or acts.
pub(super) fn voiced(data: Shared, id: ActorId) -> StatementSet {
    matching::with_actor(data, id, &[Role::Speaker, Role::Agent])
}

/// The number of statements in which an actor, or a part of it, speaks or acts. No set is made: there are thousands of
/// actors.
fn number_voiced(data: Shared, id: ActorId) -> usize {
    let [speaks, acts] = [Role::Speaker, Role::Agent].map(|role| data.index.facets.actor(id, role));
    // Both ascend: each statement that is in both counts once.
    let (mut acts, mut number) = (acts.iter().peekable(), 0);
    for spoken in speaks {
        while acts.next_if(|acted| *acted < spoken).is_some() {
            number += 1;
        }
        acts.next_if_eq(&spoken);
        number += 1;
    }
    number + acts.count()
}

pub(super) fn hue(data: Shared, id: StatementId) -> Option<Hue> {
    card::voices(data, id).first().and_then(|&actor| actor.hue(data))
}

/// The names of topics; of many, the first and how many others there are.
pub(super) fn listed(mut names: Vec<Phrase>) -> Phrase {
    const ALL: usize = 12;
    const FIRST: usize = 6;
    if names.len() > ALL {
        let others = names.split_off(FIRST).len();
        names.push(Phrase::new(&format!("{others} others")));
    }
    Phrase::list(names)
}
