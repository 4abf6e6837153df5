//! What a reader of a translated page has to know: its words are a machine's, and what was checked is the original.
//!
//! All of it is always there. The sheet shows it where a browser has translated the page (see base.css), so that it also
//! works before the program has started and on pages that never have one.

use dom::html::{p, span};
use dom::{Element, IntoChild};

use crate::desk::Desk;
use crate::parts::elements::plain_button;

/// The notice, with the way to the original words.
pub fn notice(desk: Desk) -> Element {
    p().class("translated wrap")
        .child("This page was translated by a machine; what is marked as verbatim is so in the original. ")
        .child(plain_button("Show the original", move |_| desk.show_original()))
}

/// For a proof that speaks of words: which ones.
pub fn of_the_original() -> Element {
    span().class("translated").child(" in the original")
}

/// Words that mean nothing in any language, such as a digest or a code, and that a translator would damage.
pub fn code<M>(words: impl IntoChild<M>) -> Element {
    span().attr("translate", "no").child(words)
}
