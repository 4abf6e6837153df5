//! Which statements a filter lets through, and which it would without one of its conditions.

use crate::Shared;
use crate::facets::FACETS;
use crate::facets::facet::AnyFacet;
use crate::search::Search;
use crate::set::StatementSet;
use crate::view::Filter;

/// The outcome of a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Filtered {
    total: usize,
    /// What each facet lets through, in the order of [`FACETS`]; nothing where nothing is chosen in it.
    by_facet: Vec<Option<StatementSet>>,
    /// The statements that pass every facet and the search.
    pub statements: StatementSet,
    /// What the search text came to, where there is one.
    pub search: Option<Search>,
}

impl Filtered {
    /// Applies a filter. `search` is what [`crate::search::search`] makes of its text; without it, only the facets
    /// apply.
    pub fn new(data: Shared, filter: &Filter, search: Option<Search>) -> Filtered {
        let total = data.statements.len();
        let by_facet = FACETS.iter().map(|&facet| passing(data, filter, facet)).collect();
        let mut filtered = Filtered { total, by_facet, statements: StatementSet::empty(total), search };
        filtered.statements = filtered.intersection(None);
        filtered
    }

    /// The statements that pass everything but a facet and those that are one condition with it.
    pub(crate) fn without(&self, facet: &dyn AnyFacet) -> StatementSet {
        self.intersection(Some(facet.description().condition()))
    }

    /// The statements that pass every facet, whatever is searched.
    pub(crate) fn without_search(&self) -> StatementSet {
        self.facets(None)
    }

    fn intersection(&self, except: Option<&str>) -> StatementSet {
        let mut set = self.facets(except);
        if let Some(search) = &self.search {
            set.intersect_with(search.statements());
        }
        set
    }

    fn facets(&self, except: Option<&str>) -> StatementSet {
        let mut set = StatementSet::full(self.total);
        for (facet, passing) in FACETS.iter().zip(&self.by_facet) {
            if let Some(passing) = passing.as_ref().filter(|_| Some(facet.description().condition()) != except) {
                set.intersect_with(passing);
            }
        }
        set
    }
}

/// What a facet lets through under a filter; nothing to say where nothing is chosen in it.
pub(crate) fn passing(data: Shared, filter: &Filter, facet: &dyn AnyFacet) -> Option<StatementSet> {
    let (wanted, unwanted) = facet.chosen(filter);
    if wanted.is_empty() && unwanted.is_empty() {
        return None;
    }
    let mut set = if wanted.is_empty() {
        StatementSet::full(data.statements.len())
    } else {
        StatementSet::empty(data.statements.len())
    };
    for value in wanted {
        set.union_with(&facet.matching(data, filter, value));
    }
    for value in unwanted {
        set.difference_with(&facet.statements(data, value));
    }
    Some(set)
}

#[cfg(test)]
mod tests;
