//! What a reader of a machine-translated page has to know: the words are a machine's, and what was checked is the
//! original.
//!
//! All of it is always in the page. The style sheet shows it where a browser has translated the page (see base.css), so
//! that it also works before the program has started and on pages without a program.

use dom::html::{p, span};
use dom::{Element, IntoChild};

use crate::app_state::AppState;
use crate::browser::{ROOT_ID, element};
use crate::components::elements::plain_button;

/// The notice, with a button that shows the original.
pub fn notice(state: AppState) -> Element {
    p().class("translated wrap")
        .child("This page was translated by a machine; what is marked as verbatim is so in the original. ")
        .child(plain_button("Show the original", move |_| show_original(state)))
}

/// Completes a proof that speaks of words: those of the original.
pub fn of_the_original() -> Element {
    span().class("translated").child(" in the original")
}

/// A text that belongs to no language, such as a digest or a code, and that a translator would damage.
pub fn code<M>(text: impl IntoChild<M>) -> Element {
    span().attr("translate", "no").child(text)
}

/// Draws the page anew in its original words, and asks translators to leave it alone.
fn show_original(state: AppState) {
    if let Some(root) = element(ROOT_ID) {
        // The attribute is the standard; the class is what Google's translator knew before.
        let _ = root.set_attribute("translate", "no");
        root.set_class_name("notranslate");
    }
    state.redraw.notify();
}
