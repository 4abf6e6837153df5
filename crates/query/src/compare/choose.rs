//! The comparison page without columns: suggestions and the actors to choose from.

use corpus::{ActorId, RelationKind, StatementId};

use super::shared::addable;
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::relations::sentence;
use crate::view::Comparison;
use crate::words;

/// The largest number of suggestions.
const MOST: usize = 100;

/// The suggestions for a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    /// The actor that is chosen already, with the link that takes it back.
    pub chosen: Option<(Ref, String)>,
    /// Pairs of statements that the editor related, contradictions first; of very many, the first.
    pub suggestions: Vec<Suggestion>,
    /// What is left out of the suggestions, a sentence; none where they are all.
    pub more: Option<String>,
    /// Actors to begin with or to add, each with its link.
    pub add: Vec<Ref>,
}

/// A suggested comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// "Uzbekistan contradicts US Department of Defense".
    pub label: Phrase,
    /// The kind of relation.
    pub kind: RelationKind,
    /// The editor's reason.
    pub reason: Localizable,
    /// The link to the two statements side by side.
    pub statements: String,
    /// The link to their actors by topic; none where both are the same or the document itself speaks.
    pub actors: Option<String>,
}

/// Builds the suggestions. `chosen` is the actor that is chosen already.
pub(super) fn choose(data: Shared, chosen: Option<ActorId>) -> Choose {
    let mut is_own = vec![false; data.actors.len()];
    for own in chosen.iter().chain(chosen.iter().flat_map(|&actor| &data.actor(actor).parts)) {
        is_own[own.index()] = true;
    }
    let involves = |id: StatementId| card::voices(data, id).iter().any(|voice| is_own[voice.index()]);
    let related: Vec<_> = data
        .relations
        .iter()
        .filter(|relation| chosen.is_none() || involves(relation.from) || involves(relation.to))
        .collect();
    let related = order::by_key(related, |relation| [relation.kind as i32, 0, 0]);
    let more = (related.len() > MOST).then(|| {
        let narrower = if chosen.is_none() { " Choose an actor to see those of its statements." } else { "" };
        format!("The first {MOST} of {}.{narrower}", words::count(related.len(), "relation"))
    });
    let suggestions = related
        .into_iter()
        .take(MOST)
        .map(|relation| {
            let lead = |id| card::voices(data, id).first().map(|&actor| card::whole(data, actor));
            let actors = match (lead(relation.from), lead(relation.to)) {
                (Some(from), Some(to)) if from != to => Some(link::write(data, &Comparison::actors([from, to]))),
                _ => None,
            };
            Suggestion {
                label: sentence(data, relation),
                kind: relation.kind,
                reason: language::localizable(data, relation.reason),
                statements: link::write(data, &Comparison::statements([relation.from, relation.to])),
                actors,
            }
        })
        .collect();
    let chosen_list: Vec<ActorId> = chosen.into_iter().collect();
    Choose {
        chosen: chosen.map(|id| (card::actor_ref(data, id), link::write(data, &Comparison::actors([])))),
        suggestions,
        more,
        add: addable(data, &chosen_list, &[]),
    }
}
