//! The render models of the facets: values with counts and links.

use corpus::Hue;

use super::facet::{AnyFacet, Value};
use super::{FACETS, in_page_order};
use crate::Shared;
use crate::filter::{Filtered, passing};
use crate::language::Language;
use crate::link;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Chosen, Filter, Selection, View};

/// The number of values of a long facet that are shown unfolded.
pub(super) const UNFOLDED: usize = 8;

/// The render model of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetModel {
    /// The key in links.
    pub key: &'static str,
    /// The name on the page.
    pub title: &'static str,
    /// The values, in an order that does not depend on what is chosen: by number of statements in the whole briefing,
    /// except where the values have an order of their own.
    pub values: Vec<FacetValue>,
    /// The number of values that are shown; the rest can be unfolded.
    pub unfolded: usize,
}

/// The render model of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    /// The slug.
    pub slug: String,
    /// The name on the page.
    pub label: String,
    /// The language of the label.
    pub language: Language,
    /// The accent colour.
    pub hue: Option<Hue>,
    /// The state in the filter.
    pub state: Chosen,
    /// The number of statements that a click would leave or add.
    pub count: Count,
    /// The link that chooses the value, or takes it back; none where it would add no statement.
    pub toggle: Option<String>,
    /// The link that excludes the value; none where it would exclude no statement.
    pub exclude: Option<String>,
}

/// A number of statements, by what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Statements that are left when the value is chosen.
    Leaves(usize),
    /// Statements that come in addition when the value is chosen as well.
    Adds(usize),
    /// Statements shown that have this chosen value.
    Has(usize),
    /// Statements that are excluded by this value alone.
    Hides(usize),
}

impl Count {
    /// The number alone.
    pub const fn number(self) -> usize {
        match self {
            Count::Leaves(number) | Count::Adds(number) | Count::Has(number) | Count::Hides(number) => number,
        }
    }

    /// The count as text beside the label.
    pub fn text(self) -> String {
        match self {
            Count::Leaves(number) | Count::Has(number) => number.to_string(),
            Count::Adds(number) => format!("+{number}"),
            Count::Hides(number) => format!("−{number}"),
        }
    }

    /// The unit after the number in the accessible name: "12 statements, chosen".
    pub const fn unit(self) -> &'static str {
        match (self, self.number() == 1) {
            (Count::Leaves(_), true) => " statement",
            (Count::Leaves(_), false) => " statements",
            (Count::Adds(_), true) => " more statement",
            (Count::Adds(_), false) => " more statements",
            (Count::Has(_), true) => " statement, chosen",
            (Count::Has(_), false) => " statements, chosen",
            (Count::Hides(_), true) => " statement, left out",
            (Count::Hides(_), false) => " statements, left out",
        }
    }
}

/// The models of all facets, without those that cannot tell statements of this briefing apart.
pub fn facets(data: Shared, selection: &Selection, filtered: &Filtered) -> Vec<FacetModel> {
    let builder = FacetBuilder { data, selection, filtered };
    in_page_order().filter_map(|facet| builder.model(facet)).collect()
}

struct FacetBuilder<'a> {
    data: Shared,
    selection: &'a Selection,
    filtered: &'a Filtered,
}

impl FacetBuilder<'_> {
    /// The model of a facet; none where no value is worth listing.
    fn model(&self, facet: &dyn AnyFacet) -> Option<FacetModel> {
        let (wanted, unwanted) = facet.chosen(&self.selection.filter);
        if facet.is_idle(self.data) && wanted.is_empty() && unwanted.is_empty() {
            return None;
        }
        let about = facet.description();
        let mut values = self.values(facet, &wanted, &unwanted);
        if about.by_frequency {
            values = order::by_key(values, |(total, _)| [order::largest(*total), 0, 0]);
        }
        let values: Vec<_> = values
            .into_iter()
            .filter(|(total, value)| *total > 0 || value.state != Chosen::No)
            .map(|(_, value)| value)
            .collect();
        // Folding away one or two would take as much room as showing them.
        let unfolded = if values.len() <= UNFOLDED + 2 { values.len() } else { UNFOLDED };
        (!values.is_empty()).then_some(FacetModel { key: about.key, title: about.title, values, unfolded })
    }

    /// Every value of a facet, with the number of statements of the whole briefing that have it.
    fn values(&self, facet: &dyn AnyFacet, wanted: &[Value], unwanted: &[Value]) -> Vec<(usize, FacetValue)> {
        let FacetBuilder { data, selection, filtered } = *self;
        let filter = &selection.filter;
        let others = filtered.without(facet);
        let shown = &filtered.statements;
        // What is chosen need not be listed: a link may hold any day.
        let mut let_through = StatementSet::empty(data.statements.len());
        for &value in wanted {
            let_through.union_with(&facet.matching(data, filter, value));
        }
        let of_shown = |mut set: StatementSet| {
            set.intersect_with(shown);
            set.len()
        };
        let value_model = |value: Value| {
            let state = facet.state(filter, value);
            let having = facet.statements(data, value);
            let total = having.len();
            // What the facet lets through once the value is chosen, or taken back where it is unwanted.
            let mut after =
                if state == Chosen::Unwanted && wanted.is_empty() { self.baseline(facet) } else { let_through.clone() };
            if state == Chosen::No {
                after.union_with(&facet.matching(data, filter, value));
            }
            for &other in unwanted.iter().filter(|&&other| other != value) {
                after.difference_with(&facet.statements(data, other));
            }
            after.intersect_with(&others);
            let more = after.len().saturating_sub(shown.len());
            let count = match state {
                Chosen::Wanted => Count::Has(of_shown(facet.matching(data, filter, value))),
                Chosen::Unwanted => Count::Hides(more),
                Chosen::No if wanted.is_empty() => Count::Leaves(after.len()),
                Chosen::No => Count::Adds(more),
            };
            let excludable =
                facet.description().is_excludable && state == Chosen::No && wanted.is_empty() && of_shown(having) > 0;
            let link = |state: Chosen| {
                let next = selection.with(|filter| facet.set(filter, value, state));
                link::write(data, &View::Briefing(next))
            };
            let useful = count.number() > 0 || state != Chosen::No;
            let model = FacetValue {
                slug: facet.slug(data, value).into_owned(),
                label: facet.label(data, value).into_owned(),
                language: facet.language(data, value),
                hue: facet.hue(data, value),
                state,
                count,
                toggle: useful.then(|| link(if state == Chosen::No { Chosen::Wanted } else { Chosen::No })),
                exclude: excludable.then(|| link(Chosen::Unwanted)),
            };
            (total, model)
        };
        facet.values(data).into_iter().map(value_model).collect()
    }

    /// What a facet lets through when nothing is chosen in it: all, but for the facets that are one condition with it.
    fn baseline(&self, facet: &dyn AnyFacet) -> StatementSet {
        let mut filter: Filter = self.selection.filter.clone();
        let (wanted, unwanted) = facet.chosen(&filter);
        for value in wanted.into_iter().chain(unwanted) {
            facet.set(&mut filter, value, Chosen::No);
        }
        let condition = facet.description().condition();
        let mut set = StatementSet::full(self.data.statements.len());
        for &other in FACETS.iter().filter(|other| other.description().condition() == condition) {
            if let Some(passing) = passing(self.data, &filter, other) {
                set.intersect_with(&passing);
            }
        }
        set
    }
}
