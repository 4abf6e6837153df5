//! The briefing file that the reader has opened in place of the briefing that the page came with. `boot/open.js` opens
//! it and starts the program with it; here is what the program asks of that script.

use corpus::DocumentId;
use dom::Element;
use js_sys::Promise;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use query::Shared;
use query::language::{named, page_direction};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};
use crate::browser::element;
use crate::by_name::{call, get, set};
use crate::components::elements::plain_button;
use crate::download;

/// The name of the file; `None` where the page shows the briefing that it came with.
pub fn name() -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let file = get(&window(), "briefingFile").filter(JsValue::is_object)?;
    get(&file, "name")?.as_string()
}

/// Whether the files for other programs are beside the page, as its head says: they are not beside the one file, and
/// not of an opened file.
pub fn has_data_files() -> bool {
    let is_named = || document().query_selector("link[rel=alternate]").is_ok_and(|found| found.is_some());
    cfg!(not(target_arch = "wasm32")) || name().is_none() && is_named()
}

/// Lays the page out in the direction of the briefing in the file; the page has that of its own. Says in which language
/// its title is where the script has written it.
pub fn install(data: Shared) {
    if let (Some(_), Some(root)) = (name(), document().document_element()) {
        set(&root, "dir", &page_direction(data).keyword().into());
        if let (Some(title), Some(language)) = (element("opened-title"), named(data, data.title).language.lang) {
            set(&title, "lang", &language.into());
        }
    }
}

/// The button that has the reader choose a file. Before the script that opens files is there, it waits for it.
pub fn open_button(state: AppState) -> Element {
    plain_button("Open a briefing file…", move |_| {
        let asked = call(&window(), "briefingOpen", &JsValue::UNDEFINED);
        if let Some(loading) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
            state.toast.set(Some(Toast::Done("One moment, what opens files is loading.")));
            spawn_local(async move {
                if JsFuture::from(loading).await.is_err() {
                    let words = "What opens files could not be loaded. Try again, with a connection.";
                    state.toast.set(Some(Toast::Failed(words.to_owned())));
                }
            });
        }
    })
}

/// The button that saves the text of a document of the file, byte for byte: beside the page are only the texts of its
/// own briefing.
pub fn save_text_button(state: AppState, id: DocumentId) -> Element {
    plain_button("Save the plain text", move |_| {
        let document = state.data.document(id);
        let saved = document.text.get().and_then(|own| download::save(document.file, "text/plain", own.text));
        state.toast.set(Some(match saved {
            Some(()) => Toast::Done("The file is made."),
            None => Toast::Failed(format!("The browser did not let the page save {}.", document.file)),
        }));
    })
}
