//! The briefing file that the reader has opened in place of the briefing that the page came with. `boot/open.js` opens
//! it and starts the program with it; here is what the program asks of that script.

use dom::Element;
use leptos::prelude::{document, window};
use query::Shared;
use query::language::page_direction;
use wasm_bindgen::JsValue;

use crate::app_state::{AppState, Toast};
use crate::by_name::{call, get, set};
use crate::components::elements::plain_button;

/// The name of the file; `None` where the page shows the briefing that it came with.
pub fn name() -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let file = get(&window(), "briefingFile").filter(JsValue::is_object)?;
    get(&file, "name")?.as_string()
}

/// Lays the page out in the direction of the briefing in the file; the page has that of its own.
pub fn install(data: Shared) {
    if let (Some(_), Some(root)) = (name(), document().document_element()) {
        set(&root, "dir", &page_direction(data).keyword().into());
    }
}

/// The button that has the reader choose a file.
pub fn open_button(state: AppState) -> Element {
    plain_button("Open a briefing file…", move |_| {
        if call(&window(), "briefingOpen", &JsValue::UNDEFINED).is_none() {
            let words = "What opens files has not been loaded. Load the page again, with a connection.";
            state.toast.set(Some(Toast::Failed(words.to_owned())));
        }
    })
}
