//! The share sheet of the operating system, where there is one (W3C Web Share).

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};

/// `navigator.share`, which not every browser has, and none outside secure pages.
fn share_function() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
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
            let dismissed = Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError");
            if !dismissed {
                state.toast.set(Some(Toast::CopyByHand(address)));
            }
        }
    });
}

async fn open_sheet(title: &str, address: &str) -> Result<(), JsValue> {
    let function = share_function().ok_or(JsValue::NULL)?;
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into())?;
    Reflect::set(&data, &"url".into(), &address.into())?;
    let promise: Promise = function.call1(&window().navigator(), &data)?.dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}
