//! Dialogs over the page: opening and closing the element of the browser.

use wasm_bindgen::JsValue;

use crate::browser::element;
use crate::by_name::call;

/// Opens the dialog with an id over the page, unless it is open.
pub fn show(id: &str) {
    let Some(dialog) = element(id).filter(|dialog| !dialog.has_attribute("open")) else { return };
    if call(&dialog, "showModal", &JsValue::UNDEFINED).is_none() {
        // Where it cannot be opened over the page, it is opened on it.
        call(&dialog, "show", &JsValue::UNDEFINED);
    }
}

/// Closes the dialog with an id; the browser gives the focus back to what had it before.
pub fn close(id: &str) {
    if let Some(dialog) = element(id) {
        call(&dialog, "close", &JsValue::UNDEFINED);
    }
}

/// Whether a dialog is open, or what is one for as long as it is.
pub fn is_open() -> bool {
    leptos::prelude::document().query_selector("dialog[open], [aria-modal=true]").is_ok_and(|dialog| dialog.is_some())
}
