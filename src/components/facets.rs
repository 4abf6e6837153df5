//! The facets: beside the statements, or over them on a narrow page.
//!
//! Each choice draws them again in place. Their order does not change, so the focus stays where it is.

use dom::html::{self, a, button, div, h2, li, small, span, summary, ul};
use dom::{AnyView, Element, Memo, fragment};
use leptos::ev;
use query::facets::{FacetModel, FacetValue, LongFacet};
use query::language::Phrase;
use query::statements::StatementsPage;
use query::view::Chosen;

use crate::app_state::AppState;
use crate::components::refs::{dot, visually_hidden};
use crate::lazy::{FacetInputs, FacetSearchPart, PagesRequest};

/// The facets of the start page, and the button that closes them where they are over the statements.
pub fn facets(state: AppState, page: Memo<StatementsPage>) -> AnyView {
    let inputs = FacetInputs::default();
    let search = move |part, key, facet: &LongFacet| {
        state.draw_later(PagesRequest::FacetSearch { part, key, facet: facet.clone(), inputs })
    };
    let shown = move || page.with(|page| format!("Show {}", query::words::count(page.shown, "statement")));
    // No element `aside`, which may not become a dialog: see `facet_sheet`.
    div()
        .attr("role", "complementary")
        .class("rail")
        .live()
        .id("filter")
        .attr("aria-label", "Filter")
        .attr("data-over", move || state.facets_open.get().then_some("true"))
        .child(div().class("region").reactive_content(move || {
            page.with(|page| {
                fragment(page.facets.iter().map(|model| match &model.long {
                    None => facet(model, None),
                    Some(long) => facet(model, Some(&|part| search(part, model.key, long))),
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

/// What the levels of parts of actors add to the class of a value; deeper ones look like the last.
const LEVELS: [&str; 3] = [" level-1", " level-2", " level-3"];

/// A facet. `search` draws the parts of the search in a long one.
fn facet(facet: &FacetModel, search: Option<&dyn Fn(FacetSearchPart) -> Option<AnyView>>) -> Element {
    let heading = format!("facet-{}", facet.key);
    let (open, folded) = facet.values.split_at(facet.unfolded.min(facet.values.len()));
    let list = |values: &[FacetValue]| ul().children(values.iter().map(|entry| value("f", facet.key, entry)));
    let section = html::section().attr("aria-labelledby", heading.clone()).child(h2().id(heading).child(facet.title));
    let section = match search {
        Some(search) => {
            section.child(search(FacetSearchPart::Box)).child(list(open)).child(search(FacetSearchPart::Values))
        }
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
    let label = span().class("label").child(value.hue.map(|hue| dot(Some(hue))));
    let label = if value.detail.is_empty() {
        label.child(name.clone())
    } else {
        // A headline alone does not tell when it was published, and by whom.
        let detail = small().class("detail").child(value.detail.clone());
        label.child(span().child(name.clone()).child(" ").child(detail))
    };
    let (level, label) = if value.level == 0 {
        ("", label)
    } else {
        let whole = visually_hidden(Phrase::new(", part of ").phrase(value.whole.clone()));
        (LEVELS[value.level.min(LEVELS.len()) - 1], label.child(whole))
    };
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
        .class("exclude")
        .id(format!("{id}-not"))
        .attr("href", value.exclude.clone())
        .attr("hidden", (!excludable).then(String::new))
        .attr("title", "Leave these out")
        .child("not")
        .child(visually_hidden(Phrase::new(" ").phrase(name)));
    li().class(format!("{class}{level}")).child(control.child(label).child(count)).child(not)
}
