//! The browser's document and window, as far as several rooms need them.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{StoredValue, document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of the element that the viewer is mounted in.
pub const ROOT_ID: &str = "app";

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Listens to an event of the window for as long as the page lasts.
pub fn listen<E: JsCast + 'static>(event: &'static str, handler: impl FnMut(E) + 'static) {
    add_listener(event, EventListenerOptions::default(), handler);
}

/// Listens to an event of the window, able to prevent what the browser does by default.
pub fn listen_preventing<E: JsCast + 'static>(event: &'static str, handler: impl FnMut(E) + 'static) {
    add_listener(event, EventListenerOptions::enable_prevent_default(), handler);
}

/// Listens to an event of the window until the current owner is cleaned up, before all other listeners.
pub fn listen_while_owned<E: JsCast + 'static>(event: &'static str, mut handler: impl FnMut(E) + 'static) {
    let handler = move |event: &web_sys::Event| handler(event.clone().unchecked_into());
    let options = EventListenerOptions::run_in_capture_phase();
    // Kept by the owner, and removed with it.
    StoredValue::new_local(EventListener::new_with_options(&window(), event, options, handler));
}

fn add_listener<E: JsCast + 'static>(
    event: &'static str,
    options: EventListenerOptions,
    mut handler: impl FnMut(E) + 'static,
) {
    let handler = move |event: &web_sys::Event| handler(event.clone().unchecked_into());
    EventListener::new_with_options(&window(), event, options, handler).forget();
}
