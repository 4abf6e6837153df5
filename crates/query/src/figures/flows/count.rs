//! The numbers of statements between actors.

use corpus::{ActorId, StatementId};

use crate::Shared;
use crate::card;
use crate::order;

/// What flows from actor to actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowKind {
    /// From who says or does something, to whom it is about.
    SpeaksOf,
    /// From who relays a statement, to who says or does it.
    Relays,
}

/// The statements from an actor to another, or to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Who speaks, or relays.
    pub from: ActorId,
    /// Who is spoken of, or relayed.
    pub to: ActorId,
    /// The number of statements, one at least.
    pub count: u32,
}

/// The flows of some statements, those with most statements first, each statement counted once in a flow. `end` is the
/// actor that an actor of a statement counts for.
///
/// Takes time in proportion to the statements and their actors.
pub fn flows_between(
    data: Shared,
    statements: impl Iterator<Item = StatementId>,
    kind: FlowKind,
    end: impl Fn(ActorId) -> ActorId,
) -> Vec<Flow> {
    let mut entries: Vec<order::Key> = Vec::new();
    for id in statements {
        let statement = data.statement(id);
        let active = || statement.speakers.iter().chain(statement.agents);
        let mut join = |from: ActorId, to: ActorId| {
            entries.push([end(from).0, end(to).0, id.0].map(u32::cast_signed));
        };
        match kind {
            FlowKind::SpeaksOf => {
                for &from in active() {
                    statement.about.iter().for_each(|&to| join(from, to));
                }
            }
            FlowKind::Relays => {
                for &from in statement.via {
                    active().for_each(|&to| join(from, to));
                }
            }
        }
    }
    let mut flows: Vec<Flow> = Vec::new();
    let mut last = None;
    for entry in order::by_key(entries, |&entry| entry) {
        // Equal entries follow each other.
        if last.replace(entry) == Some(entry) {
            continue;
        }
        let [from, to, _] = entry.map(i32::cast_unsigned).map(ActorId);
        match flows.last_mut() {
            Some(flow) if (flow.from, flow.to) == (from, to) => flow.count += 1,
            _ => flows.push(Flow { from, to, count: 1 }),
        }
    }
    order::by_key(flows, |flow| [order::largest(flow.count as usize), 0, 0])
}

/// The outermost actor that an actor is a part of: the actor that its statements count for.
pub(super) fn whole(data: Shared) -> impl Fn(ActorId) -> ActorId {
    move |actor| card::whole(data, actor)
}
