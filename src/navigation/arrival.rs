//! Arrival: where the reader is on the page of a new view. Comes with the part of the program with the pages, so that
//! an arrival before it is loaded is completed then.

use leptos::prelude::document;
use query::{View, pending};
use web_sys::{Element, Event};

use super::address::fragment;
use super::focus::{SUMMARY_ID, focus_on, focus_on_headline, focused};
use super::history;
use super::scroll::{reveal, reveal_statement, scroll_to_top};
use crate::app_state::AppState;
use crate::browser::{Timer, element, in_next_frame, listen};
use crate::facet_sheet::SHEET_ID;
use crate::lazy::{LoadState, Origin};

/// How long after the last scroll event the position is saved, in milliseconds. Safari refuses more than 100 changes of
/// the history in 30 seconds.
const SCROLL_PAUSE: i32 = 350;

/// Saves the position while the reader scrolls and when they leave, for as long as the page lasts.
pub fn install() {
    listen("pagehide", |_: Event| history::save_position());
    let pause = Timer::default();
    listen("scroll", move |_: Event| {
        // The address may name the next page before that is shown.
        let scrolled = fragment();
        let save = move || {
            if fragment() == scrolled {
                history::save_position();
            }
        };
        pause.start(SCROLL_PAUSE, save);
    });
}

/// Moves scroll position and focus once the view is drawn: to where the reader was, or to the head of a new page, or to
/// the open statement. Where the page waits for texts, or for the part of the program that draws it, so does this.
pub fn arrive(state: AppState, origin: Origin) {
    let waits_for_figures =
        |view: &View| matches!(view, View::Overview(_)) && state.figures.get_untracked() == LoadState::Pending;
    if state.view().with_untracked(|view| waits_for_figures(view) || pending::page(state.data, view).is_some()) {
        return state.defer(origin);
    }
    let saved = history::saved_position();
    in_next_frame(move || {
        let view = state.view().get_untracked();
        if let Some(saved) = saved {
            return saved.restore(state);
        }
        let same = origin.view.as_ref().is_some_and(|before| view.same_page(before));
        if !same && origin.view.is_some() {
            enter_page();
        } else if let Some(id) = origin.focused.filter(|_| focused().is_none()) {
            // The clicked element is gone or hidden, as a removed chip is, and the focus would be nowhere; or the
            // element was replaced by another with its id. Where the facets are over the page, nothing else takes it.
            let takes_focus = |id: &&str| {
                element(id).is_some_and(|element| {
                    focus_on(&element);
                    focused().is_some()
                })
            };
            if [&*id, SUMMARY_ID, SHEET_ID].iter().find(|id| takes_focus(id)).is_none() {
                focus_on_headline();
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

/// After a click on the link to the present view: reveals the open statement, or else the head of the page. `chosen`:
/// the link is the chosen one of several ways to show the page.
pub fn revisit(state: AppState, chosen: bool) {
    match state.view().with_untracked(View::open) {
        Some(open) => reveal_statement(state, open),
        None if chosen => {}
        None => enter_page(),
    }
}

/// Goes to the head of the page.
fn enter_page() {
    scroll_to_top();
    focus_on_headline();
}

/// The open card that has the focus. Where a statement stands twice on the page, links lead to the first card, and the
/// reader may have opened the other.
fn open_card_with_focus() -> Option<Element> {
    document().active_element()?.closest("article[aria-current=true]").ok()?
}
