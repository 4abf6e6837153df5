//! A link as a QR code: black on white whatever the colours of the page, because readers expect it so.

use dom::html::p;
use leptos::prelude::*;
use qr::Code;

/// The code of an address, or a sentence where the address is too long for one. `label` is the accessible name of the
/// code.
pub fn qr(address: &str, label: &'static str) -> AnyView {
    match Code::new(address) {
        Ok(code) => draw(&code, label),
        Err(error) => p().class("qr-none").child(format!("No QR code: this link is {error}.")).into_any(),
    }
}

fn draw(code: &Code, label: &'static str) -> AnyView {
    let side = code.side();
    let view_box = format!("0 0 {side} {side}");
    view! {
        <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side.to_string() height=side.to_string() fill="#fff" />
            <path d=code.path() fill="#000" />
        </svg>
    }
    .into_any()
}
