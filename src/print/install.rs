//! Printing in the page: its controls, and what happens when the browser prints.

use dom::{effect, mount};
use web_sys::Event;

use super::controls::controls;
use super::printer::Printer;
use crate::app_state::AppState;
use crate::browser::{ROOT_ID, element, listen};

/// Mounts the controls below the page, and draws the document whenever the browser prints, whoever asked it to.
pub fn install(state: AppState) {
    let Some(root) = element(ROOT_ID) else { return };
    let printer = Printer::new();
    mount(&root, move || controls(state, printer)).forget();
    listen("beforeprint", move |_: Event| printer.before_print(state));
    listen("afterprint", move |_: Event| printer.clear());
    // What was drawn for one view is not printed from the next.
    effect(move || {
        state.view().track();
        printer.clear();
    });
}
