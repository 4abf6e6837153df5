//! What a reader of a translated page has to know: its words are a machine's, and what was checked is the original.
//!
//! All of it is always there. The sheet shows it where a browser has translated the page (see base.css), so that it also
//! works before the program has started and on pages that never have one.

use crate::app_state::AppState;
use crate::html::{El, button, classed};

/// The notice, with the way to the original words.
pub fn notice(state: AppState) -> El {
    classed("p", "translated wrap")
        .child("This page was translated by a machine; what is marked as verbatim is so in the original. ")
        .child(button("Show the original", move |_| state.show_original()))
}

/// For a proof that speaks of words: which ones.
pub fn of_the_original() -> El {
    classed("span", "translated").child(" in the original")
}

/// Words that mean nothing in any language, such as a digest or a code, and that a translator would damage.
pub fn code(words: impl crate::html::Child) -> El {
    crate::html::el("span").attr("translate", "no").child(words)
}
