//! What of the browser printing needs. All of it by name: a binding of its own for each would be in the glue, which the
//! first view waits for.

use leptos::prelude::*;
use query::{Shared, paper};
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

/// The day, where the reader is: "25 November 2026".
pub fn today() -> String {
    // ECMAScript fixes the form, whatever the language: "Wed Nov 25 2026 03:53:26 GMT+0000 (UTC)".
    let now = call(&window(), "Date", "").and_then(|now| now.as_string()).unwrap_or_default();
    let mut words = now.split(' ').skip(1);
    let month = words.next().and_then(|month| MONTHS.iter().position(|name| *name == month));
    let day = words.next().and_then(|day| day.parse().ok());
    let year = words.next().and_then(|year| year.parse().ok());
    match (month, day, year) {
        (Some(month), Some(day), Some(year)) => {
            let date = corpus::date::Calendar { year, month: month as u8 + 1, day };
            query::words::date(corpus::Date::On(date))
        }
        _ => now,
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Has each printed page but the first name the briefing and its edition. A style sheet cannot read them off the page, so
/// that they are written into it. Whether they could be; without, the pages have their numbers all the same.
pub fn running_head(data: Shared) -> bool {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "));
    let title = quoted(data.title);
    let edition = quoted(&format!("Edition {}", paper::edition(data)));
    let rule = format!("@page {{ @top-left {{ content: {title} }} @top-right {{ content: {edition} }} }}");
    let link = document().query_selector("#boot-later, style").ok().flatten();
    link.and_then(|link| call(&get(&link, "sheet")?, "insertRule", &rule)).is_some()
}
