//! Who a statement is about. What is said of a part of an actor, is said of the actor. Figures link to statements of
//! one actor about another, which the facet [`actor`](super::actor) cannot ask for: it is one condition with the roles.

use corpus::{ActorId, Role};

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_actors};
use crate::Shared;
use crate::matching;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Subject;

impl Facet for Subject {
    type Value = ActorId;

    const DESCRIPTION: Description = Description {
        key: "about",
        title: "Spoken of",
        by_frequency: true,
        is_from_links: true,
        ..Description::DEFAULT
    };

    fn choice(filter: &Filter) -> &Choice<ActorId> {
        &filter.subjects
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<ActorId> {
        &mut filter.subjects
    }

    fn statements(data: Shared, value: ActorId) -> StatementSet {
        matching::with_actor(data, value, &[Role::Subject])
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_actors(data, &[Role::Subject], &[Role::Subject], counted))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: ActorId) -> bool {
        crate::testing::has_role(data, value, &[Role::Subject], id)
    }
}
