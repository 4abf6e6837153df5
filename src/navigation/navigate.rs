//! Navigation: from a link to the view. Where the reader then is on the page is decided in `arrival`, in the part of
//! the program with the pages.

use dom::take_displaced;
use query::link::{self, Parsed};
use wasm_bindgen::JsCast;
use web_sys::{Element, HashChangeEvent, MouseEvent};

use super::address::fragment;
use super::focus::focused;
use super::history;
use crate::app_state::AppState;
use crate::browser::listen;
use crate::lazy::{Action, Origin, PagesRequest, PagesResponse};

/// Follows the address and clicks on links for as long as the page lasts.
pub fn install(state: AppState) {
    history::take_over_scroll_restoration();
    state.arrive(Origin::default());
    listen("hashchange", move |_: HashChangeEvent| navigate(state, &fragment()));
    listen("click", move |event: MouseEvent| {
        // Before the reader leaves this position.
        history::save_position();
        let Some((link, href)) = clicked_link(&event) else { return };
        if href == state.view().with_untracked(|view| link::write(state.data, view)) {
            // The chosen one of several ways to show the page.
            let chosen = link.get_attribute("aria-current").as_deref() == Some("true");
            state.act(Action::Revisit { chosen });
        } else if history::push(&href) {
            // The browser would do the same, a frame later.
            event.prevent_default();
            navigate(state, &href);
        }
    });
}

/// The link to a view that a click follows in this tab.
fn clicked_link(event: &MouseEvent) -> Option<(Element, String)> {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#/']").ok()??;
    let href = link.get_attribute("href")?;
    Some((link, href))
}

/// Shows what a link says that the address holds already.
fn navigate(state: AppState, link: &str) {
    let origin = Origin { view: Some(state.view().get_untracked()), focused: focused().map(|element| element.id()) };
    match read_link(state, link) {
        Some(parsed) => apply(state, parsed),
        None => state.unread_link.set(true),
    }
    state.arrive(origin);
}

/// What a link says; `None` until the part of the program is loaded that reads links which are not exactly ours.
fn read_link(state: AppState, link: &str) -> Option<Parsed> {
    if let Some(view) = link::read_exact(state.data, link) {
        return Some(Parsed { view, notices: Vec::new() });
    }
    match state.request_pages(PagesRequest::Link(link.to_owned()))? {
        PagesResponse::Link(parsed) => Some(*parsed),
        _ => None,
    }
}

/// Applies what a link says, and has the page drawn anew where somebody else has removed or moved parts of it.
fn apply(state: AppState, parsed: Parsed) {
    if take_displaced() {
        state.redraw.notify();
    }
    state.apply(parsed);
}

/// Shows what is being typed into the search: the first letter begins an entry of the history, the following ones
/// refine it.
pub fn search(state: AppState, text: String) {
    let refines = state.view().with_untracked(|view| !view.selection().filter.text.is_empty());
    let view = state.search_view(text);
    let link = link::write(state.data, &view);
    if refines {
        history::replace(&link);
    } else {
        history::save_position();
        history::push(&link);
    }
    apply(state, Parsed { view, notices: Vec::new() });
}

/// Once the part with the pages is loaded, or loading failed: reads the link that waited for it, and completes the
/// navigation that was deferred.
pub fn after_loading(state: AppState) {
    if state.unread_link.get_untracked()
        && let Some(parsed) = read_link(state, &fragment())
    {
        apply(state, parsed);
    }
    if let Some(origin) = state.take_deferred() {
        state.arrive(origin);
    }
}
