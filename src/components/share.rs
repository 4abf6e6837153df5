//! The controls of the first view that share and export: the button, the frame of the dialog, and "Cite". Everything
//! else is loaded when a reader uses one of them, see [`crate::lazy`].

use corpus::StatementId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::app_state::{AppState, Toast};
use crate::browser;
use crate::components::copy::copy_text;
use crate::components::load_status::load_status;
use crate::html::{Child, El, button, classed, effect, el};
use crate::lazy::{ShareRequest, ShareResponse};

/// The ids of the dialog and of its heading.
const DIALOG_ID: &str = "take";
const HEADING_ID: &str = "take-heading";

/// The button that opens the dialog.
pub fn share_button(state: AppState) -> El {
    let open = move |_| {
        load(state);
        state.share_open.set(true);
    };
    button("Share, export", open).attr("aria-haspopup", "dialog")
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
        el("dialog")
            .attr("id", DIALOG_ID)
            .attr("class", "take")
            .attr("aria-labelledby", HEADING_ID)
            .on("close", move |_| state.share_open.set(false))
            .child(
                classed("div", "take-head")
                    .child(el("h2").attr("id", HEADING_ID).child("Share and export"))
                    .child(button("Close", |_| close())),
            )
            .child(el("div").live(content))
    };
    classed("div", "region").live(move || state.share_open.get().then(dialog)).view()
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
    state.load_share(Box::new(move || match state.request_share(ShareRequest::Citation(id)) {
        Some(ShareResponse::Citation(text)) => copy_text(state, text, "Citation copied."),
        _ => state.toast.set(Some(Toast::Failed("The citation could not be made. Are you connected?".into()))),
    }));
}
