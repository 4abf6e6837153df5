//! Which part an actor has in a statement. Actors and roles are one condition: "Russia, as the one who is addressed"
//! asks for a statement in which both hold of the same actor.

use std::borrow::Cow;

use corpus::Role;

use super::facet::{Description, Facet};
use crate::Shared;
use crate::matching;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct ActorRole;

impl Facet for ActorRole {
    type Value = Role;

    const DESCRIPTION: Description = Description {
        key: "role",
        title: "Part in the statement",
        chip_title: Some("Part"),
        is_excludable: false,
        qualifies: Some("actor"),
        ..Description::DEFAULT
    };

    fn choice(filter: &Filter) -> &Choice<Role> {
        &filter.roles
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<Role> {
        &mut filter.roles
    }

    fn statements(data: Shared, value: Role) -> StatementSet {
        // The list of an actor has the statements of its parts.
        let mut set = StatementSet::empty(data.statements.len());
        for id in data.actor_ids().filter(|&id| data.actor(id).part_of.is_none()) {
            set.add_all(data.index.facets.actor(id, value));
        }
        set
    }

    /// With one of the wanted actors in the role, if there are any, and without the unwanted.
    fn matching(data: Shared, filter: &Filter, value: Role) -> StatementSet {
        let wanted = filter.actors.wanted();
        let mut set =
            if wanted.is_empty() { Self::statements(data, value) } else { StatementSet::empty(data.statements.len()) };
        for &actor in wanted {
            set.union_with(&matching::with_actor(data, actor, &[value]));
        }
        for &actor in filter.actors.unwanted() {
            set.difference_with(&matching::with_actor(data, actor, &Role::ALL));
        }
        set
    }

    fn chip_label(data: Shared, value: Role) -> Cow<'static, str> {
        value.label(data).to_ascii_lowercase().into()
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: Role) -> bool {
        data.actor_ids().any(|actor| crate::testing::has_role(data, actor, &[value], id))
    }
}
