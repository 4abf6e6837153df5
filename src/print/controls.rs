//! The row below every page: what can be done with all of it, and with another briefing.

use dom::html::{div, footer, p};
use dom::{AnyView, Element};
use query::words::count;

use super::document::Scope;
use super::printer::{Printer, Status};
use crate::app_state::AppState;
use crate::components::elements::plain_button;
use crate::opened_file::open_button;

/// The buttons that print, and how printing goes.
pub fn controls(state: AppState, printer: Printer) -> AnyView {
    let control = move |label: &'static str, scope: Scope| plain_button(label, move |_| printer.print(state, scope));
    let said = move || printer.status().map(|status| said(state, printer, status));
    let buttons = div()
        .class("page-actions")
        .child(control("Print this view", Scope::View))
        .child(control("Print the whole briefing", Scope::Whole))
        .child(open_button(state));
    let status = div().class("print-status").attr("role", "status").reactive_content(said);
    footer().class("foot wrap").child(buttons).child(status).into_any()
}

/// The status in words, with what the reader can answer.
fn said(state: AppState, printer: Printer, status: Status) -> Element {
    let line = p().class("print-trouble");
    match status {
        Status::Failed(text) => line.child(text),
        Status::Loads => line.child("One moment, the texts are loading."),
        Status::Draws(number) => line.child(format!("Drawing {} for print …", count(number, "statement"))),
        Status::Asks(scope, number) => line
            .child(format!("This prints {}, on very many pages, and takes a while. ", count(number, "statement")))
            .child(plain_button("Print them all", move |_| printer.print_all(state, scope, number)))
            .child(" ")
            .child(plain_button("Cancel", move |_| printer.clear())),
    }
}
