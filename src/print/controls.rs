//! The row below every page: what can be done with all of it.

use dom::AnyView;
use dom::html::{div, footer, p};

use super::document::Scope;
use super::printer::Printer;
use crate::app_state::AppState;
use crate::components::elements::plain_button;

/// The buttons that print, and why the browser did not.
pub fn controls(state: AppState, printer: Printer) -> AnyView {
    let control = move |label: &'static str, scope: Scope| plain_button(label, move |_| printer.print(state, scope));
    let trouble = move || printer.trouble().map(|text| p().class("print-trouble").child(text));
    let buttons = div()
        .class("ways")
        .child(control("Print this view", Scope::View))
        .child(control("Print the whole briefing", Scope::Whole));
    let status = div().class("print-said").attr("role", "status").reactive_content(trouble);
    footer().class("foot wrap").child(buttons).child(status).into_any()
}
