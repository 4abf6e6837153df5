//! The country of the outlet that published the document of a statement.

use std::borrow::Cow;

use super::facet::{Description, Erased, Facet, Value};
use super::tally::{Counted, Tally, of_documents};
use crate::Shared;
use crate::language::Language;
use crate::names::Named;
use crate::set::StatementSet;
use crate::source::provenance::{Country, country};
use crate::view::{self, Choice, Filter};

/// The facet.
pub(crate) struct OutletCountry;

impl Facet for OutletCountry {
    type Value = view::OutletCountry;

    const DESCRIPTION: Description = Description {
        key: "country",
        title: "Country of the outlet",
        by_frequency: true,
        of_document: true,
        ..Description::DEFAULT
    };

    fn choice(filter: &Filter) -> &Choice<view::OutletCountry> {
        &filter.outlet_countries
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<view::OutletCountry> {
        &mut filter.outlet_countries
    }

    fn statements(data: Shared, value: view::OutletCountry) -> StatementSet {
        let mut set = StatementSet::empty(data.statements.len());
        for ((id, _), country) in data.documents_with_ids().zip(countries(data)) {
            if country == Some(value.0) {
                set.add_all(data.index.facets.document(id));
            }
        }
        set
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        let all = view::OutletCountry::all(data);
        let index = |country: Option<&str>| all.iter().position(|known| Some(known.0) == country);
        let indices: Vec<_> = countries(data).map(index).collect();
        Some(of_documents(data, all.len(), counted, &indices))
    }

    /// A single country tells nothing apart.
    fn is_idle(data: Shared) -> bool {
        view::OutletCountry::all(data).len() < 2
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: view::OutletCountry) -> bool {
        let outlet = data.document(data.statement(id).document).outlet;
        outlet.is_some_and(|outlet| data.actor(outlet).country == Some(value.0))
    }
}

/// The country of the outlet of each document; none where the outlet or its country is not known.
fn countries(data: Shared) -> impl Iterator<Item = Option<&'static str>> {
    data.documents.iter().map(move |document| document.outlet.and_then(|outlet| data.actor(outlet).country))
}

impl Named for view::OutletCountry {
    const NOUN: &'static str = "country";

    /// In small letters, as links are.
    fn slug(self, _: Shared) -> Cow<'static, str> {
        self.0.to_ascii_lowercase().into()
    }

    /// The name of the state that the briefing has with the code; the code where it has none.
    fn label(self, data: Shared) -> Cow<'static, str> {
        match country(data, self.0) {
            Country::State(name) => name.text.into(),
            Country::Code(code) => code.into(),
        }
    }

    fn from_slug(data: Shared, slug: &str) -> Option<Self> {
        Self::all(data).into_iter().find(|own| own.0.eq_ignore_ascii_case(slug))
    }

    /// In the order of the documents.
    fn all(data: Shared) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for country in countries(data).flatten().map(view::OutletCountry) {
            if !all.contains(&country) {
                all.push(country);
            }
        }
        all
    }

    fn language(self, data: Shared) -> Language {
        match country(data, self.0) {
            Country::State(name) => name.language,
            Country::Code(_) => Language::default(),
        }
    }
}

impl Erased for view::OutletCountry {
    fn erase(self) -> Value {
        Value::Code(self.0)
    }

    fn restore(value: Value) -> Option<Self> {
        match value {
            Value::Code(code) => Some(view::OutletCountry(code)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::{Count, facets};
    use crate::link;
    use crate::testing::{aldport, example, filtered, shipped, shown, small};
    use crate::view::{Selection, View};

    /// The labels and the counts, where the facet is shown.
    fn counts(data: Shared) -> Option<Vec<(String, Count)>> {
        let none = Selection::default();
        let models = facets(data, &none, &filtered(data, &none.filter));
        let model = models.into_iter().find(|model| model.key == "country")?;
        Some(model.values.into_iter().map(|value| (value.label, value.count)).collect())
    }

    #[test]
    fn statements_are_filtered_by_the_country_of_their_outlet() {
        let data = aldport();
        let of = |outlets: &str| shown(data, &format!("#/?outlet={outlets}"));
        assert_eq!(shown(data, "#/?country=xv"), of("observateur"));
        assert_eq!(shown(data, "#/?country=xm"), of("aldport-lantern,varnholt-courier,ministry-of-ports"));
        assert_eq!(shown(data, "#/?country=-xm"), of("observateur,tidewire"), "a wire of no country is in none");
        assert_eq!(shown(data, "#/?country=xv&outlet=aldport-lantern"), []);
    }

    #[test]
    fn countries_are_called_by_the_state_that_the_briefing_has_with_their_code() {
        let labels = |data: Shared| counts(data).map(|all| all.into_iter().map(|(label, _)| label).collect::<Vec<_>>());
        assert_eq!(labels(aldport()), Some(vec!["Marrend".to_owned(), "Valombre".to_owned()]));
        let expected = [("Aland".to_owned(), Count::Leaves(7)), ("BX".to_owned(), Count::Leaves(3))];
        assert_eq!(counts(small()), Some(expected.to_vec()), "no state has the code BX");
    }

    #[test]
    fn one_country_or_none_is_no_facet() {
        assert_eq!([counts(shipped()), counts(example("wikinews"))], [None, None]);
    }

    #[test]
    fn a_link_to_a_country_comes_back_and_reads_any_case() {
        let data = aldport();
        let view =
            View::filtered(Filter { outlet_countries: Choice::of(view::OutletCountry("XV")), ..Filter::default() });
        assert_eq!(link::write(data, &view), "#/?country=xv");
        for written in ["#/?country=xv", "#/?country=XV"] {
            let parsed = link::Parsed { view: view.clone(), notices: Vec::new() };
            assert_eq!(link::parse(data, written), parsed, "{written}");
        }
    }
}
