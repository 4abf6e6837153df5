//! The window of a long list, on the page. What is drawn is decided by [`query::statements::window`], in the part of
//! the program with the pages: until that is loaded, the first rows are drawn. `list_follower.rs` comes with the same
//! part.

use std::sync::Arc;

use corpus::StatementId;
use dom::{Element as Html, Memo, Signal, effect, memo};
use leptos::ev::{self, FocusEvent};
use leptos::prelude::*;
use query::statements::StatementGroup;
use query::statements::window::Drawn;
use web_sys::HtmlElement;

use crate::app_state::AppState;
use crate::browser::element;
use crate::lazy::{PagesRequest, PagesResponse};
use crate::window::{Window, WindowInputs};

/// The id of the list.
pub const LIST_ID: &str = "list";

/// The window of a list of these groups.
pub fn window_of(state: AppState, groups: Memo<Vec<StatementGroup>>) -> Window {
    let inputs = WindowInputs {
        groups,
        heights: state.heights,
        revealed: state.revealed,
        screen: Signal::new(None),
        focused: Signal::new(None),
    };
    let drawn = move || match state.request_pages(PagesRequest::DrawnRows(inputs)) {
        Some(PagesResponse::DrawnRows(drawn)) => drawn,
        _ => groups.with(|groups| Drawn::first(groups)),
    };
    Window { inputs, drawn: memo(drawn) }
}

/// Makes an element that of the list, and has the reader followed in it.
pub fn windowed(list: Html, state: AppState, window: Window) -> Html {
    // Only in a browser, and when the list is on the page.
    effect(move || {
        state.request_pages(PagesRequest::FollowList(window));
    });
    let drawn = window.drawn;
    // Whole pixels: what writes fractions is a tenth of the program's standard library.
    let padding = |drawn: &Drawn| format!("padding-block:{}px {}px", drawn.before as i32, drawn.after as i32);
    list.id(LIST_ID)
        .prop("style", move || drawn.with(padding))
        .on(ev::focusout, move |event| blur(window.inputs, &event))
}

/// Notes that a statement has the focus: it stays drawn.
pub fn focus(window: Window, key: &Arc<str>, id: StatementId) {
    window.inputs.focused.set(Some((key.clone(), id)));
}

fn blur(inputs: WindowInputs, event: &FocusEvent) {
    // It is still there where only the browser's window lost the focus.
    let list = element(LIST_ID);
    let stays = |list: HtmlElement| list.contains(document().active_element().as_deref());
    if event.related_target().is_some() || !list.is_some_and(stays) {
        inputs.focused.set(None);
    }
}
