//! What a reader sees should the program fail: a message that names the failure, and what can be done.
//!
//! No code of the program may run after a panic, so the message is shown by `boot.js`, which listens for an event of
//! the window.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event that `boot.js` listens for; its detail is the message.
const EVENT: &str = "briefing-failed";

/// Reports every panic from now on.
pub fn watch_for_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        report(&panic.to_string());
    }));
}

/// Shows a message in place of the page.
pub fn report(message: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(message));
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new_with_event_init_dict(EVENT, &detail)) {
        // A failure of the report itself cannot be reported.
        let _ = window.dispatch_event(&event);
    }
}
