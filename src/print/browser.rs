//! What printing needs of the browser.

use leptos::prelude::*;
use query::language::{Direction, page_direction};
use query::{Shared, link};
use wasm_bindgen::JsValue;

use crate::by_name::{call, get};

/// Opens the browser's print dialogue. Whether the browser could be asked to.
pub fn print() -> bool {
    call(&window(), "print", &JsValue::UNDEFINED).is_some()
}

/// Has each printed page but the first name the briefing and its edition. Style sheets cannot read texts off the page,
/// so a rule with the texts is added to one. Whether that succeeded; if not, the pages have their numbers all the same.
pub fn add_running_head(data: Shared) -> bool {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "));
    let title = quoted(data.title);
    let edition = quoted(&format!("Edition {}", link::edition(data)));
    // Margin boxes know left and right only, not start and end.
    let (start, end) = match page_direction(data) {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    let rule = format!("@page {{ @top-{start} {{ content: {title} }} @top-{end} {{ content: {edition} }} }}");
    let sheet = document().query_selector("#boot-later, style").ok().flatten();
    sheet.and_then(|element| call(&get(&element, "sheet")?, "insertRule", &rule.into())).is_some()
}
