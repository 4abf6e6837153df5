//! The page's program. The scripts in `boot/` start it, and do not call `main`.

#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Starts the viewer with a compiled corpus, which the scripts find in a custom section of this program, and the
/// function that fetches its chunks, see `boot/load.js`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(corpus: Vec<u8>, load_chunk: js_sys::Function) {
    briefing::start(corpus, load_chunk);
}
