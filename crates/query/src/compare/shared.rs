//! What the kinds of comparison share: what actors say, and lists of topics.

use corpus::{ActorId, Hue, Role, StatementId};

use crate::Shared;
use crate::card;
use crate::language::Phrase;
use crate::matching;
use crate::names::Named;
use crate::set::StatementSet;

/// The roles in which an actor speaks or acts.
pub(super) const VOICES: [Role; 2] = [Role::Speaker, Role::Agent];

/// The statements in which an actor, or a part of it, speaks or acts.
pub(super) fn voiced(data: Shared, id: ActorId) -> StatementSet {
    matching::with_actor(data, id, &VOICES)
}

/// The number of statements in which an actor, or a part of it, speaks or acts. No set is made: there are thousands of
/// actors.
pub(super) fn number_voiced(data: Shared, id: ActorId) -> usize {
    let [speaks, acts] = VOICES.map(|role| data.index.facets.actor(id, role));
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
