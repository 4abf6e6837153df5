//! The row below every page: what can be done with all of it. It comes with the rest of the program.

use leptos::prelude::*;

use crate::app_state::AppState;
use crate::html::{button, classed};
use crate::print::{Paper, What};

/// The row.
pub fn foot(state: AppState, paper: Paper) -> AnyView {
    let control = move |words: &'static str, what: What| button(words, move |_| paper.print(state, what));
    let trouble = move || paper.trouble().map(|words| classed("p", "print-trouble").child(words));
    let row = classed("div", "ways")
        .child(control("Print this view", What::View))
        .child(control("Print the whole briefing", What::Whole));
    let said = classed("div", "print-said").attr("role", "status").live(trouble);
    crate::html::Child::view(classed("footer", "foot wrap").child(row).child(said))
}
