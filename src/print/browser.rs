//! What of the browser printing needs. All of it by name: a binding of its own for each would be in the glue, which the
//! first view waits for.

use leptos::prelude::*;
use query::language::{Direction, page_direction};
use query::{Shared, link};
use wasm_bindgen::{JsCast, JsValue};

/// A method of an object, called; nothing where there is none, or where it refuses.
fn call(object: &JsValue, method: &str, argument: &str) -> Option<JsValue> {
    let method: js_sys::Function = get(object, method)?.dyn_into().ok()?;
    method.call1(object, &argument.into()).ok()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into()).ok()
}

/// Opens the browser's print dialogue; whether it could be asked to.
pub fn print() -> bool {
    call(&window(), "print", "").is_some()
}

/// Has each printed page but the first name the briefing and its edition. A style sheet cannot read them off the page, so
/// that they are written into it. Whether they could be; without, the pages have their numbers all the same.
pub fn running_head(data: Shared) -> bool {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "));
    let title = quoted(data.title);
    let edition = quoted(&format!("Edition {}", link::edition(data)));
    // Boxes of a sheet know left and right only.
    let (start, end) = match page_direction(data) {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    let rule = format!("@page {{ @top-{start} {{ content: {title} }} @top-{end} {{ content: {edition} }} }}");
    let sheet = document().query_selector("#boot-later, style").ok().flatten();
    sheet.and_then(|element| call(&get(&element, "sheet")?, "insertRule", &rule)).is_some()
}
