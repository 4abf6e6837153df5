//! The bar above every page: the pages, the search, the link to what is on the screen.

use corpus::DocumentId;
use leptos::prelude::*;
use query::link;
use query::view::{Comparison, View};

use crate::desk::Desk;
use crate::html::{Child, classed, el};
use crate::keys;
use crate::parts::copy::copy_link;
use crate::take;

/// The bar.
pub fn bar(desk: Desk) -> AnyView {
    let pages = [
        ("Briefing", View::default()),
        ("Actors", View::Actors),
        ("Compare", Comparison::actors([])),
        ("Source", View::Source(DocumentId(0), None)),
        ("About", View::About),
    ];
    let entry = |(name, target): (&'static str, View)| {
        let href = link::write(desk.data, &target);
        let current = move || {
            desk.view().with(|view| match (view, &target) {
                (View::Actor(_), View::Actors) | (View::Source(..), View::Source(..)) => true,
                _ => view.same_page(&target),
            })
        };
        el("a").attr("href", href).attr_live("aria-current", move || current().then(|| "page".into())).child(name)
    };
    let search = el("input")
        .attr("id", keys::SEARCH)
        .attr("type", "search")
        .attr("placeholder", "Search")
        .attr("aria-label", "Search what was said")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .value(move || desk.view().with(|view| view.selection().filter.text))
        .on("input", move |event| desk.search(event_target_value(&event)));
    classed("header", "bar wrap")
        .child(el("nav").attr("aria-label", "Pages").children(pages.map(entry)))
        .child(
            classed("search", "search")
                .child(classed("span", "glass").attr("aria-hidden", "true"))
                .child(search)
                .child(el("kbd").attr("aria-hidden", "true").child("/")),
        )
        .child(
            classed("div", "tools")
                .child(copy_link(desk, "Copy link", move || {
                    desk.view().with_untracked(|view| link::share(desk.data, view))
                }))
                .child(take::opener(desk)),
        )
        .view()
}
