//! The comparison page without columns: suggestions and the actors to choose from.

use corpus::{ActorId, RelationKind, StatementId};

use super::shared::{addable, sentence};
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::view::Comparison;

/// The suggestions for a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    /// The actor that is chosen already, with the link that takes it back.
    pub chosen: Option<(Ref, String)>,
    /// Pairs of statements that the editor related, contradictions first.
    pub suggestions: Vec<Suggestion>,
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
