//! Downloads: files that are made in the page.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin saving, in milliseconds; then the file is released.
const RELEASE_AFTER: u32 = 10_000;

/// Has the browser save a text under a name. Fails where the browser makes no file of it.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(RELEASE_AFTER, move || {
        // What is not released goes with the page.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
