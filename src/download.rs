//! Downloads: files that are made in the page.

use js_sys::Array;
use leptos::prelude::{document, window};
use query::pending::Pending;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use crate::app_state::{AppState, Toast};
use crate::by_name::{call, get, set};
use crate::chunks::ChunkState;
use crate::components::chunk_status::reason;

/// How long the browser may take to begin saving, in milliseconds; then the file is released.
const RELEASE_AFTER: u32 = 10_000;

/// Has the browser save a text under a name. `None` where the browser makes no file of it.
pub fn save(name: &str, media_type: &str, text: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    set(&kind, "type", &media_type.into());
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()?;
    save_blob(name, &blob)
}

/// The same for bytes that the browser has made.
pub fn save_blob(name: &str, blob: &JsValue) -> Option<()> {
    let urls = get(&window(), "URL")?;
    let address = call(&urls, "createObjectURL", blob)?;
    let link = document().create_element("a").ok()?;
    set(&link, "href", &address);
    set(&link, "download", &name.into());
    call(&link, "click", &JsValue::UNDEFINED)?;
    gloo::timers::callback::Timeout::new(RELEASE_AFTER, move || {
        // What is not released goes with the page.
        call(&urls, "revokeObjectURL", &address);
    })
    .forget();
    Some(())
}

/// Makes a file once the texts in it are loaded, and says so where that takes a while, or fails.
pub fn once_loaded(state: AppState, pending: Option<Pending>, make: Box<dyn FnOnce() + Send + Sync>) {
    if pending.is_some() {
        state.toast.set(Some(Toast::Done("The texts are loading; the file comes after them.")));
    }
    let then = move |texts| match texts {
        ChunkState::Loaded => make(),
        failed => state.toast.set(Some(Toast::Failed(format!("The file was not made. {}", reason(failed).trim_end())))),
    };
    state.chunks.when_loaded(pending, Box::new(then));
}
