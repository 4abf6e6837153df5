//! Keyboard shortcuts. They only repeat what links and buttons do. Those of a single character can be switched off,
//! because speech input and shaking hands press characters unmeant: success criterion 2.1.4 of WCAG 2.2. The page
//! stores nothing, so the choice is in the name of the window, which outlives a reload and ends with the tab.

use leptos::prelude::*;
use query::link;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, KeyboardEvent};

use crate::app_state::AppState;
use crate::browser;
use crate::by_name::{call, get, set as set_property};
use crate::components::{dialog, shortcuts_dialog};
use crate::figures;
use crate::lazy::Action;

/// The id of the search box.
pub const SEARCH_ID: &str = "search";

/// The attribute of the root element, and the name of the window, while the shortcuts of a single character are off.
const OFF: &str = "data-shortcuts-off";

/// The shortcuts of a single character, which can be switched off, and what they do.
pub const CHARACTERS: [(&str, &str); 6] = [
    ("/", "Search"),
    ("j", "Next statement"),
    ("k", "Previous statement"),
    ("m", "Show a figure as a table, and as a figure again"),
    ("c", "Copy the link to this view"),
    ("?", "Show these shortcuts"),
];

/// The other keys, which are always on, and what they do.
pub const KEYS: [(&str, &str); 3] = [
    ("Arrow keys", "Next mark, row or column, in a figure"),
    ("Enter", "Open the statement’s passage, on a statement"),
    ("Esc", "Leave the search box; close the filters"),
];

/// Whether the shortcuts of a single character are on.
pub fn are_on() -> bool {
    document().document_element().is_none_or(|root| !root.has_attribute(OFF))
}

/// Switches the shortcuts of a single character on or off, until the tab is closed.
pub fn switch(on: bool) {
    set(on);
    set_property(&window(), "name", &if on { "" } else { OFF }.into());
}

fn set(on: bool) {
    if let Some(root) = document().document_element() {
        // Setting and removing an attribute of a valid name does not fail.
        let _ = if on { root.remove_attribute(OFF) } else { root.set_attribute(OFF, "") };
    }
    figures::keys::announce_shortcut(on);
}

/// Listens for as long as the page lasts.
pub fn listen(state: AppState) {
    set(get(&window(), "name").is_none_or(|name| name != OFF));
    shortcuts_dialog::install();
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
            // Keys of the page behind a dialog, where they would do something out of sight.
            _ if typing || !are_on() || dialog::is_open() => {}
            "/" => {
                if let Some(search) = browser::element(SEARCH_ID) {
                    event.prevent_default();
                    let _ = search.focus();
                }
            }
            "?" => shortcuts_dialog::open(),
            "c" => state.act(Action::CopyLink(state.view().with_untracked(|view| link::share(state.data, view)))),
            "m" => figures::keys::press_other_form(),
            "j" => focus_next(true),
            "k" => focus_next(false),
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
