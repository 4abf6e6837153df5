//! Keyboard shortcuts. They only repeat what links and buttons do.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, KeyboardEvent};

use crate::app_state::AppState;
use crate::browser;
use crate::by_name::{call, get};
use crate::components::{dialog, shortcuts_dialog};
use crate::figures;
use crate::lazy::Action;
use crate::shortcuts;
use crate::tray;

/// The id of the search box.
pub const SEARCH_ID: &str = "search";

/// Listens for as long as the page lasts.
pub fn listen(state: AppState) {
    shortcuts::restore();
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
            _ if typing || !shortcuts::are_on() || dialog::is_open() => {}
            "/" => {
                if let Some(search) = browser::element(SEARCH_ID) {
                    event.prevent_default();
                    let _ = search.focus();
                }
            }
            "?" => shortcuts_dialog::open(),
            "c" => state.act(Action::CopyView),
            "m" => figures::keys::press_other_form(),
            "p" => tray::press_pin(),
            "t" => tray::enter(),
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
