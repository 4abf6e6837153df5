//! Stands in for the crate `wasm-streams`, of which leptos' server functions make use, and nothing of ours.
//!
//! The real one exports classes to JavaScript, and what is exported no linker takes away: 6 kB of the bundle (brotli)
//! that no reader ever runs. This has the same names, as far as `server_fn` 0.8 needs them, and carries nothing.

use futures_util::stream::{Stream, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser, which nobody reads.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Never called: this program has no server to stream to.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the briefing has no server functions")
    }

    /// Wraps a stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream itself.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        empty()
    }
}
