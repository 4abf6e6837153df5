//! The relations of each statement, found without a walk through all.

use crate::id::{RelationId, StatementId};

/// A link to nothing.
const END: u32 = u32::MAX;

/// The relations by their statements: linked lists of the ends of relations. The end `2 r` of the relation `r` is the
/// statement that it starts from, `2 r + 1` the other.
#[derive(Clone, Debug)]
pub struct RelationsByStatement {
    /// The first end of each statement.
    first: Vec<u32>,
    /// For each end, the next of its statement.
    next: Vec<u32>,
}

impl RelationsByStatement {
    /// The lists of so many statements, from the two ends of each relation.
    pub(crate) fn new(
        statements: usize,
        ends: impl ExactSizeIterator<Item = [StatementId; 2]> + DoubleEndedIterator,
    ) -> RelationsByStatement {
        let mut lists = RelationsByStatement { first: vec![END; statements], next: vec![END; 2 * ends.len()] };
        for (relation, ids) in ends.enumerate().rev() {
            for (id, end) in ids.into_iter().zip(2 * relation..) {
                lists.next[end] = std::mem::replace(&mut lists.first[id.index()], end as u32);
            }
        }
        lists
    }

    /// The relations of a statement, in their order.
    pub(crate) fn of(&self, id: StatementId) -> impl Iterator<Item = RelationId> + use<'_> {
        let step = |end: u32| (end != END).then_some(end);
        let first = self.first.get(id.index()).copied().and_then(step);
        std::iter::successors(first, move |&end| step(self.next[end as usize])).map(|end| RelationId(end / 2))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_statement_has_the_relations_that_it_is_in(
            ends in proptest::collection::vec((0u32..9, 0u32..9).prop_filter("two statements", |(from, to)| from != to), 0..30)
        ) {
            let ends: Vec<[StatementId; 2]> = ends.into_iter().map(|(from, to)| [StatementId(from), StatementId(to)]).collect();
            let relations = RelationsByStatement::new(9, ends.iter().copied());
            for id in (0..10).map(StatementId) {
                let expected: Vec<_> =
                    (0..).map(RelationId).zip(&ends).filter(|(_, ends)| ends.contains(&id)).map(|(own, _)| own).collect();
                let own: Vec<_> = relations.of(id).collect();
                prop_assert_eq!(own, expected);
            }
        }
    }
}
