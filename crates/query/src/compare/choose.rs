//! The comparison page without columns, or with one: suggestions and what there is to choose from.

use corpus::{ActorId, RelationKind, StatementId};

use super::choices::{Choices, choices};
use super::compared::{ColumnKind, Compared, ComparedColumns};
use crate::Shared;
use crate::card;
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::names::Named;
use crate::order;
use crate::relations::sentence;
use crate::view::View;
use crate::words;

/// The largest number of suggestions.
const MOST: usize = 100;

/// The suggestions for a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    /// The headline.
    pub title: &'static str,
    /// The sentence under it.
    pub standfirst: String,
    /// The heading over what there is to choose from.
    pub heading: String,
    /// The sentence in place of what there is to choose from, where there is nothing.
    pub nothing: String,
    /// What can be compared, and what is chosen already.
    pub choices: Choices,
    /// Pairs of statements that the editor related, contradictions first; of very many, the first.
    pub suggestions: Vec<Suggestion>,
    /// What is left out of the suggestions, a sentence; none where they are all.
    pub more: Option<String>,
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

/// Builds the choices, and the suggestions where what is compared are actors: of one that is chosen already, those of
/// its statements. One statement stands for the first who says it.
pub(super) fn choose(data: Shared, comparison: &Compared) -> Choose {
    let voice = |id: StatementId| card::voices(data, id).first().copied();
    let (comparison, chosen) = match &comparison.columns {
        ComparedColumns::Actors(actors) => (comparison.clone(), actors.first().copied()),
        ComparedColumns::Statements(statements) => {
            let chosen = statements.first().and_then(|&id| voice(id));
            (Compared { columns: ComparedColumns::Actors(chosen.into_iter().collect()), ..comparison.clone() }, chosen)
        }
        _ => (comparison.clone(), None),
    };
    let choices = choices(data, &comparison);
    let kind = comparison.columns.kind().unwrap_or(ColumnKind::Actor);
    let nouns = kind.plural();
    let is_first = comparison.columns.is_empty();
    if kind == ColumnKind::Actor {
        let (suggestions, more) = suggestions(data, chosen);
        let [nobody, title] = if is_first { ["Nobody", "Compare"] } else { ["Nobody else", "Compare with whom?"] };
        return Choose {
            title,
            standfirst: format!(
                "Two to four {nouns} side by side, topic by topic: what each says, where they meet, and where one is \
                 silent."
            ),
            heading: "Actors who speak or act".to_owned(),
            nothing: format!("{nobody} speaks or acts in this briefing."),
            choices,
            suggestions,
            more,
        };
    }
    Choose {
        title: if is_first { "Compare" } else { "Compare with what?" },
        standfirst: format!(
            "Two to four {nouns} side by side, topic by topic: what is in each, where they meet, and what only one has."
        ),
        heading: kind.label(data).into_owned(),
        nothing: format!("There are no {}{nouns} in this briefing.", if is_first { "" } else { "other " }),
        choices,
        suggestions: Vec::new(),
        more: None,
    }
}

/// The suggestions, and what is left out of them.
fn suggestions(data: Shared, chosen: Option<ActorId>) -> (Vec<Suggestion>, Option<String>) {
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
                (Some(from), Some(to)) if from != to => Some(link::write(data, &View::compare_actors([from, to]))),
                _ => None,
            };
            Suggestion {
                label: sentence(data, relation),
                kind: relation.kind,
                reason: language::localizable(data, relation.reason),
                statements: link::write(data, &View::compare_statements([relation.from, relation.to])),
                actors,
            }
        })
        .collect();
    (suggestions, more)
}
