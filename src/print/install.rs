//! Printing in the page: its controls, and what happens when the browser prints.

use dom::{effect, mount};
use web_sys::Event;

use super::controls::controls;
use super::printer::Printer;
use crate::app_state::AppState;
use crate::browser::{element, listen};

/// The id of the element that the controls are mounted in.
pub const CONTROLS_ID: &str = "page-controls";

/// Mounts the controls below the page, and draws the document whenever the browser prints, whoever asked it to.
pub fn install(state: AppState) {
    let Some(place) = element(CONTROLS_ID) else { return };
    let printer = Printer::new();
    mount(&place, move || controls(state, printer)).forget();
    listen("beforeprint", move |_: Event| printer.before_print(state));
    listen("afterprint", move |_: Event| printer.clear());
    // What was drawn for one view is not printed from the next.
    effect(move || {
        state.view().track();
        printer.clear();
    });
}
