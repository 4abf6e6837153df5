//! Sets of statements as bit sets, so that facets combine a machine word at a time.

use corpus::StatementId;
use corpus::index::Postings;
use fixedbitset::{FixedBitSet, Ones};

/// A set of statements of one briefing, a bit a statement. Sets that are combined or compared are over the same
/// briefing; a statement that the briefing does not have is never in one.
///
/// ```
/// use corpus::StatementId;
/// use query::set::StatementSet;
///
/// let mut odd = StatementSet::empty(5);
/// odd.insert(StatementId(1));
/// odd.insert(StatementId(3));
///
/// let mut even = StatementSet::full(5);
/// even.difference_with(&odd);
/// assert_eq!(even.iter().collect::<Vec<_>>(), [StatementId(0), StatementId(2), StatementId(4)]);
///
/// even.intersect_with(&odd);
/// assert!(even.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementSet(FixedBitSet);

impl StatementSet {
    /// The empty set over `total` statements.
    pub fn empty(total: usize) -> Self {
        StatementSet(FixedBitSet::with_capacity(total))
    }

    /// The set of all `total` statements.
    pub fn full(total: usize) -> Self {
        let mut bits = FixedBitSet::with_capacity(total);
        bits.insert_range(..);
        StatementSet(bits)
    }

    /// Adds a statement.
    pub fn insert(&mut self, id: StatementId) {
        if id.index() < self.0.len() {
            self.0.insert(id.index());
        }
    }

    /// Adds every statement of a posting list.
    pub fn add_all(&mut self, postings: Postings<'_>) {
        postings.iter().for_each(|id| self.insert(id));
    }

    /// Removes every statement of a posting list.
    pub fn remove_all(&mut self, postings: Postings<'_>) {
        for id in postings {
            if id.index() < self.0.len() {
                self.0.remove(id.index());
            }
        }
    }

    /// Whether a statement is in the set.
    pub fn contains(&self, id: StatementId) -> bool {
        self.0.contains(id.index())
    }

    /// Intersects with another set.
    pub fn intersect_with(&mut self, other: &StatementSet) {
        self.0.intersect_with(&other.0);
    }

    /// Unites with another set.
    pub fn union_with(&mut self, other: &StatementSet) {
        self.0.union_with(&other.0);
    }

    /// Subtracts another set.
    pub fn difference_with(&mut self, other: &StatementSet) {
        self.0.difference_with(&other.0);
    }

    /// The number of statements.
    pub fn len(&self) -> usize {
        self.0.count_ones(..)
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_clear()
    }

    /// Whether every statement is in another set as well.
    pub fn is_subset(&self, other: &StatementSet) -> bool {
        self.0.is_subset(&other.0)
    }

    /// The number of statements that are in another set as well.
    pub fn len_in(&self, other: &StatementSet) -> usize {
        self.0.intersection_count(&other.0)
    }

    /// The number of statements of a posting list that are in the set.
    pub fn count_in(&self, postings: Postings<'_>) -> usize {
        postings.iter().filter(|&id| self.contains(id)).count()
    }

    /// The statements, ascending.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.ones())
    }
}

impl<'a> IntoIterator for &'a StatementSet {
    type Item = StatementId;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Iterator over a [`StatementSet`], ascending.
#[derive(Clone)]
pub struct Iter<'a>(Ones<'a>);

impl Iterator for Iter<'_> {
    type Item = StatementId;

    fn next(&mut self) -> Option<StatementId> {
        self.0.next().map(|index| StatementId(index as u32))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use corpus::index::encode;
    use proptest::prelude::*;

    use super::*;

    const TOTAL: usize = 150;

    fn ids() -> impl Strategy<Value = BTreeSet<u32>> {
        proptest::collection::btree_set(0..TOTAL as u32, 0..40)
    }

    fn set(ids: &BTreeSet<u32>) -> StatementSet {
        let mut set = StatementSet::empty(TOTAL);
        for &id in ids {
            set.insert(StatementId(id));
        }
        set
    }

    fn combined(a: &BTreeSet<u32>, b: &BTreeSet<u32>, combine: fn(&mut StatementSet, &StatementSet)) -> StatementSet {
        let mut result = set(a);
        combine(&mut result, &set(b));
        result
    }

    #[test]
    fn full_and_empty_sets_have_all_and_none() {
        for total in [0, 1, 63, 64, 65, 1000] {
            assert_eq!(StatementSet::full(total).len(), total);
            assert_eq!(StatementSet::full(total).iter().count(), total);
            assert!(StatementSet::empty(total).is_empty());
        }
    }

    #[test]
    fn a_statement_of_another_briefing_is_never_in() {
        let mut set = StatementSet::empty(3);
        set.insert(StatementId(3));
        set.add_all(Postings::new(&encode([StatementId(2), StatementId(700)])));
        assert_eq!(set.iter().collect::<Vec<_>>(), [StatementId(2)]);
        assert!(!set.contains(StatementId(3)));
    }

    proptest! {
        #[test]
        fn sets_combine_like_sets(a in ids(), b in ids()) {
            prop_assert_eq!(combined(&a, &b, StatementSet::intersect_with), set(&(&a & &b)));
            prop_assert_eq!(combined(&a, &b, StatementSet::union_with), set(&(&a | &b)));
            prop_assert_eq!(combined(&a, &b, StatementSet::difference_with), set(&(&a - &b)));
            prop_assert_eq!(set(&a).len_in(&set(&b)), (&a & &b).len());
        }

        #[test]
        fn a_list_adds_and_counts_its_statements(a in ids(), b in ids()) {
            let bytes = encode(b.iter().copied().map(StatementId));
            let mut union = set(&a);
            prop_assert_eq!(union.count_in(Postings::new(&bytes)), (&a & &b).len());
            union.add_all(Postings::new(&bytes));
            prop_assert_eq!(&union, &set(&(&a | &b)));
            let mut difference = set(&a);
            difference.remove_all(Postings::new(&bytes));
            prop_assert_eq!(&difference, &set(&(&a - &b)));
            prop_assert_eq!(union.len(), union.iter().count());
            prop_assert!(union.iter().zip(union.iter().skip(1)).all(|(one, next)| one < next));
        }
    }
}
