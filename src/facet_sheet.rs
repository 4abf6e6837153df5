//! The facets as a sheet over a narrow page. While it is open, it is a dialog: it has the focus, and the page behind it
//! can neither be reached nor heard. It is no element `dialog`, because on a wide page it is beside the statements.

use dom::{effect, memo};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::app_state::AppState;
use crate::browser::{ROOT_ID, element, listen, once_redrawn};
use crate::navigation::focus::focus_on;

/// The id of the element with the facets.
pub const SHEET_ID: &str = "filter";

/// Selects the button that opens the sheet, which is only shown on a narrow page.
const OPENER: &str = ".facets-toggle";

/// The attribute of what is inert because it is behind the sheet.
const BEHIND: &str = "data-behind";

/// The role of the sheet while it is open, and otherwise.
const ROLES: [&str; 2] = ["dialog", "complementary"];

/// What makes the sheet a dialog beside its role.
const DIALOG: [(&str, &str); 2] = [("aria-modal", "true"), ("tabindex", "-1")];

/// Follows the sheet for as long as the page lasts.
pub fn install(state: AppState) {
    effect(move || {
        let is_open = state.facets_open.get();
        once_redrawn(move || if is_open { enter() } else { leave() });
    });
    // Another page has no sheet, or one of its own.
    let page = memo(move || state.view().with(std::mem::discriminant));
    let mut shown = page.get_untracked();
    effect(move || {
        if std::mem::replace(&mut shown, page.get()) != shown {
            state.facets_open.set(false);
        }
    });
    listen("resize", move |_: Event| {
        if state.facets_open.get_untracked() && opener().is_none_or(|opener| opener.offset_width() == 0) {
            state.facets_open.set(false);
        }
    });
}

fn opener() -> Option<HtmlElement> {
    document().query_selector(OPENER).ok()??.dyn_into().ok()
}

fn enter() {
    let Some(sheet) = element(SHEET_ID) else { return };
    let _ = sheet.set_attribute("role", ROLES[0]);
    for (name, value) in DIALOG {
        let _ = sheet.set_attribute(name, value);
    }
    let mut within: Element = sheet.clone().into();
    while let Some(around) = within.parent_element().filter(|_| within.id() != ROOT_ID) {
        let siblings = around.children();
        for behind in (0..siblings.length()).filter_map(|index| siblings.item(index)) {
            // What is announced is heard wherever the focus is.
            if behind != within && !behind.has_attribute("inert") && !behind.has_attribute("aria-live") {
                let _ = behind.set_attribute("inert", "");
                let _ = behind.set_attribute(BEHIND, "");
            }
        }
        within = around;
    }
    // Not its first control, which may be a text box: a telephone would show its keyboard.
    focus_on(&sheet);
}

fn leave() {
    let Ok(behind) = document().query_selector_all(&format!("[{BEHIND}]")) else { return };
    if behind.length() == 0 {
        return;
    }
    for behind in (0..behind.length()).filter_map(|index| behind.get(index)?.dyn_into::<Element>().ok()) {
        let _ = behind.remove_attribute("inert");
        let _ = behind.remove_attribute(BEHIND);
    }
    if let Some(sheet) = element(SHEET_ID) {
        let _ = sheet.set_attribute("role", ROLES[1]);
        for (name, _) in DIALOG {
            let _ = sheet.remove_attribute(name);
        }
    }
    if let Some(opener) = opener() {
        focus_on(&opener);
    }
}
