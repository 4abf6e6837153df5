//! The facets beside the statements: each value with its count, and the links that choose it.

use corpus::{Hue, Role};

use crate::Shared;
use crate::dimension::{Dimension, Value};
use crate::filter::{self, Filtered, Part};
use crate::language::Language;
use crate::link;
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Chosen, Filter, Selection, View};

/// How many values of a facet stand open before the rest folds away.
const OPEN: usize = 8;

/// One dimension to filter by.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetModel {
    /// Its key in links.
    pub key: &'static str,
    /// Its name on the page.
    pub title: &'static str,
    /// Its values in an order that clicks do not change: by number of statements in the whole briefing, except where
    /// the values have an order of their own.
    pub values: Vec<FacetValue>,
    /// How many of them stand open; the rest can be unfolded.
    pub unfolded: usize,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    /// Its slug.
    pub slug: String,
    /// Its name on the page.
    pub label: String,
    /// The language of its name.
    pub language: Language,
    /// Its camp's colour.
    pub hue: Option<Hue>,
    /// How it stands.
    pub state: Chosen,
    /// What a click would leave, or add.
    pub count: Count,
    /// The link that chooses it, or takes it back; none where it would show nothing new.
    pub toggle: Option<String>,
    /// The link that leaves its statements out; none where there are none.
    pub exclude: Option<String>,
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Statements that are left when the value is chosen.
    Leaves(usize),
    /// Statements that come in addition when the value is chosen as well.
    Adds(usize),
    /// Statements shown that have this chosen value.
    Has(usize),
    /// Statements that only the choice against this value keeps away.
    Hides(usize),
}

impl Count {
    /// The bare number.
    pub const fn number(self) -> usize {
        match self {
            Count::Leaves(number) | Count::Adds(number) | Count::Has(number) | Count::Hides(number) => number,
        }
    }

    /// As it stands beside the value.
    pub fn text(self) -> String {
        match self {
            Count::Leaves(number) | Count::Has(number) => number.to_string(),
            Count::Adds(number) => format!("+{number}"),
            Count::Hides(number) => format!("−{number}"),
        }
    }

    /// What a screen reader says after it: "12 statements, chosen".
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

/// Every facet that can tell statements of this briefing apart.
pub fn facets(data: Shared, selection: &Selection, filtered: &Filtered) -> Vec<FacetModel> {
    let builder = FacetBuilder { data, selection, filtered };
    let mut facets = Vec::new();
    for dimension in Dimension::ALL {
        let values = builder.values(dimension);
        let frequent = matches!(dimension, Dimension::Actor | Dimension::Topic | Dimension::Relay);
        // A single document tells nothing apart.
        let idle =
            dimension == Dimension::Document && data.documents.len() < 2 && selection.filter.documents.is_empty();
        if !idle {
            let arrange = if frequent { frequent_first } else { own_order };
            facets.push(arrange(dimension.key(), dimension.title(), values));
        }
        if dimension == Dimension::Actor {
            facets.push(own_order("role", "Part in the statement", builder.roles()));
        }
    }
    facets.retain(|facet| !facet.values.is_empty());
    facets
}

/// Values in the order of how many statements they have in the whole briefing, which clicks do not change.
fn frequent_first(key: &'static str, title: &'static str, values: Vec<(usize, FacetValue)>) -> FacetModel {
    own_order(key, title, order::by_key(values, |(all, _)| [order::largest(*all), 0, 0]))
}

/// Values in their own order.
fn own_order(key: &'static str, title: &'static str, values: Vec<(usize, FacetValue)>) -> FacetModel {
    let values: Vec<_> = values
        .into_iter()
        .filter(|(all, value)| *all > 0 || value.state != Chosen::No)
        .map(|(_, value)| value)
        .collect();
    // Folding away one or two would take as much room as showing them.
    let unfolded = if values.len() <= OPEN + 2 { values.len() } else { OPEN };
    FacetModel { key, title, values, unfolded }
}

struct FacetBuilder<'a> {
    data: Shared,
    selection: &'a Selection,
    filtered: &'a Filtered,
}

