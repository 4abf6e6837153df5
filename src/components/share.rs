//! The controls of the first view that share and export: the button, the frame of the dialog, and "Cite". Everything
//! else is loaded when a reader uses one of them, see [`crate::lazy`].

use corpus::StatementId;
use dom::html::{self, div, h2};
use dom::{AnyView, Element, effect};
use leptos::ev;
use leptos::prelude::*;
use query::pending::statements;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::app_state::{AppState, Toast};
use crate::browser;
use crate::chunks::ChunkState;
use crate::components::copy::copy_text;
use crate::components::elements::plain_button;
use crate::components::load_status::load_status;
use crate::lazy::{ShareRequest, ShareResponse};

/// The ids of the dialog and of its heading.
const DIALOG_ID: &str = "take";
const HEADING_ID: &str = "take-heading";

/// The button that opens the dialog.
pub fn share_button(state: AppState) -> Element {
    let open = move |_| {
        load(state);
        state.share_open.set(true);
    };
    plain_button("Share, export", open).attr("aria-haspopup", "dialog")
}

fn load(state: AppState) {
    state.load_share(Box::new(|| {}));
}

/// The dialog, while it is open.
pub fn share_dialog(state: AppState) -> AnyView {
    // Only an element that is on the page can be opened over it.
    effect(move || {
        if state.share_open.get() {
            request_animation_frame(show);
        }
    });
    let content = move || match state.request_share(ShareRequest::Dialog) {
        Some(ShareResponse::Dialog(content)) => content,
        _ => load_status(state.share, move || load(state)),
    };
    let dialog = move || {
        html::dialog()
            .id(DIALOG_ID)
            .class("take")
            .attr("aria-labelledby", HEADING_ID)
            .on(ev::close, move |_| state.share_open.set(false))
            .child(
                div()
                    .class("take-head")
                    .child(h2().id(HEADING_ID).child("Share and export"))
                    .child(plain_button("Close", |_| close())),
            )
            .child(div().reactive_content(content))
    };
    div().class("region").reactive_content(move || state.share_open.get().then(dialog)).into_any()
}

fn element() -> Option<HtmlDialogElement> {
    browser::element(DIALOG_ID)?.dyn_into().ok()
}

fn show() {
    if let Some(dialog) = element().filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        // Where it cannot be opened over the page, it is opened on it.
        dialog.show();
    }
}

/// Closes the dialog; the browser gives the focus back to what had it before.
fn close() {
    if let Some(dialog) = element() {
        dialog.close();
    }
}

/// Puts a statement's citation into the clipboard.
pub fn cite(state: AppState, id: StatementId) {
    let failed =
        move || state.toast.set(Some(Toast::Failed("The citation could not be made. Are you connected?".into())));
    let write = move |texts| {
        if texts != ChunkState::Loaded {
            return failed();
        }
        state.load_share(Box::new(move || match state.request_share(ShareRequest::Citation(id)) {
            Some(ShareResponse::Citation(text)) => copy_text(state, text, "Citation copied."),
            _ => failed(),
        }));
    };
    state.chunks.when_loaded(statements(state.data, [id]), Box::new(write));
}
