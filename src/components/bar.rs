//! The bar above every page: the pages, the search, and the controls that copy the link and share.

use dom::AnyView;
use dom::html::{self, a, div, header, kbd, nav, span};
use leptos::ev;
use leptos::prelude::*;
use query::documents::first;
use query::link;
use query::view::{Overview, View};

use crate::app_state::AppState;
use crate::components::action_buttons::{copy_view, share};
use crate::keyboard;
use crate::navigation::navigate::search;

/// The bar. Typing into the search shows the start page with what is found; on the overview, its figures.
pub fn bar(state: AppState) -> AnyView {
    let pages = [
        ("Briefing", View::default()),
        ("Overview", View::Overview(Overview::default())),
        ("Actors", View::Actors),
        ("Compare", View::compare_actors([])),
        ("Source", View::Source(first(state.data), None)),
        ("About", View::About),
    ];
    let entry = |(name, target): (&'static str, View)| {
        // The filter is taken along; what else is chosen stays with its page.
        let follows = matches!(target, View::Overview(_));
        let href = link::write(state.data, &target);
        let href = move || {
            if follows { state.view().with(|view| link::write(state.data, &view.overview())) } else { href.clone() }
        };
        let current = move || {
            state.view().with(|view| match (view, &target) {
                (View::Actor(_), View::Actors) | (View::Source(..), View::Source(..)) => true,
                _ => view.same_page(&target),
            })
        };
        a().attr("href", href).attr("aria-current", move || current().then_some("page")).child(name)
    };
    let input = html::input()
        .id(keyboard::SEARCH_ID)
        .attr("type", "search")
        .attr("placeholder", "Search")
        .attr("aria-label", "Search what was said")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .prop("value", move || state.view().with(|view| view.selection().filter.text))
        .on(ev::input, move |event| search(state, event_target_value(&event)));
    header()
        .class("bar wrap")
        .child(nav().attr("aria-label", "Pages").children(pages.map(entry)))
        .child(
            html::search()
                .class("search")
                .live()
                .child(span().class("search-icon").attr("aria-hidden", "true"))
                .child(input)
                .child(kbd().attr("aria-hidden", "true").child("/")),
        )
        .child(div().class("tools").live().child(copy_view(state, "Copy link")).child(share(state)))
        .into_any()
}
