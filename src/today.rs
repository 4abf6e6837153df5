//! The date on which something is printed or exported.

use corpus::date::Calendar;
use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::by_name::call;

/// Today, in the time zone of the reader.
pub fn today() -> Calendar {
    let now = Date::new_0();
    let field = |method| call(&now, method, &JsValue::UNDEFINED).and_then(|number| number.as_f64()).unwrap_or_default();
    Calendar { year: field("getFullYear") as u16, month: field("getMonth") as u8 + 1, day: field("getDate") as u8 }
}
