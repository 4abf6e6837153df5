//! The row below every page: what can be done with all of it. It comes with the rest of the program.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::html::{button, classed};
use crate::paper::{Paper, What};

/// The row.
pub fn foot(desk: Desk, paper: Paper) -> AnyView {
    let control = move |words: &'static str, what: What| button(words, move |_| paper.print(desk, what));
    let trouble = move || paper.trouble().map(|words| classed("p", "print-trouble").child(words));
    let row = classed("div", "ways")
        .child(control("Print this view", What::View))
        .child(control("Print the whole briefing", What::Whole));
    let said = classed("div", "print-said").attr("role", "status").live(trouble);
    crate::html::Child::view(classed("footer", "foot wrap").child(row).child(said))
}
