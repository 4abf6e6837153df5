//! The row below every page: what can be done with all of it. It comes with the rest of the program.

use dom::html::{div, footer, p};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::paper::{Paper, What};
use crate::parts::elements::plain_button;

/// The row.
pub fn foot(desk: Desk, paper: Paper) -> AnyView {
    let control = move |words: &'static str, what: What| plain_button(words, move |_| paper.print(desk, what));
    let trouble = move || paper.trouble().map(|words| p().class("print-trouble").child(words));
    let row = div()
        .class("ways")
        .child(control("Print this view", What::View))
        .child(control("Print the whole briefing", What::Whole));
    let said = div().class("print-said").attr("role", "status").reactive_content(trouble);
    footer().class("foot wrap").child(row).child(said).into_any()
}
