//! Sets of statements by what the statements have, from the posting lists of the index where it holds them.

use corpus::index::Postings;
use corpus::{ActorId, Role, StatementId};

use crate::Shared;
use crate::set::StatementSet;

/// The parts that make an actor a voice of a statement: who reports an act speaks, too.
pub(crate) const VOICES: [Role; 2] = [Role::Speaker, Role::Agent];

/// The statements in which an actor, or a part of it, has one of some roles.
pub(crate) fn with_actor(data: Shared, id: ActorId, roles: &[Role]) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    for &role in roles {
        set.add_all(data.index.facets.actor(id, role));
    }
    set
}

/// The statements of a posting list.
pub(crate) fn listed(data: Shared, postings: Postings<'_>) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    set.add_all(postings);
    set
}

/// The statements that pass a test, each of which is tested.
pub(crate) fn scan(data: Shared, passes: impl Fn(StatementId) -> bool) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    for id in data.statement_ids().filter(|&id| passes(id)) {
        set.insert(id);
    }
    set
}
