//! The share sheet of the operating system, where there is one (W3C Web Share).

use js_sys::{Function, Object, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};
use crate::by_name::{get, set};

fn navigator() -> Option<JsValue> {
    get(&window(), "navigator")
}

/// `navigator.share`, which not every browser has, and none outside secure pages.
fn share_function() -> Option<Function> {
    get(&navigator()?, "share")?.dyn_into().ok()
}

/// Whether there is a share sheet.
pub fn possible() -> bool {
    share_function().is_some()
}

/// Opens the share sheet for an address. Where that fails, the address is shown to be copied by hand.
pub fn share(state: AppState, title: String, address: String) {
    spawn_local(async move {
        if let Err(error) = open_sheet(&title, &address).await {
            // The reader has closed the sheet.
            let dismissed = get(&error, "name").is_some_and(|name| name == "AbortError");
            if !dismissed {
                state.toast.set(Some(Toast::CopyByHand(address)));
            }
        }
    });
}

async fn open_sheet(title: &str, address: &str) -> Result<(), JsValue> {
    let function = share_function().ok_or(JsValue::NULL)?;
    let data = Object::new();
    set(&data, "title", &title.into());
    set(&data, "url", &address.into());
    let promise: Promise = function.call1(&navigator().unwrap_or_default(), &data)?.dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}
