//! The box in which the entries of a long list are found by name.

use dom::Element;
use dom::html::{div, input, label};
use leptos::ev;
use leptos::prelude::event_target_value;

/// The box with its label. `typed` is called with what the reader has typed.
pub fn find_box(
    id: String,
    prompt: String,
    text: impl FnMut() -> String + Send + 'static,
    mut typed: impl FnMut(String) + 'static,
) -> Element {
    let control = input()
        .id(id.clone())
        .class("find")
        .attr("type", "search")
        .attr("placeholder", format!("{prompt}…"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .prop("value", text)
        .on(ev::input, move |event| typed(event_target_value(&event)));
    div().child(label().class("visually-hidden").attr("for", id).child(prompt)).child(control)
}
