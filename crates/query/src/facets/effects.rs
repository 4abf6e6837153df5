//! What it comes to when one value of a facet is taken back, for all chosen values at once: a set a value would make
//! the time grow with the square of what is chosen.

use super::FACETS;
use super::facet::{AnyFacet, Value};
use crate::Shared;
use crate::filter::{Filtered, passing};
use crate::set::StatementSet;
use crate::view::{Chosen, Filter};

/// The statements under the choice in one facet, and what would change with each of its values.
pub(crate) struct Effects<'a> {
    data: Shared,
    filter: &'a Filter,
    filtered: &'a Filtered,
    facet: &'a dyn AnyFacet,
    /// The values that are wanted.
    pub wanted: Vec<Value>,
    /// The values that are unwanted.
    pub unwanted: Vec<Value>,
    /// The statements that a further value may add; where none is wanted yet, those that it may leave.
    pub addable: StatementSet,
    /// The statements that pass everything but this condition.
    others: StatementSet,
    /// The statements that have an unwanted value.
    excluded: StatementSet,
    /// The statements shown that match one wanted value and no other.
    by_one: StatementSet,
    /// The statements that are not shown for one unwanted value and nothing else.
    hidden_by_one: StatementSet,
}

impl<'a> Effects<'a> {
    pub fn new(data: Shared, filter: &'a Filter, filtered: &'a Filtered, facet: &'a dyn AnyFacet) -> Self {
        let (wanted, unwanted) = facet.chosen(filter);
        let others = filtered.without(facet);
        let total = data.statements.len();
        // Chosen values need not be listed: a link may hold any day.
        let (matched, mut by_one) = union(total, wanted.iter().map(|&value| facet.matching(data, filter, value)));
        let (excluded, hidden_by_one) = union(total, unwanted.iter().map(|&value| facet.statements(data, value)));
        let mut addable = others.clone();
        addable.difference_with(&matched);
        addable.difference_with(&excluded);
        by_one.intersect_with(&filtered.statements);
        let mut effects = Effects {
            data,
            filter,
            filtered,
            facet,
            wanted,
            unwanted,
            addable,
            others,
            excluded,
            by_one,
            hidden_by_one,
        };
        if !effects.unwanted.is_empty() {
            let otherwise = if effects.wanted.is_empty() { effects.with_none_wanted() } else { matched };
            effects.hidden_by_one.intersect_with(&otherwise);
            effects.hidden_by_one.intersect_with(&effects.others);
        }
        effects
    }

    /// The number of statements shown that match a wanted value.
    pub fn having(&self, value: Value) -> usize {
        self.facet.matching(self.data, self.filter, value).len_in(&self.filtered.statements)
    }

    /// The number of statements that an unwanted value hides, and nothing else does.
    pub fn hidden(&self, value: Value) -> usize {
        self.facet.statements(self.data, value).len_in(&self.hidden_by_one)
    }

    /// The number of statements that are shown once a chosen value is taken back.
    pub fn left_without(&self, value: Value, state: Chosen) -> usize {
        let shown = &self.filtered.statements;
        match state {
            Chosen::Unwanted => shown.len() + self.hidden(value),
            Chosen::Wanted if self.wanted.len() > 1 => {
                shown.len() - self.facet.matching(self.data, self.filter, value).len_in(&self.by_one)
            }
            Chosen::Wanted | Chosen::No => {
                let mut left = self.with_none_wanted();
                left.intersect_with(&self.others);
                left.difference_with(&self.excluded);
                left.len()
            }
        }
    }

    /// What the facet lets through when nothing is chosen in it: all, but for the facets that are one condition with
    /// it.
    fn with_none_wanted(&self) -> StatementSet {
        let mut filter = self.filter.clone();
        self.facet.clear(&mut filter);
        let condition = self.facet.description().condition();
        let mut set = StatementSet::full(self.data.statements.len());
        for &other in FACETS.iter().filter(|other| other.description().condition() == condition) {
            if let Some(passing) = passing(self.data, &filter, other) {
                set.intersect_with(&passing);
            }
        }
        set
    }
}

/// The union of sets, and what is in just one of them.
fn union(total: usize, sets: impl Iterator<Item = StatementSet>) -> (StatementSet, StatementSet) {
    let (mut union, mut several) = (StatementSet::empty(total), StatementSet::empty(total));
    for set in sets {
        let mut again = set.clone();
        again.intersect_with(&union);
        several.union_with(&again);
        union.union_with(&set);
    }
    let mut single = union.clone();
    single.difference_with(&several);
    (union, single)
}
