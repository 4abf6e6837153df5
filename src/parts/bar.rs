//! The bar above every page: the pages, the search, the link to what is on the screen.

use corpus::DocumentId;
use dom::html::{self, a, div, header, kbd, nav, span};
use leptos::ev;
use leptos::prelude::*;
use query::link;
use query::view::{Comparison, View};

use crate::desk::Desk;
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
        a().attr("href", href).attr("aria-current", move || current().then_some("page")).child(name)
    };
    let search = html::input()
        .id(keys::SEARCH)
        .attr("type", "search")
        .attr("placeholder", "Search")
        .attr("aria-label", "Search what was said")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .prop("value", move || desk.view().with(|view| view.selection().filter.text))
        .on(ev::input, move |event| desk.search(event_target_value(&event)));
    header()
        .class("bar wrap")
        .child(nav().attr("aria-label", "Pages").children(pages.map(entry)))
        .child(
            html::search()
                .class("search")
                .child(span().class("glass").attr("aria-hidden", "true"))
                .child(search)
                .child(kbd().attr("aria-hidden", "true").child("/")),
        )
        .child(
            div()
                .class("tools")
                .child(copy_link(desk, "Copy link", move || {
                    desk.view().with_untracked(|view| link::share(desk.data, view))
                }))
                .child(take::opener(desk)),
        )
        .into_any()
}
