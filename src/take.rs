//! Sharing a view and taking the data out: a part of the program that is loaded when a reader asks for it, see [`later`].

mod context;
mod dialog;
mod download;
mod share;

use corpus::StatementId;
use dom::html::{self, div, h2};
use dom::{Element, effect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::desk::{Desk, Said};
use crate::later::{self, Part, at_once};
use crate::navigate;
use crate::parts::copy::copy_words;
use crate::parts::elements::plain_button;

/// The id of the dialog, and of its heading.
const DIALOG: &str = "take";
const HEADING: &str = "take-heading";

/// What this part is asked for, through its one door.
enum Ask {
    /// To draw what stands in the dialog.
    Dialog,
    /// To write a statement's citation.
    Citation(StatementId),
}

enum Answer {
    Dialog(AnyView),
    Citation(String),
}

#[allow(clippy::needless_pass_by_value, reason = "it is asked once")]
fn answer(desk: Desk, ask: Ask) -> Answer {
    match ask {
        Ask::Dialog => Answer::Dialog(dialog::inside(desk)),
        Ask::Citation(id) => Answer::Citation(context::citation(desk, id)),
    }
}

#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the two halves find each other by an exported name, which the macro writes")]
mod part {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Answer, Ask, Desk};

    #[wasm_split(take, wasm_split_path = leptos::wasm_split, preload(fetch), fallible)]
    pub fn enter(desk: Desk, ask: Ask) -> Result<Answer, SplitLoaderError> {
        Ok(super::answer(desk, ask))
    }
}

#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{Answer, Ask, Desk};

    pub fn fetch() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn enter(desk: Desk, ask: Ask) -> Ready<Result<Answer, Infallible>> {
        ready(Ok(super::answer(desk, ask)))
    }
}

fn fetch(desk: Desk) {
    later::fetch(desk.take, part::fetch(), Box::new(|| {}));
}

/// The button that opens the dialog.
pub fn opener(desk: Desk) -> Element {
    let open = move |_| {
        fetch(desk);
        desk.taking.set(true);
    };
    plain_button("Share, export", open).attr("aria-haspopup", "dialog")
}

/// The dialog, while it is open.
pub fn place(desk: Desk) -> AnyView {
    // Only an element that is on the page can be opened over it.
    effect(move || {
        if desk.taking.get() {
            request_animation_frame(show);
        }
    });
    let inside = move || {
        let here = desk.take.get() == Part::Here;
        match here.then(|| at_once(part::enter(desk, Ask::Dialog))) {
            Some(Some(Ok(Answer::Dialog(drawn)))) => drawn,
            _ => later::waiting(desk.take, move || fetch(desk)),
        }
    };
    let dialog = move || {
        html::dialog()
            .id(DIALOG)
            .class("take")
            .attr("aria-labelledby", HEADING)
            .on(ev::close, move |_| desk.taking.set(false))
            .child(
                div()
                    .class("take-head")
                    .child(h2().id(HEADING).child("Share and export"))
                    .child(plain_button("Close", |_| close())),
            )
            .child(div().reactive_content(inside))
    };
    div().class("region").reactive_content(move || desk.taking.get().then(dialog)).into_any()
}

fn element() -> Option<HtmlDialogElement> {
    navigate::element(DIALOG)?.dyn_into().ok()
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
pub fn cite(desk: Desk, id: StatementId) {
    later::fetch(
        desk.take,
        part::fetch(),
        Box::new(move || match at_once(part::enter(desk, Ask::Citation(id))) {
            Some(Ok(Answer::Citation(words))) => copy_words(desk, words, "Citation copied."),
            _ => desk.said.set(Some(Said::Failed("The citation could not be made. Are you connected?".into()))),
        }),
    );
}
