//! A button that puts a link into the clipboard.

use dom::Element;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::desk::{Desk, Said};
use crate::navigate;
use crate::parts::elements::plain_button;

/// What is said in the place of a link where there is none.
pub const NO_ADDRESS: &str = "This copy of the briefing has no address that a link could lead to.";

/// The button. Where the browser refuses, the link is shown to be copied by hand. The link, a fragment, is asked for
/// when the button is pressed.
pub fn copy_link(desk: Desk, label: &'static str, link: impl Fn() -> String + 'static) -> Element {
    plain_button(label, move |_| copy(desk, &link()))
}

fn copy(desk: Desk, link: &str) {
    match navigate::absolute(link) {
        Some(address) => copy_words(desk, address, "Link copied."),
        None => desk.said.set(Some(Said::Failed(NO_ADDRESS.into()))),
    }
}

/// Puts words into the clipboard, and says so.
pub fn copy_words(desk: Desk, words: String, done: &'static str) {
    spawn_local(async move {
        let said = if to_clipboard(&words).await { Said::Done(done) } else { Said::CopyByHand(words) };
        desk.said.set(Some(said));
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
