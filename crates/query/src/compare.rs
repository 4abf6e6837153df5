//! Actors or statements side by side.
//!
//! [`table`] lines actors up by topic; [`pair`] puts statements beside one another; without columns there is
//! [`Choose`]: what is worth comparing, and whom there is.

use corpus::{ActorId, ActorKind, Hue, Relation, RelationKind, Role, StatementId};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::matching;
use crate::order;
use crate::view::{Columns, Comparison, View};

mod pair;
mod table;

pub use pair::{PairPage, Side};
pub use table::{Cell, CellStatement, ColumnHead, Join, Line, Row, TablePage};

/// The comparison page.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparePage {
    /// Nothing chosen yet, or one actor.
    Choose(Choose),
    /// Actors by topic.
    Table(TablePage),
    /// Statements.
    Pair(PairPage),
}

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

/// The comparison page of a choice.
pub fn page(data: Shared, comparison: &Comparison) -> ComparePage {
    match &comparison.columns {
        Columns::Actors(actors) if actors.len() > 1 => {
            ComparePage::Table(table::table(data, actors, &comparison.topics))
        }
        Columns::Statements(statements) if statements.len() > 1 => ComparePage::Pair(pair::pair(data, statements)),
        Columns::Actors(actors) => ComparePage::Choose(choose(data, actors.first().copied())),
        Columns::Statements(statements) => {
            let actor = statements.first().and_then(|&id| card::voices(data, id).first().copied());
            ComparePage::Choose(choose(data, actor))
        }
    }
}

fn choose(data: Shared, chosen: Option<ActorId>) -> Choose {
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

/// Who does what to whom: "Uzbekistan contradicts US Department of Defense", "Pentagon officials support …".
fn sentence(data: Shared, relation: &Relation<'static>) -> Phrase {
    let several = match card::voices(data, relation.from) {
        [] => false,
        [one] => data.actor(*one).kind == ActorKind::Group,
        _ => true,
    };
    let verb = match (relation.kind, several) {
        (RelationKind::Contradicts, false) => "contradicts",
        (RelationKind::Contradicts, true) => "contradict",
        (RelationKind::Supports, false) => "supports",
        (RelationKind::Supports, true) => "support",
        (RelationKind::RespondsTo, false) => "responds to",
        (RelationKind::RespondsTo, true) => "respond to",
    };
    let to = if card::voices(data, relation.to).is_empty() {
        Phrase::new("the article")
    } else {
        card::voice(data, relation.to)
    };
    card::voice(data, relation.from).literal(" ").literal(verb).literal(" ").phrase(to)
}

/// The actors that speak or act and are not chosen yet, those with most statements first, each with the link that adds
/// it.
fn addable(data: Shared, chosen: &[ActorId], topics: &[corpus::TopicId]) -> Vec<Ref> {
    if chosen.len() >= Columns::MOST {
        return Vec::new();
    }
    let others: Vec<(usize, ActorId)> = data
        .actor_ids()
        .filter(|id| !chosen.contains(id))
        .map(|id| (voiced(data, id).len(), id))
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

/// The statements in which an actor, or a part of it, speaks or acts.
fn voiced(data: Shared, id: ActorId) -> crate::set::StatementSet {
    matching::with_actor(data, id, &[Role::Speaker, Role::Agent])
}

/// A statement's attribution in a line: "US Department of Defense → Politico, to Afghanistan’s neighbours".
fn chain(data: Shared, id: StatementId) -> Phrase {
    let statement = data.statement(id);
    let mut chain = card::voice(data, id);
    let acts = statement.form == corpus::Form::Act && !statement.speakers.is_empty();
    if acts {
        chain = chain.literal(" → ").phrase(card::short_names(data, &statement.speakers));
    }
    for &relay in &statement.via {
        chain = chain.literal(" → ").phrase(card::short_names(data, &[relay]));
    }
    if !statement.audience.is_empty() {
        chain = chain.literal(", to ").phrase(card::short_names(data, &statement.audience));
    }
    chain
}

fn hue(data: Shared, id: StatementId) -> Option<Hue> {
    use crate::names::Named;
    card::voices(data, id).first().and_then(|&actor| actor.hue(data))
}

#[cfg(test)]
mod tests;
