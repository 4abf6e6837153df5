//! Keyboard shortcuts. They only repeat what links and buttons do.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, KeyboardEvent};

use crate::app_state::AppState;
use crate::browser;
use crate::by_name::{call, get};
use crate::figures;

/// The id of the search box.
pub const SEARCH_ID: &str = "search";

/// The keys and what they do, for the page that lists them.
pub const SHORTCUTS: [(&str, &str); 7] = [
    ("/", "Search"),
    ("j", "Next statement"),
    ("k", "Previous statement"),
    ("Arrow keys", "Next mark, row or column, in a figure"),
    ("m", "Show a figure as a table, and as a figure again"),
    ("Enter", "Open the statement’s passage, on a statement"),
    ("Esc", "Leave the search box; close the filters"),
];

/// Listens for as long as the page lasts.
pub fn listen(state: AppState) {
    let pressed = move |event: KeyboardEvent| {
        if event.ctrl_key()
            || event.alt_key()
            || event.meta_key()
            || get(&event, "isComposing").is_some_and(|is| is.is_truthy())
        {
            return;
        }
        let focus = document().active_element();
        let typing = focus
            .as_ref()
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        match event.key().as_str() {
            "Escape" => {
                state.facets_open.set(false);
                if let Some(element) = focus.filter(|_| typing) {
                    call(&element, "blur", &JsValue::UNDEFINED);
                }
            }
            "/" if !typing => {
                if let Some(search) = browser::element(SEARCH_ID) {
                    event.prevent_default();
                    let _ = search.focus();
                }
            }
            "m" if !typing => figures::keys::press_other_form(),
            "j" if !typing => focus_next(true),
            "k" if !typing => focus_next(false),
            _ => {}
        }
    };
    browser::listen("keydown", pressed);
}

/// Moves the focus to the next statement of the page, or to the previous one.
fn focus_next(forward: bool) {
    let Ok(found) = document().query_selector_all("a.statement-link") else { return };
    let links: Vec<HtmlElement> = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect();
    let focus = document().active_element();
    let focused = links.iter().position(|link| {
        focus.as_ref().is_some_and(|focus| {
            link.closest(".statement").ok().flatten().is_some_and(|card| card.contains(Some(focus)))
        })
    });
    let next = match (focused, forward) {
        (None, true) => 0,
        (None, false) => return,
        (Some(index), true) => index + 1,
        (Some(index), false) => match index.checked_sub(1) {
            Some(previous) => previous,
            None => return,
        },
    };
    if let Some(link) = links.get(next) {
        let _ = link.focus();
    }
}
