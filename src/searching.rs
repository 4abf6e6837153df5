//! Searching while a reader types, in the part of the program with the pages: in slices between frames, so that no key
//! press waits for the search before it. What is searched for next, and what is dropped, [`Searcher`] decides.

use std::cell::RefCell;

use leptos::prelude::*;
use query::pending::Pending;
use query::search::{Search, Searcher};
use query::view::Sort;

use crate::app_state::AppState;

/// The length of a slice, in milliseconds: half a frame, so that the other half is left for drawing.
const SLICE: f64 = 8.0;

thread_local! {
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
            state.searching.set_untracked(false);
            return outcome;
        }
    }
}

/// Searches for a text for a slice of time. Without an outcome the search is not finished, which is tracked: the slice
/// after the next frame notifies.
pub fn search_slice(state: AppState, text: &str, sort: Sort) -> Option<Result<Option<Search>, Pending>> {
    state.searching.track();
    let is_scheduled = |scheduled: &Option<(String, Sort)>| {
        scheduled.as_ref().is_some_and(|(asked, as_sorted)| asked == text && *as_sorted == sort)
    };
    if SCHEDULED.with_borrow(is_scheduled) {
        return None;
    }
    let end = now() + SLICE;
    let outcome = SEARCHER.with_borrow_mut(|searcher| searcher.search(state.data, text, sort, &mut || now() < end));
    // Without a notice: whoever asked knows.
    state.searching.set_untracked(outcome.is_none());
    if outcome.is_none() {
        SCHEDULED.set(Some((text.to_owned(), sort)));
        request_animation_frame(move || {
            SCHEDULED.set(None);
            state.searching.set(true);
        });
    }
    outcome
}

/// Milliseconds since 1970. Natively, where pages are only written, time stands still.
fn now() -> f64 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::now() } else { 0.0 }
}
