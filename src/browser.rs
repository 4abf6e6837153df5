//! The browser's document and window, as far as several rooms need them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{StoredValue, document, queue_microtask, request_animation_frame, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

/// The id of the element that the viewer is mounted in.
pub const ROOT_ID: &str = "app";

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Dispatches an event of our own to the window, with a text as its detail.
pub fn dispatch(event: &str, detail: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &options) {
        // Fails only for an event that is being dispatched already.
        let _ = window().dispatch_event(&event);
    }
}

/// Listens to an event of the window for as long as the page lasts.
pub fn listen<E: JsCast + 'static>(event: &str, mut handler: impl FnMut(E) + 'static) {
    add_listener(event, Box::new(move |event| handler(event.unchecked_into())));
}

/// All listeners are of one type, which is that of the elements' listeners.
#[inline(never)]
fn add_listener(event: &str, handler: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(handler).into_js_value();
    // Adding a listener to a window does not fail.
    let _ = window().add_event_listener_with_callback(event, closure.unchecked_ref());
}

/// Listens to an event of the window until the current owner is cleaned up, before all other listeners.
pub fn listen_while_owned<E: JsCast + 'static>(event: &'static str, mut handler: impl FnMut(E) + 'static) {
    add_owned_listener(event, Box::new(move |event| handler(event.clone().unchecked_into())));
}

#[inline(never)]
fn add_owned_listener(event: &'static str, handler: Box<dyn FnMut(&Event)>) {
    let options = EventListenerOptions::run_in_capture_phase();
    // Kept by the owner, and removed with it.
    StoredValue::new_local(EventListener::new_with_options(&window(), event, options, handler));
}

/// Calls back in the next frame.
pub fn in_next_frame(then: impl FnOnce() + 'static) {
    call_in_next_frame(Box::new(then));
}

/// All callbacks are of one type.
#[inline(never)]
fn call_in_next_frame(then: Box<dyn FnOnce()>) {
    request_animation_frame(then);
}

/// Calls back once what has changed is drawn, before the next frame. Effects run as microtasks, and those that draw are
/// queued.
pub fn once_redrawn(then: impl FnOnce() + 'static) {
    call_once_redrawn(Box::new(then));
}

#[inline(never)]
fn call_once_redrawn(then: Box<dyn FnOnce()>) {
    queue_microtask(then);
}

/// A timer that can be started again. A copy is the same timer. It can be moved between threads, which effects require
/// of what they use, and which a callback of the browser cannot.
#[derive(Clone, Default)]
pub struct Timer {
    /// The number that the browser gave the timer when it was started; zero, which it gives none, before.
    handle: Arc<AtomicI32>,
}

impl Timer {
    /// Calls `then` in as many milliseconds, instead of what was started before.
    pub fn start(&self, milliseconds: i32, then: impl FnOnce() + 'static) {
        self.start_anew(milliseconds, Box::new(then));
    }

    #[inline(never)]
    fn start_anew(&self, milliseconds: i32, then: Box<dyn FnOnce()>) {
        self.stop();
        let then = Closure::once_into_js(then);
        let started = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds)
            .unwrap_or_default();
        self.handle.store(started, Ordering::Relaxed);
    }

    /// Forgets what was started. A timer that has ended stays so.
    pub fn stop(&self) {
        window().clear_timeout_with_handle(self.handle.swap(0, Ordering::Relaxed));
    }
}
