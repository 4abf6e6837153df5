//! The system's own way to pass something on, where there is one.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};

/// `navigator.share`, which not every browser has, and none outside secure pages.
fn sheet() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

/// Whether there is one.
pub fn possible() -> bool {
    sheet().is_some()
}

/// Opens the system's share sheet for an address. Where that fails, the address can be copied by hand.
pub fn share(state: AppState, title: String, address: String) {
    spawn_local(async move {
        if let Err(error) = shared(&title, &address).await {
            // The reader has closed the sheet.
            let changed_mind = Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError");
            if !changed_mind {
                state.toast.set(Some(Toast::CopyByHand(address)));
            }
        }
    });
}

async fn shared(title: &str, address: &str) -> Result<(), JsValue> {
    let sheet = sheet().ok_or(JsValue::NULL)?;
    let what = Object::new();
    Reflect::set(&what, &"title".into(), &title.into())?;
    Reflect::set(&what, &"url".into(), &address.into())?;
    let promise: Promise = sheet.call1(&window().navigator(), &what)?.dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}
