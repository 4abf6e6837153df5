//! Which statements a filter lets through, and which each of its parts would on its own.

use corpus::{ActorId, DocumentId, Form, Position, Role, TopicId};

use crate::Shared;
use crate::dimension::Dimension;
use crate::search::Search;
use crate::set::StatementSet;
use crate::view::{Filter, When};

/// A part of a filter that statements pass or not. The roles are part of the actors'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Actor,
    Topic,
    Form,
    Position,
    Relay,
    Document,
    Date,
    Text,
}

const PARTS: usize = 8;

/// The outcome of a filter.
#[derive(Clone, Debug)]
pub struct Filtered {
    total: usize,
    parts: [Option<StatementSet>; PARTS],
    /// The statements that pass every part.
    pub statements: StatementSet,
    /// What the search text came to, where there is one.
    pub search: Option<Search>,
}

impl Filtered {
    /// Applies a filter. What its text comes to is for the caller to have found out by [`crate::search::search`]; without
    /// that the other parts apply.
    pub fn new(data: Shared, filter: &Filter, search: Option<Search>) -> Filtered {
        let total = data.statements.len();
        let parts = [
            actors(data, filter),
            part(data, filter, Dimension::Topic),
            part(data, filter, Dimension::Form),
            part(data, filter, Dimension::Position),
            part(data, filter, Dimension::Relay),
            part(data, filter, Dimension::Document),
            part(data, filter, Dimension::Date),
            search.as_ref().map(|search| search.statements().clone()),
        ];
        let statements = intersection(total, &parts, None);
        Filtered { total, parts, statements, search }
    }

    /// The statements that pass every part but one.
    pub fn without(&self, part: Part) -> StatementSet {
        intersection(self.total, &self.parts, Some(part as usize))
    }

    /// The statements that pass one part; all where nothing is chosen in it.
    pub fn only(&self, part: Part) -> StatementSet {
        self.parts[part as usize].clone().unwrap_or_else(|| StatementSet::full(self.total))
    }
}

fn intersection(total: usize, parts: &[Option<StatementSet>; PARTS], but: Option<usize>) -> StatementSet {
    let mut set = StatementSet::full(total);
    for (place, part) in parts.iter().enumerate() {
        if let Some(part) = part.as_ref().filter(|_| Some(place) != but) {
            set.intersect_with(part);
        }
    }
    set
}

/// What one dimension lets through; nothing to say where nothing is chosen in it.
fn part(data: Shared, filter: &Filter, dimension: Dimension) -> Option<StatementSet> {
    let (wanted, unwanted) = dimension.chosen(filter);
    if wanted.is_empty() && unwanted.is_empty() {
        return None;
    }
    let mut set = StatementSet::empty(data.statements.len());
    if wanted.is_empty() {
        set = StatementSet::full(data.statements.len());
    }
    for value in wanted {
        set.union_with(&value.wanted(data, filter));
    }
    for value in unwanted {
        set.difference_with(&value.unwanted(data, filter));
    }
    Some(set)
}

/// Actors and roles are one part: "Russia, as the one who is addressed" asks for a statement in which both hold of the
/// same actor. An unwanted actor is left out whatever its role.
pub(crate) fn actors(data: Shared, filter: &Filter) -> Option<StatementSet> {
    let chosen = part(data, filter, Dimension::Actor);
    if filter.roles.is_empty() || !filter.actors.wanted().is_empty() {
        return chosen;
    }
    let mut anybody = StatementSet::empty(data.statements.len());
    for id in data.actor_ids() {
        anybody.union_with(&with_actor(data, id, &filter.roles));
    }
    if let Some(chosen) = chosen {
        anybody.intersect_with(&chosen);
    }
    Some(anybody)
}

/// The roles that count under a filter.
pub fn roles(filter: &Filter) -> &[Role] {
    if filter.roles.is_empty() { &Role::ALL } else { &filter.roles }
}

/// The statements in which an actor, or a part of it, has one of some roles.
pub fn with_actor(data: Shared, id: ActorId, roles: &[Role]) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    for &role in roles {
        set.add_all(data.index.actors[id.index()][role as usize]);
    }
    set
}

/// The statements on a topic.
pub fn with_topic(data: Shared, id: TopicId) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    set.add_all(data.index.topics[id.index()]);
    set
}

/// The statements of a document.
pub fn with_document(data: Shared, id: DocumentId) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    set.add_all(data.index.documents[id.index()]);
    set
}

/// The statements in a form.
pub fn with_form(data: Shared, form: Form) -> StatementSet {
    scan(data, |statement| statement.form == form)
}

/// The statements with a position.
pub fn with_position(data: Shared, position: Position) -> StatementSet {
    scan(data, |statement| statement.position == Some(position))
}

/// The statements of a time.
pub fn with_date(data: Shared, when: When) -> StatementSet {
    match when {
        When::Undated => {
            let mut set = StatementSet::empty(data.statements.len());
            set.add_all(data.index.undated);
            set
        }
        When::In(date) => scan(data, |statement| statement.when.is_some_and(|own| own.overlaps(date))),
    }
}

fn scan(data: Shared, passes: impl Fn(&corpus::Statement) -> bool) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    for id in data.statement_ids().filter(|&id| passes(data.statement(id))) {
        set.insert(id);
    }
    set
}

#[cfg(test)]
mod tests;
