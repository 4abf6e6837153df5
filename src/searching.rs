//! Searching while a reader types, in the part of the program with the pages: in slices between frames, so that no key
//! press waits for the search before it. What is searched for next, and what is dropped, [`Searcher`] decides.

use std::cell::RefCell;

use leptos::prelude::*;
use query::pending::Pending;
use query::search::{Search, Searcher};
use query::view::Sort;

use crate::app_state::AppState;
use crate::browser::in_next_frame;
use crate::lazy::SearchOutcome;

/// The length of a slice, in milliseconds: half a frame, so that the other half is left for drawing.
const SLICE: f64 = 8.0;

thread_local! {
    /// Notified when the search that is not finished goes on.
    static GOES_ON: ArcRwSignal<()> = ArcRwSignal::new(());
    static SEARCHER: RefCell<Searcher> = RefCell::default();
    /// What goes on with the next frame.
    static SCHEDULED: RefCell<Option<(String, Sort)>> = const { RefCell::new(None) };
}

/// Searches for a text to the end.
pub fn search(state: AppState, text: &str, sort: Sort) -> Result<Option<Search>, Pending> {
    loop {
        if let Some(outcome) =
            SEARCHER.with_borrow_mut(|searcher| searcher.search(state.data, text, sort, &mut || true))
        {
            return outcome;
        }
    }
}

/// Searches for a text for a slice of time. Without an outcome the search is not finished, which is tracked: the slice
/// after the next frame notifies.
pub fn search_slice(state: AppState, text: &str, sort: Sort) -> SearchOutcome {
    let goes_on = GOES_ON.with(ArcRwSignal::clone);
    goes_on.track();
    let is_scheduled = |scheduled: &Option<(String, Sort)>| {
        scheduled.as_ref().is_some_and(|(asked, as_sorted)| asked == text && *as_sorted == sort)
    };
    if SCHEDULED.with_borrow(is_scheduled) {
        return None;
    }
    let end = now() + SLICE;
    let outcome = SEARCHER.with_borrow_mut(|searcher| searcher.search(state.data, text, sort, &mut || now() < end));
    if outcome.is_none() {
        // One slice a frame, however many letters were typed since the last.
        let is_first = SCHEDULED.replace(Some((text.to_owned(), sort))).is_none();
        if is_first {
            in_next_frame(move || {
                SCHEDULED.set(None);
                goes_on.notify();
            });
        }
    }
    outcome
}

/// Milliseconds since 1970. Natively, where pages are only written, time stands still.
fn now() -> f64 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::now() } else { 0.0 }
}