impl FacetBuilder<'_> {
    /// Every value of a facet, with the number of statements of the whole briefing that have it.
    fn values(&self, dimension: Dimension) -> Vec<(usize, FacetValue)> {
        let FacetBuilder { data, selection, filtered } = *self;
        let filter = &selection.filter;
        let others = filtered.without(dimension.part());
        let shown = &filtered.statements;
        let (wanted, unwanted) = dimension.chosen(filter);
        // What is chosen need not be listed: a link may hold any day.
        let mut let_through = StatementSet::empty(data.statements.len());
        for value in &wanted {
            let_through.union_with(&value.wanted(data, filter));
        }
        let of_shown = |mut set: StatementSet| {
            set.intersect_with(shown);
            set.len()
        };
        let value_model = |value: Value| {
            let state = value.state(filter);
            let away = value.unwanted(data, filter);
            let all = away.len();
            // What the facet lets through once the value is chosen, or taken back where it is unwanted.
            let mut after = if state == Chosen::Unwanted && wanted.is_empty() {
                self.baseline(dimension)
            } else {
                let_through.clone()
            };
            if state == Chosen::No {
                after.union_with(&value.wanted(data, filter));
            }
            for other in unwanted.iter().filter(|&&other| other != value) {
                after.difference_with(&other.unwanted(data, filter));
            }
            after.intersect_with(&others);
            let more = after.len().saturating_sub(shown.len());
            let count = match state {
                Chosen::Wanted => Count::Has(of_shown(value.wanted(data, filter))),
                Chosen::Unwanted => Count::Hides(more),
                Chosen::No if wanted.is_empty() => Count::Leaves(after.len()),
                Chosen::No => Count::Adds(more),
            };
            let excludable = state == Chosen::No && wanted.is_empty() && of_shown(away) > 0;
            let link = |state: Chosen| {
                let next = selection.with(|filter| value.set(filter, state));
                link::write(data, &View::Briefing(next))
            };
            let useful = count.number() > 0 || state != Chosen::No;
            let model = FacetValue {
                slug: value.slug(data).into_owned(),
                label: value.label(data).into_owned(),
                language: value.language(data),
                hue: value.hue(data),
                state,
                count,
                toggle: useful.then(|| link(if state == Chosen::No { Chosen::Wanted } else { Chosen::No })),
                exclude: excludable.then(|| link(Chosen::Unwanted)),
            };
            (all, model)
        };
        dimension.values(data).into_iter().map(value_model).collect()
    }

    /// What a dimension lets through when nothing is chosen in it: with the actors' roles, not everything.
    fn baseline(&self, dimension: Dimension) -> StatementSet {
        let roles = if dimension == Dimension::Actor { self.selection.filter.roles.clone() } else { Vec::new() };
        filter::actors(self.data, &Filter { roles, ..Filter::default() })
            .unwrap_or_else(|| StatementSet::full(self.data.statements.len()))
    }

    /// Roles say which part the chosen actors have, so each is counted by what the two come to together.
    fn roles(&self) -> Vec<(usize, FacetValue)> {
        let others = self.filtered.without(Part::Actor);
        let chosen = &self.selection.filter.roles;
        let passing = |roles: Vec<Role>| {
            let mut set = filter::actors(self.data, &Filter { roles, ..self.selection.filter.clone() })
                .unwrap_or_else(|| StatementSet::full(self.data.statements.len()));
            set.intersect_with(&others);
            set
        };
        let value = |role: Role| {
            let wanted = chosen.contains(&role);
            let count = if wanted {
                Count::Has(passing(vec![role]).len())
            } else if chosen.is_empty() {
                Count::Leaves(passing(vec![role]).len())
            } else {
                let mut set = passing(chosen.iter().copied().chain([role]).collect());
                set.difference_with(&self.filtered.statements);
                Count::Adds(set.len())
            };
            let toggle = self.selection.with(|filter| {
                if wanted {
                    filter.roles.retain(|&kept| kept != role);
                } else {
                    filter.roles.push(role);
                }
            });
            let everywhere = self.data.index.actors.iter().filter(|roles| !roles[role as usize].is_empty()).count();
            let model = FacetValue {
                slug: role.slug(self.data).into_owned(),
                label: role.label(self.data).into_owned(),
                language: Language::default(),
                hue: None,
                state: if wanted { Chosen::Wanted } else { Chosen::No },
                count,
                toggle: (wanted || count.number() > 0).then(|| link::write(self.data, &View::Briefing(toggle))),
                exclude: None,
            };
            (everywhere, model)
        };
        Role::ALL.into_iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests;
