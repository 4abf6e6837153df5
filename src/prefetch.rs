//! Fetches chunks and the figures before they are needed, within reason: a moment after the first view, when the
//! browser has nothing else to load, and not for readers who save data.

use gloo::timers::callback::Timeout;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use crate::app_state::AppState;
use crate::browser::listen;
use crate::by_name::get;
use crate::figures::part;
use crate::keyboard::SEARCH_ID;

/// How long after the rest of the program, in milliseconds.
const PAUSE: u32 = 1500;

/// The most bytes of texts, before compression.
const MOST: u32 = 1_000_000;

/// Fetches the vocabulary of the search once the reader is in the search box; and before, with the texts with which
/// lists begin and the part of the program with the figures.
pub fn install(state: AppState) {
    let is_search = |event: &FocusEvent| {
        event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|target| target.id() == SEARCH_ID)
    };
    listen("focusin", move |event: FocusEvent| {
        if is_search(&event) {
            state.chunks.prefetch_vocabulary();
        }
    });
    if saves_data() {
        return;
    }
    let fetch = move || {
        state.chunks.prefetch_vocabulary();
        state.chunks.prefetch_texts(MOST);
        part::load_with_further(state, Box::new(|| {}));
    };
    Timeout::new(PAUSE, fetch).forget();
}

/// Whether the reader's browser asks for little data (Network Information API, `saveData`).
fn saves_data() -> bool {
    let connection = get(&window(), "navigator").and_then(|navigator| get(&navigator, "connection"));
    connection.and_then(|connection| get(&connection, "saveData")).is_some_and(|saves| saves.is_truthy())
}
