//! A button that puts a link into the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};
use crate::html::{El, button};
use crate::navigation;

/// What is said in the place of a link where there is none.
pub const NO_ADDRESS: &str = "This copy of the briefing has no address that a link could lead to.";

/// The button. Where the browser refuses, the link is shown to be copied by hand. The link, a fragment, is asked for
/// when the button is pressed.
pub fn copy_link(state: AppState, label: &'static str, link: impl Fn() -> String + 'static) -> El {
    button(label, move |_| copy(state, &link()))
}

fn copy(state: AppState, link: &str) {
    match navigation::absolute(link) {
        Some(address) => copy_words(state, address, "Link copied."),
        None => state.toast.set(Some(Toast::Failed(NO_ADDRESS.into()))),
    }
}

/// Puts words into the clipboard, and says so.
pub fn copy_words(state: AppState, words: String, done: &'static str) {
    spawn_local(async move {
        let said = if to_clipboard(&words).await { Toast::Done(done) } else { Toast::CopyByHand(words) };
        state.toast.set(Some(said));
    });
}

async fn to_clipboard(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that came over plain http have no clipboard at all.
    if js_sys::Reflect::get(&navigator, &"clipboard".into()).map_or(true, |clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
