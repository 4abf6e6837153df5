//! Sharing a view and taking the data out: a part of the program that is loaded when a reader asks for it, see [`lazy`].

mod citation;
mod dialog;
mod download;
mod system;

use corpus::StatementId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::app_state::{AppState, Toast};
use crate::components::copy::copy_words;
use crate::html::{Child, El, button, classed, effect, el};
use crate::lazy::{self, LoadState, now_or_never};
use crate::navigation;

/// The id of the dialog, and of its heading.
const DIALOG: &str = "take";
const HEADING: &str = "take-heading";

/// What this part is asked for, through its one door.
enum Request {
    /// To draw what stands in the dialog.
    Dialog,
    /// To write a statement's citation.
    Citation(StatementId),
}

enum Response {
    Dialog(AnyView),
    Citation(String),
}

#[allow(clippy::needless_pass_by_value, reason = "it is asked once")]
fn answer(state: AppState, ask: Request) -> Response {
    match ask {
        Request::Dialog => Response::Dialog(dialog::inside(state)),
        Request::Citation(id) => Response::Citation(citation::citation(state, id)),
    }
}

#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the two halves find each other by an exported name, which the macro writes")]
mod part {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{AppState, Request, Response};

    #[wasm_split(take, wasm_split_path = leptos::wasm_split, preload(fetch), fallible)]
    pub fn enter(state: AppState, ask: Request) -> Result<Response, SplitLoaderError> {
        Ok(super::answer(state, ask))
    }
}

#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{AppState, Request, Response};

    pub fn fetch() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn enter(state: AppState, ask: Request) -> Ready<Result<Response, Infallible>> {
        ready(Ok(super::answer(state, ask)))
    }
}

fn fetch(state: AppState) {
    lazy::fetch(state.take, part::fetch(), Box::new(|| {}));
}

/// The button that opens the dialog.
pub fn opener(state: AppState) -> El {
    let open = move |_| {
        fetch(state);
        state.share_open.set(true);
    };
    button("Share, export", open).attr("aria-haspopup", "dialog")
}

/// The dialog, while it is open.
pub fn place(state: AppState) -> AnyView {
    // Only an element that is on the page can be opened over it.
    effect(move || {
        if state.share_open.get() {
            request_animation_frame(show);
        }
    });
    let inside = move || {
        let here = state.take.get() == LoadState::Loaded;
        match here.then(|| now_or_never(part::enter(state, Request::Dialog))) {
            Some(Some(Ok(Response::Dialog(drawn)))) => drawn,
            _ => lazy::waiting(state.take, move || fetch(state)),
        }
    };
    let dialog = move || {
        el("dialog")
            .attr("id", DIALOG)
            .attr("class", "take")
            .attr("aria-labelledby", HEADING)
            .on("close", move |_| state.share_open.set(false))
            .child(
                classed("div", "take-head")
                    .child(el("h2").attr("id", HEADING).child("Share and export"))
                    .child(button("Close", |_| close())),
            )
            .child(el("div").live(inside))
    };
    classed("div", "region").live(move || state.share_open.get().then(dialog)).view()
}

fn element() -> Option<HtmlDialogElement> {
    navigation::element(DIALOG)?.dyn_into().ok()
}

fn show() {
    if let Some(dialog) = element().filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        // Not over the page then, but on it.
        dialog.show();
    }
}

/// Closes the dialog; the focus goes back to where it was.
fn close() {
    if let Some(dialog) = element() {
        dialog.close();
    }
}

/// Puts a statement's citation into the clipboard.
pub fn cite(state: AppState, id: StatementId) {
    lazy::fetch(
        state.take,
        part::fetch(),
        Box::new(move || match now_or_never(part::enter(state, Request::Citation(id))) {
            Some(Ok(Response::Citation(words))) => copy_words(state, words, "Citation copied."),
            _ => state.toast.set(Some(Toast::Failed("The citation could not be made. Are you connected?".into()))),
        }),
    );
}
