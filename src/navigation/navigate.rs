//! Navigation: from a link to the view, and to where the reader then is on the page.

use dom::{effect, take_displaced};
use leptos::prelude::*;
use query::View;
use query::link::{self, Parsed};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HashChangeEvent, MouseEvent};

use super::address::fragment;
use super::focus::{SUMMARY_ID, focus_on, focus_on_headline};
use super::history;
use super::scroll::{reveal, reveal_statement, scroll_to_top};
use crate::app_state::{AppState, Origin};
use crate::browser::{element, listen, listen_preventing};
use crate::lazy::{PagesRequest, PagesResponse};

/// How long after the last scroll event the position is saved, in milliseconds. Safari refuses more than 100 changes of
/// the history in 30 seconds.
const SCROLL_PAUSE: u32 = 350;

/// Follows the address, clicks on links and the scroll position for as long as the page lasts, and titles the window.
pub fn install(state: AppState) {
    history::take_over_scroll_restoration();
    after_navigation(state, None, None);
    listen("hashchange", move |_: HashChangeEvent| navigate(state, &fragment()));
    listen_preventing("click", move |event: MouseEvent| {
        // Before the reader leaves this position.
        history::save_position();
        let Some((link, href)) = clicked_link(&event) else { return };
        if href == state.view().with_untracked(|view| link::write(state.data, view)) {
            revisit(state, &link);
        } else if history::push(&href) {
            // The browser would do the same, a frame later.
            event.prevent_default();
            navigate(state, &href);
        }
    });
    listen("pagehide", |_: Event| history::save_position());
    let pause = StoredValue::new_local(None);
    listen("scroll", move |_: Event| {
        // The address may name the next page before that is shown.
        let scrolled = fragment();
        let save = move || {
            if fragment() == scrolled {
                history::save_position();
            }
        };
        pause.set_value(Some(gloo::timers::callback::Timeout::new(SCROLL_PAUSE, save)));
    });
    effect(move || {
        state.view().with(|view| {
            // The title of a statement has its words, and waits for them.
            state.chunks.require_texts(view.open());
            document().set_title(&query::title::title(state.data, view));
        });
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
    let before = state.view().get_untracked();
    let focused = document().active_element();
    match read_link(state, link) {
        Some(parsed) => apply(state, parsed),
        None => state.unread_link.set(true),
    }
    after_navigation(state, Some(before), focused);
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

/// After a click on the link to the present view: reveals the open statement, or else the head of the page.
fn revisit(state: AppState, link: &Element) {
    match state.view().with_untracked(View::open) {
        Some(open) => reveal_statement(state, open),
        // The chosen one of several ways to show the page.
        None if link.get_attribute("aria-current").as_deref() == Some("true") => {}
        None => enter_page(),
    }
}

/// Goes to the head of the page.
fn enter_page() {
    scroll_to_top();
    focus_on_headline();
}

/// Moves scroll position and focus once the view is drawn: to where the reader was, or to the head of a new page, or to
/// the open statement. `focused` had the focus before. Where the page waits for its part of the program, all of this is
/// deferred until [`after_loading`].
fn after_navigation(state: AppState, before: Option<View>, focused: Option<Element>) {
    let _ = state.take_deferred();
    if !state.is_page_loaded() {
        return state.defer(Origin(before));
    }
    let saved = history::saved_position();
    request_animation_frame(move || {
        let view = state.view().get_untracked();
        if let Some(saved) = saved {
            return saved.restore(state);
        }
        let same = before.as_ref().is_some_and(|before| view.same_page(before));
        if !same && before.is_some() {
            enter_page();
        } else if let Some(focused) = focused.filter(|focused| !focused.is_connected()) {
            // The clicked element is gone, as a removed chip is, and the focus would be nowhere; or the element was
            // replaced by another with its id.
            match element(&focused.id()).or_else(|| element(SUMMARY_ID)) {
                Some(element) => focus_on(&element),
                None => focus_on_headline(),
            }
        }
        if let Some(open) = view.open() {
            match if same { open_card_with_focus() } else { None } {
                Some(card) => reveal(&card),
                None => reveal_statement(state, open),
            }
        }
    });
}

/// The open card that has the focus. Where a statement stands twice on the page, links lead to the first card, and the
/// reader may have opened the other.
fn open_card_with_focus() -> Option<Element> {
    document().active_element()?.closest("article[aria-current=true]").ok()?
}

/// Once the part with the pages is loaded, or loading failed: reads the link that waited for it, and completes the
/// navigation that was deferred.
pub fn after_loading(state: AppState) {
    if state.unread_link.get_untracked()
        && let Some(parsed) = read_link(state, &fragment())
    {
        apply(state, parsed);
    }
    if let Some(Origin(before)) = state.take_deferred() {
        after_navigation(state, before, None);
    }
}
