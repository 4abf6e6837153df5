//! A link as a QR code, drawn here: black on white whatever the page's colours, because readers expect it so.

use dom::html::p;
use leptos::prelude::*;
use qr::Code;

/// The code of an address; where it is too long for one, that in words. `label` says what the code is, for those who
/// cannot see it.
pub fn qr(address: &str, label: &'static str) -> AnyView {
    match Code::new(address) {
        Ok(code) => draw(&code, label),
        Err(error) => p().class("qr-none").child(format!("No QR code: this link is {error}.")).into_any(),
    }
}

fn draw(code: &Code, label: &'static str) -> AnyView {
    let side = code.side();
    let room = format!("0 0 {side} {side}");
    view! {
        <svg class="qr" viewBox=room role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side.to_string() height=side.to_string() fill="#fff" />
            <path d=code.path() fill="#000" />
        </svg>
    }
    .into_any()
}
