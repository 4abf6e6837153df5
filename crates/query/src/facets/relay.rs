//! Who relayed a statement. What a part of an actor relays, the actor relays.

use corpus::{ActorId, Role};

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_actors};
use crate::Shared;
use crate::matching;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Relay;

impl Facet for Relay {
    type Value = ActorId;

    const DESCRIPTION: Description =
        Description { key: "via", title: "Relayed by", by_frequency: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<ActorId> {
        &filter.relays
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<ActorId> {
        &mut filter.relays
    }

    fn statements(data: Shared, value: ActorId) -> StatementSet {
        matching::with_actor(data, value, &[Role::Relay])
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_actors(data, &[Role::Relay], &[Role::Relay], counted))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: ActorId) -> bool {
        crate::testing::has_role(data, value, &[Role::Relay], id)
    }
}
