//! The row below every page: what can be done with all of it.

use leptos::prelude::*;

use super::document::Scope;
use super::printer::Printer;
use crate::app_state::AppState;
use crate::html::{Child, button, classed};

/// The buttons that print, and why the browser did not.
pub fn controls(state: AppState, printer: Printer) -> AnyView {
    let control = move |label: &'static str, scope: Scope| button(label, move |_| printer.print(state, scope));
    let trouble = move || printer.trouble().map(|text| classed("p", "print-trouble").child(text));
    let buttons = classed("div", "ways")
        .child(control("Print this view", Scope::View))
        .child(control("Print the whole briefing", Scope::Whole));
    let status = classed("div", "print-said").attr("role", "status").live(trouble);
    classed("footer", "foot wrap").child(buttons).child(status).view()
}
