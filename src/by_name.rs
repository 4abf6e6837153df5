//! Properties and methods of the browser's objects, called by name. For the parts of the program that are loaded later:
//! typed bindings would be in the script that the first view waits for.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property of an object; `None` where reading it throws.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

/// Sets a property of an object, unless that throws.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Calls a method of an object with an argument; `undefined` is as good as none. `None` where there is no such method,
/// or where it throws.
pub fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    get(object, method)?.dyn_into::<Function>().ok()?.call1(object, argument).ok()
}
