//! Who has a part in a statement. What a part of an actor says, the actor says. The roles of the facet
//! [`role`](super::role) say which part counts; an excluded actor has none at all.

use corpus::{ActorId, Role};

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_actors};
use crate::Shared;
use crate::matching;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Actor;

impl Facet for Actor {
    type Value = ActorId;

    const DESCRIPTION: Description =
        Description { key: "actor", title: "Actor", by_frequency: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<ActorId> {
        &filter.actors
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<ActorId> {
        &mut filter.actors
    }

    fn statements(data: Shared, value: ActorId) -> StatementSet {
        matching::with_actor(data, value, &Role::ALL)
    }

    fn matching(data: Shared, filter: &Filter, value: ActorId) -> StatementSet {
        matching::with_actor(data, value, counting_roles(filter))
    }

    fn tallies(data: Shared, filter: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_actors(data, &Role::ALL, counting_roles(filter), counted))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: ActorId) -> bool {
        crate::testing::has_role(data, value, &[], id)
    }
}

/// The roles in which a wanted actor counts.
fn counting_roles(filter: &Filter) -> &[Role] {
    let roles = filter.roles.wanted();
    if roles.is_empty() { &Role::ALL } else { roles }
}
