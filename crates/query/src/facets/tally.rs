//! The numbers of statements that have each value of a facet, for all of its values at once. Each posting list is read
//! once and no set is made: a set a value would cost as much as the briefing has statements, times its values.

use corpus::index::Postings;
use corpus::{Role, StatementId};

use crate::Shared;
use crate::set::StatementSet;

/// What is counted.
#[derive(Clone, Copy)]
pub(crate) struct Counted<'a> {
    /// The statements that are shown.
    pub shown: &'a StatementSet,
    /// The statements that are shown once a value that they match is chosen, and are not by a value chosen before.
    pub addable: &'a StatementSet,
}

/// The numbers of statements of one value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    /// Those of the whole briefing that have it.
    pub total: usize,
    /// Those shown that have it.
    pub shown: usize,
    /// Those that it would add; see [`Counted::addable`].
    pub added: usize,
}

impl Tally {
    /// Counts a statement that has the value.
    pub(super) fn count(&mut self, id: StatementId, matches: bool, counted: Counted<'_>) {
        self.total += 1;
        self.shown += usize::from(counted.shown.contains(id));
        self.added += usize::from(matches && counted.addable.contains(id));
    }
}

/// Counts the statements of posting lists, a list a value.
pub(super) fn of_lists<'l>(lists: impl Iterator<Item = Postings<'l>>, counted: Counted<'_>) -> Vec<Tally> {
    lists.map(|list| of_list(list, counted)).collect()
}

/// Counts the statements of a posting list.
pub(super) fn of_list(list: Postings<'_>, counted: Counted<'_>) -> Tally {
    let mut tally = Tally::default();
    list.iter().for_each(|id| tally.count(id, true, counted));
    tally
}

/// Counts the statements in which each actor, or a part of it, has one of some roles. It matches where it has one of
/// the roles `matching`.
pub(super) fn of_actors(data: Shared, roles: &[Role], matching: &[Role], counted: Counted<'_>) -> Vec<Tally> {
    // The number, from one, of the last actor that each statement was counted for: in several roles, it counts once.
    let mut last = vec![0; data.statements.len()];
    let mut tallies = Vec::new();
    for (number, actor) in (1u32..).zip(data.actor_ids()) {
        let mut tally = Tally::default();
        let others = roles.iter().filter(|role| !matching.contains(role));
        for (&role, matches) in matching.iter().map(|role| (role, true)).chain(others.map(|role| (role, false))) {
            for id in data.index.facets.actor(actor, role) {
                if std::mem::replace(&mut last[id.index()], number) != number {
                    tally.count(id, matches, counted);
                }
            }
        }
        tallies.push(tally);
    }
    tallies
}

/// Counts the statements of values of which each statement has one or none, told by its index among them. Not generic,
/// so that the program holds it once.
pub(super) fn of_statements(
    data: Shared,
    values: usize,
    counted: Counted<'_>,
    index: &dyn Fn(StatementId) -> Option<usize>,
) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); values];
    for id in data.statement_ids() {
        if let Some(index) = index(id) {
            tallies[index].count(id, true, counted);
        }
    }
    tallies
}

/// The same of values of documents; `indices` has the index of each document's value.
pub(super) fn of_documents(data: Shared, values: usize, counted: Counted<'_>, indices: &[Option<usize>]) -> Vec<Tally> {
    of_statements(data, values, counted, &|id| indices[data.statements.document(id).index()])
}
