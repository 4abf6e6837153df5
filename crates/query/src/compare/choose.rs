//! What is worth comparing, and whom there is: for a comparison without columns.

use corpus::{ActorId, RelationKind, StatementId};

use super::shared::{addable, sentence};
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::view::Comparison;

/// A page to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    /// The actor that is chosen already, and the link without it.
    pub chosen: Option<(Ref, String)>,
    /// Statements between which the editor saw a relation, contradictions first.
    pub suggestions: Vec<Suggestion>,
    /// Actors to begin with or to add, each with its link.
    pub add: Vec<Ref>,
}

/// A comparison worth making.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// "Uzbekistan contradicts US Department of Defense".
    pub label: Phrase,
    /// How the two statements relate.
    pub kind: RelationKind,
    /// Why.
    pub reason: Localizable,
    /// Both statements side by side.
    pub statements: String,
    /// Their actors by topic; none where both are the same or the document itself speaks.
    pub actors: Option<String>,
}

/// The page to choose from, with the actor that is chosen already.
pub(super) fn choose(data: Shared, chosen: Option<ActorId>) -> Choose {
    let involves = |id: StatementId, actor: ActorId| {
        card::voices(data, id).iter().any(|&voice| voice == actor || data.actor(actor).parts.contains(&voice))
    };
    let suggestions: Vec<_> = data
        .relations
        .iter()
        .filter(|relation| chosen.is_none_or(|actor| involves(relation.from, actor) || involves(relation.to, actor)))
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
    let suggestions = order::by_key(suggestions, |suggestion| [suggestion.kind as i32, 0, 0]);
    let chosen_list: Vec<ActorId> = chosen.into_iter().collect();
    Choose {
        chosen: chosen.map(|id| (card::actor_ref(data, id), link::write(data, &Comparison::actors([])))),
        suggestions,
        add: addable(data, &chosen_list, &[]),
    }
}
