//! Who speaks or acts. What a part of an actor says, the actor says. Figures link to what one actor says among
//! statements in which another has a part, which the facet [`actor`](super::actor) cannot ask for: any of the wanted
//! passes there.

use corpus::ActorId;

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_actors};
use crate::Shared;
use crate::matching::{self, VOICES};
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Voice;

impl Facet for Voice {
    type Value = ActorId;

    const DESCRIPTION: Description = Description {
        key: "voice",
        title: "Speaks or acts",
        by_frequency: true,
        is_from_links: true,
        ..Description::DEFAULT
    };

    fn choice(filter: &Filter) -> &Choice<ActorId> {
        &filter.voices
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<ActorId> {
        &mut filter.voices
    }

    fn statements(data: Shared, value: ActorId) -> StatementSet {
        matching::with_actor(data, value, &VOICES)
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_actors(data, &VOICES, &VOICES, counted))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: ActorId) -> bool {
        crate::testing::has_role(data, value, &VOICES, id)
    }
}
