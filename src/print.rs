//! Printing. A page is made for reading and choosing on a screen; print gets a document of its own, which is drawn when
//! the browser is about to print and removed afterwards.
//!
//! It belongs to a later part of the program. Until that is loaded, and without JavaScript, the page itself is printed;
//! the style sheet sees to it that it can be read, too.

mod browser;
mod controls;
mod document;
mod printer;

use dom::{effect, mount};
use web_sys::Event;

use crate::app_state::AppState;
use crate::browser::{ROOT_ID, element, listen};
use controls::controls;
use printer::Printer;

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
