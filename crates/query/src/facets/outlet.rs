//! The outlet that published the document of a statement.

use std::borrow::Cow;

use corpus::{ActorId, Hue};

use super::facet::{Description, Erased, Facet, Value};
use super::tally::{Counted, Tally, of_documents};
use crate::Shared;
use crate::documents::{has_several_outlets, outlets};
use crate::language::Language;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, DocumentOutlet, Filter};

/// The facet.
pub(crate) struct Outlet;

impl Facet for Outlet {
    type Value = DocumentOutlet;

    const DESCRIPTION: Description =
        Description { key: "outlet", title: "Outlet", by_frequency: true, of_document: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<DocumentOutlet> {
        &filter.outlets
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<DocumentOutlet> {
        &mut filter.outlets
    }

    fn statements(data: Shared, value: DocumentOutlet) -> StatementSet {
        let mut set = StatementSet::empty(data.statements.len());
        for (id, _) in data.documents_with_ids().filter(|(_, document)| document.outlet == Some(value.0)) {
            set.add_all(data.index.facets.document(id));
        }
        set
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        let outlets = outlets(data);
        let index = |outlet: ActorId| outlets.iter().position(|&other| other == outlet);
        let indices: Vec<_> = data.documents.iter().map(|document| document.outlet.and_then(index)).collect();
        Some(of_documents(data, outlets.len(), counted, &indices))
    }

    /// A single outlet tells nothing apart.
    fn is_idle(data: Shared) -> bool {
        !has_several_outlets(data)
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: DocumentOutlet) -> bool {
        data.document(data.statement(id).document).outlet == Some(value.0)
    }
}

impl Named for DocumentOutlet {
    const NOUN: &'static str = "outlet";

    fn slug(self, data: Shared) -> Cow<'static, str> {
        self.0.slug(data)
    }

    fn label(self, data: Shared) -> Cow<'static, str> {
        self.0.label(data)
    }

    fn from_slug(data: Shared, slug: &str) -> Option<Self> {
        Self::all(data).into_iter().find(|outlet| data.actor(outlet.0).slug == slug)
    }

    /// In the order of the actors.
    fn all(data: Shared) -> Vec<Self> {
        outlets(data).into_iter().map(DocumentOutlet).collect()
    }

    fn hue(self, data: Shared) -> Option<Hue> {
        self.0.hue(data)
    }

    fn language(self, data: Shared) -> Language {
        self.0.language(data)
    }
}

/// An outlet is an actor, so that it is found by all of its names.
impl Erased for DocumentOutlet {
    fn erase(self) -> Value {
        Value::Actor(self.0)
    }

    fn restore(value: Value) -> Option<Self> {
        ActorId::restore(value).map(DocumentOutlet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::{Count, facets};
    use crate::link;
    use crate::testing::{example, filtered, selection, shipped, shown, slugs, small, with_languages};
    use crate::view::{Selection, View};

    #[test]
    fn statements_are_filtered_by_the_outlet_of_their_document() {
        let data = small();
        let of_herald: Vec<_> = data.statement_ids().filter(|&id| data.statements.document(id).index() == 0).collect();
        assert_eq!(shown(data, "#/?outlet=herald"), of_herald);
        assert_eq!(slugs(data, shown(data, "#/?outlet=-herald")), slugs(data, shown(data, "#/?outlet=wire")));
        assert_eq!(shown(data, "#/?outlet=herald,wire").len(), data.statements.len());
        assert_eq!(shown(data, "#/?outlet=herald&document=b-reply"), []);
    }

    #[test]
    fn who_only_relays_is_no_outlet() {
        let data = small();
        let none = Selection::default();
        let models = facets(data, &none, &filtered(data, &none.filter));
        let model = models.iter().find(|model| model.key == "outlet").expect("two outlets");
        let counts: Vec<_> = model.values.iter().map(|value| (value.slug.as_str(), value.count)).collect();
        assert_eq!(counts, [("herald", Count::Leaves(7)), ("wire", Count::Leaves(3))]);
        let [notice] = &link::parse(data, "#/?outlet=aland").notices[..] else { panic!("one notice") };
        assert_eq!(notice.text, "This briefing has no outlet “aland”.");
    }

    #[test]
    fn a_link_to_an_outlet_comes_back() {
        let data = small();
        let outlet = DocumentOutlet::from_slug(data, "wire").expect("an outlet");
        let view = View::filtered(Filter { outlets: Choice::of(outlet), ..Filter::default() });
        assert_eq!(link::write(data, &view), "#/?outlet=wire");
        assert_eq!(link::parse(data, "#/?outlet=wire"), link::Parsed { view, notices: Vec::new() });
    }

    #[test]
    fn one_outlet_or_none_is_no_facet() {
        for data in [shipped(), example("wikinews"), with_languages(&["en", "en"])] {
            let none = Selection::default();
            assert!(facets(data, &none, &filtered(data, &none.filter)).iter().all(|model| model.key != "outlet"));
        }
        let data = example("wikinews");
        let chosen = selection(data, "#/?outlet=wikinews");
        let models = facets(data, &chosen, &filtered(data, &chosen.filter));
        assert!(models.iter().any(|model| model.key == "outlet"), "what is chosen can be taken back");
    }
}
