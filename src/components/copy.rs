//! A button that puts a link into the clipboard.

use dom::Element;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};
use crate::components::elements::plain_button;
use crate::navigation::address;

/// Stands in place of a link where the page has no address.
pub const NO_ADDRESS: &str = "This copy of the briefing has no address that a link could lead to.";

/// The button. `link` gives a fragment and is called when the button is pressed. Where the browser refuses to copy, the
/// whole address is shown to be copied by hand.
pub fn copy_link(state: AppState, label: &'static str, link: impl Fn() -> String + 'static) -> Element {
    plain_button(label, move |_| copy(state, &link()))
}

fn copy(state: AppState, link: &str) {
    match address::absolute(link) {
        Some(address) => copy_text(state, address, "Link copied."),
        None => state.toast.set(Some(Toast::Failed(NO_ADDRESS.into()))),
    }
}

/// Puts a text into the clipboard, and says `done`; where the browser refuses, shows the text.
pub fn copy_text(state: AppState, text: String, done: &'static str) {
    spawn_local(async move {
        let toast = if write_to_clipboard(&text).await { Toast::Done(done) } else { Toast::CopyByHand(text) };
        state.toast.set(Some(toast));
    });
}

async fn write_to_clipboard(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that were loaded over plain http have no clipboard at all.
    if js_sys::Reflect::get(&navigator, &"clipboard".into()).map_or(true, |clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
