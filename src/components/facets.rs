//! The facets: beside the statements, or over them on a narrow page.
//!
//! Each choice draws them again in place. Their order does not change, so the focus stays where it is.

use dom::html::{self, a, aside, button, div, h2, li, p, span, summary, ul};
use dom::{AnyView, Element, IntoChild, effect, fragment};
use leptos::ev;
use leptos::prelude::*;
use query::facets::{FacetModel, FacetValue, LongFacet};
use query::language::Phrase;
use query::search::is_blank;
use query::statements::StatementsPage;
use query::view::Chosen;

use crate::app_state::AppState;
use crate::components::find_box::find_box;
use crate::components::load_status::load_status;
use crate::components::refs::{dot, visually_hidden};
use crate::lazy::{FacetInput, LoadState, PagesRequest, PagesResponse};

/// What the reader does in the boxes of long facets, by the key of the facet. It outlives each drawing of the facets.
type Inputs = StoredValue<Vec<(&'static str, FacetInput)>>;

/// The facets of the start page, and the button that closes them where they are over the statements.
pub fn facets(state: AppState, page: Memo<StatementsPage>) -> AnyView {
    let inputs: Inputs = StoredValue::new(Vec::new());
    let owner = Owner::current();
    let input = move |key: &'static str| {
        let known = inputs.with_value(|all| all.iter().find(|(of, _)| *of == key).map(|(_, input)| *input));
        known.unwrap_or_else(|| {
            // Of the page, not of the drawing that asks for it first.
            let input = owner.as_ref().map_or_else(FacetInput::default, |owner| owner.with(FacetInput::default));
            inputs.update_value(|all| all.push((key, input)));
            input
        })
    };
    let shown = move || page.with(|page| format!("Show {}", query::words::count(page.shown, "statement")));
    aside()
        .class("rail")
        .live()
        .id("filter")
        .attr("aria-label", "Filter")
        .attr("data-over", move || state.facets_open.get().then_some("true"))
        .child(div().class("region").reactive_content(move || {
            page.with(|page| {
                fragment(page.facets.iter().map(|model| match &model.long {
                    None => facet(model, None),
                    Some(long) => facet(model, Some(find(state, model.key, long, input(model.key)))),
                }))
            })
        }))
        .child(
            button()
                .class("done")
                .attr("type", "button")
                .on(ev::click, move |_| state.facets_open.set(false))
                .reactive_content(shown),
        )
        .into_any()
}

/// A facet. The box of a long one is before the values, those that it lists are after them.
fn facet(facet: &FacetModel, find: Option<[Element; 2]>) -> Element {
    let heading = format!("facet-{}", facet.key);
    let (open, folded) = facet.values.split_at(facet.unfolded.min(facet.values.len()));
    let list = |values: &[FacetValue]| ul().children(values.iter().map(|entry| value("f", facet.key, entry)));
    let section = html::section().attr("aria-labelledby", heading.clone()).child(h2().id(heading).child(facet.title));
    let section = match find {
        Some([find, found]) => section.child(find).child(list(open)).child(found),
        None => section.child(list(open)),
    };
    if folded.is_empty() {
        return section;
    }
    // A chosen value must not be hidden. Without one the reader decides what is open.
    let chosen = folded.iter().any(|value| value.state != Chosen::No);
    let mut details = html::details().child(summary().child(format!("{} more", folded.len()))).child(list(folded));
    if chosen {
        details = details.attr("open", "");
    }
    section.child(details)
}

/// The box in which the values of a long facet are found by name, and what it lists. The box stays as it is while the
/// facets are drawn again; what it lists is drawn apart from them, by the part of the program with the pages.
fn find(state: AppState, key: &'static str, facet: &LongFacet, input: FacetInput) -> [Element; 2] {
    let FacetInput { text, steps } = input;
    // Once the page is hydrated.
    effect(move || {
        if state.pages.get() == LoadState::Loaded && steps.get_untracked().is_none() {
            steps.set(Some(0));
        }
    });
    let find = find_box(format!("find-{key}"), facet.prompt(), text, move || {
        steps.update(|steps| *steps = steps.map(|_| 0));
    });
    let facet = facet.clone();
    let listed = move || {
        let wanted = steps.get().is_some() || text.with(|text| !is_blank(text));
        let request = || state.request_pages(PagesRequest::FacetValues { key, facet: facet.clone(), input });
        match wanted.then(request).flatten() {
            Some(PagesResponse::View(values)) => values,
            _ => fragment([
                // Always there, so that its changes are announced.
                p().class("found").attr("role", "status").into_any(),
                wanted.then(|| load_status(state.pages, move || state.load_pages())).into_child(),
            ]),
        }
    };
    [find, div().class("region").reactive_content(listed)]
}

/// A value. `prefix` begins its id: a value that is found may be listed, too.
pub fn value(prefix: &str, key: &str, value: &FacetValue) -> Element {
    let class = match value.state {
        Chosen::Wanted => "wanted",
        Chosen::Unwanted => "unwanted",
        Chosen::No if value.toggle.is_none() => "zero",
        Chosen::No => "free",
    };
    let id = format!("{prefix}-{key}-{}", value.slug).replace('/', "-");
    let name = Phrase::default().text(&value.label, value.language);
    let label = span().class("label").child(value.hue.map(|hue| dot(Some(hue)))).child(name.clone());
    let usable = value.toggle.is_some();
    let unit = usable.then(|| visually_hidden(value.count.unit()));
    let count = span().class("count").child(value.count.text()).child(unit);
    // A value that cannot be chosen has no `href`, but the same element: most of the values change with each click.
    let control = a()
        .id(id.clone())
        .class(if usable { "value" } else { "value idle" })
        .attr("href", value.toggle.clone())
        .attr("aria-current", usable.then(|| (value.state != Chosen::No).to_string()));
    let excludable = value.exclude.is_some();
    let not = a()
        .class("not")
        .id(format!("{id}-not"))
        .attr("href", value.exclude.clone())
        .attr("hidden", (!excludable).then(String::new))
        .attr("title", "Leave these out")
        .child("not")
        .child(visually_hidden(Phrase::new(" ").phrase(name)));
    li().class(class).child(control.child(label).child(count)).child(not)
}
