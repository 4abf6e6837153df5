//! Fetches chunks of the briefing by the function that the scripts in `boot/` have handed to the program: it knows
//! where they are, and verifies their digests.

use std::cell::RefCell;

use corpus::ChunkId;
use corpus::chunk::ChunkFile;
use js_sys::{Function, Promise, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::chunks::Chunks;

thread_local! {
    /// Takes a name and a SHA-256, and returns a promise of bytes: none of them where the digest is another.
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Keeps the function that fetches.
#[cfg(target_arch = "wasm32")]
pub fn install(load: Function) {
    LOAD.set(Some(load));
}

/// Fetches a chunk for the state of all chunks.
pub fn fetch(chunks: Chunks, id: ChunkId) {
    let Some(file) = chunks.file(id) else { return };
    spawn_local(async move { chunks.arrived(id, bytes(file).await) });
}

/// The bytes of a file; `None` where it could not be fetched.
pub async fn bytes(file: &ChunkFile) -> Option<Vec<u8>> {
    let load = LOAD.with_borrow(Clone::clone)?;
    let promise = load.call2(&JsValue::NULL, &file.name().into(), &Uint8Array::from(&file.digest[..])).ok()?;
    let bytes = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}
