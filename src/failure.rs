//! What a reader sees should the program fail: a message that names the failure, and what can be done.
//!
//! No code of the program may run after a panic, so the message is shown by `boot.js`, which listens for an event of
//! the window.

use wasm_bindgen::JsValue;

use crate::browser;

/// The event that `boot.js` listens for; its detail is the message.
const FAILED: &str = "briefing-failed";

/// Reports every panic from now on.
pub fn watch_for_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        report(&panic.to_string());
    }));
}

/// Shows a message in place of the page.
pub fn report(message: &str) {
    browser::dispatch(FAILED, message);
}
