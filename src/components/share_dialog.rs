//! The frame of the dialog for sharing and exporting. Its content is loaded when a reader opens it, see
//! `share/dialog.rs`.

use dom::html::{self, div, h2};
use dom::{AnyView, Element, effect, nothing};
use leptos::ev;

use crate::app_state::AppState;
use crate::browser::in_next_frame;
use crate::components::dialog;
use crate::components::elements::plain_button;
use crate::components::load_status::load_status;
use crate::lazy::{ShareRequest, ShareResponse};

/// The ids of the dialog and of its heading.
const DIALOG_ID: &str = "share-dialog";
const HEADING_ID: &str = "share-heading";

/// Opens the dialog.
pub fn open(state: AppState) {
    load(state);
    state.share_open.set(true);
}

fn load(state: AppState) {
    state.load_share(Box::new(|| {}));
}

/// Has the browser open the dialog over the page whenever it is drawn.
pub fn install(state: AppState) {
    // Only an element that is on the page can be opened over it.
    effect(move || {
        if state.share_open.get() {
            in_next_frame(|| dialog::show(DIALOG_ID));
        }
    });
}

/// The dialog, while it is open. Tracked.
pub fn dialog(state: AppState) -> AnyView {
    if state.share_open.get() { frame(state).into_any() } else { nothing() }
}

fn frame(state: AppState) -> Element {
    let content = move || match state.request_share(ShareRequest::Dialog) {
        Some(ShareResponse::Dialog(content)) => content,
        _ => load_status(state.share, move || load(state)),
    };
    html::dialog()
        .id(DIALOG_ID)
        .class("share-dialog")
        .attr("aria-labelledby", HEADING_ID)
        .on(ev::close, move |_| state.share_open.set(false))
        .child(
            div()
                .class("share-head")
                .child(h2().id(HEADING_ID).child("Share and export"))
                .child(plain_button("Close", |_| dialog::close(DIALOG_ID))),
        )
        .child(div().reactive_content(content))
}
