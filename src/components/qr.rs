//! A link as a QR code: black on white whatever the colours of the page, because readers expect it so.

use dom::AnyView;
use dom::html::p;
use dom::svg::{path, rect, svg};
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
    let side = side.to_string();
    svg()
        .class("qr")
        .attr("viewBox", view_box)
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("shape-rendering", "crispEdges")
        .child(rect().attr("width", side.clone()).attr("height", side).attr("fill", "#fff"))
        .child(path().attr("d", code.path()).attr("fill", "#000"))
        .into_any()
}
