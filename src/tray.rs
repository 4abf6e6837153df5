//! The tray of pinned statements: kept, changed, and reached by the keyboard. `components/tray.rs` draws it.
//!
//! It is kept as a word in the name of the window, as the choice about shortcuts is. That of a briefing file which the
//! reader has opened is not: nothing of such a file is kept.

use corpus::StatementId;
use dom::{Signal, effect, mount};
use leptos::prelude::document;
use query::tray::{MOST, Tray, key};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::app_state::{AppState, Toast};
use crate::browser::{ROOT_ID, element};
use crate::by_name::call;
use crate::components::tray::{self, BUTTON_ID};
use crate::navigation::focus::focused;
use crate::{opened_file, window_name};

/// Selects what is around a statement and the button that pins it.
const AROUND: &str = ".statement, .cell, .statement-head";

/// Restores what was pinned before the page was loaded again, keeps what is pinned from now on, and mounts the tray
/// below the page.
pub fn install(state: AppState) {
    let (data, key) = (state.data, key(state.data));
    let is_kept = opened_file::name().is_none();
    let word = if is_kept { window_name::find(&key) } else { None };
    let Tray { ids, missing } = Tray::parse(data, &word.unwrap_or_default());
    if !ids.is_empty() {
        state.pinned.set(ids);
    }
    let missing = Signal::new(missing);
    if is_kept {
        effect(move || {
            let tray = Tray { ids: state.pinned.get(), missing: missing.get() };
            window_name::replace(&key, tray.write(data).as_deref());
        });
    }
    if let Some(root) = element(ROOT_ID) {
        mount(&root, || tray::draw(state, missing, is_kept)).forget();
    }
}

/// Pins a statement, or unpins it where it is pinned. Says so where there is no room.
pub fn toggle(state: AppState, id: StatementId) {
    let mut ids = state.pinned.get_untracked();
    match ids.iter().position(|&pinned| pinned == id) {
        Some(index) => drop(ids.remove(index)),
        None if ids.len() == MOST => {
            let words = "Four statements are pinned, as many as can be compared. Remove one to pin another.";
            return state.toast.set(Some(Toast::Failed(words.to_owned())));
        }
        None => ids.push(id),
    }
    state.pinned.set(ids);
}

/// Presses the button that pins the statement which has the focus, or else the one that the pointer is on.
pub fn press_pin() {
    let focused = focused().and_then(|focused| focused.closest(AROUND).ok().flatten());
    let pointed = || document().query_selector(&format!(":is({AROUND}):hover")).ok().flatten();
    let button =
        focused.or_else(pointed).and_then(|around| around.query_selector("button[aria-pressed]").ok().flatten());
    if let Some(button) = button {
        press(&button);
    }
}

/// Opens the tray and gives it the focus. Does nothing where nothing is pinned.
pub fn enter() {
    let Some(button) = element(BUTTON_ID) else { return };
    if button.get_attribute("aria-expanded").is_some_and(|expanded| expanded == "false") {
        press(&button);
    }
    // An element of the page that can have the focus is given it.
    let _ = button.focus();
}

fn press(button: &Element) {
    call(button, "click", &JsValue::UNDEFINED);
}
