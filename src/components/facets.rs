//! The facets: beside the statements, or over them on a narrow page.
//!
//! Each choice draws them again in place. Their order does not change, so the focus stays where it is.

use leptos::prelude::*;
use query::facets::{FacetModel, FacetValue};
use query::language::Phrase;
use query::statements::StatementsPage;
use query::view::Chosen;

use crate::app_state::AppState;
use crate::components::refs::{dot, visually_hidden};
use crate::html::{Child, El, classed, el, row};

/// The facets of the start page, and the button that closes them where they are over the statements.
pub fn facets(state: AppState, page: Memo<StatementsPage>) -> AnyView {
    let shown = move || page.with(|page| format!("Show {}", query::words::count(page.shown, "statement")));
    classed("aside", "rail")
        .attr("id", "filter")
        .attr("aria-label", "Filter")
        .attr_live("data-over", move || state.facets_open.get().then(|| "true".into()))
        .child(classed("div", "region").live(move || page.with(|page| row(page.facets.iter().map(facet)))))
        .child(
            classed("button", "done")
                .attr("type", "button")
                .on("click", move |_| state.facets_open.set(false))
                .live(shown),
        )
        .view()
}

fn facet(facet: &FacetModel) -> El {
    let heading = format!("facet-{}", facet.key);
    let (open, folded) = facet.values.split_at(facet.unfolded.min(facet.values.len()));
    let list = |values: &[FacetValue]| el("ul").children(values.iter().map(|entry| value(facet.key, entry)));
    let section = el("section")
        .attr("aria-labelledby", heading.clone())
        .child(el("h2").attr("id", heading).child(facet.title))
        .child(list(open));
    if folded.is_empty() {
        return section;
    }
    // A chosen value must not be hidden. Without one the reader decides what is open.
    let chosen = folded.iter().any(|value| value.state != Chosen::No);
    let mut details = el("details").child(el("summary").child(format!("{} more", folded.len()))).child(list(folded));
    if chosen {
        details = details.attr("open", "");
    }
    section.child(details)
}

fn value(key: &str, value: &FacetValue) -> El {
    let class = match value.state {
        Chosen::Wanted => "wanted",
        Chosen::Unwanted => "unwanted",
        Chosen::No if value.toggle.is_none() => "zero",
        Chosen::No => "free",
    };
    let id = format!("f-{key}-{}", value.slug).replace('/', "-");
    let name = Phrase::default().text(&value.label, value.language);
    let label = classed("span", "label").child(value.hue.map(|hue| dot(Some(hue)))).child(name.clone());
    let usable = value.toggle.is_some();
    let unit = usable.then(|| visually_hidden(value.count.unit()));
    let count = classed("span", "count").child(value.count.text()).child(unit);
    // A value that cannot be chosen has no `href`, but the same element: most of the values change with each click.
    let control = el("a")
        .attr("id", id.clone())
        .attr("class", if usable { "value" } else { "value idle" })
        .attr_some("href", value.toggle.clone())
        .attr_some("aria-current", usable.then(|| (value.state != Chosen::No).to_string()));
    let excludable = value.exclude.is_some();
    let not = classed("a", "not")
        .attr("id", format!("{id}-not"))
        .attr_some("href", value.exclude.clone())
        .attr_some("hidden", (!excludable).then(String::new))
        .attr("title", "Leave these out")
        .child("not")
        .child(visually_hidden(Phrase::new(" ").phrase(name)));
    classed("li", class).child(control.child(label).child(count)).child(not)
}
