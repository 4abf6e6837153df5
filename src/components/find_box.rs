//! The box in which the entries of a long list are found by name.

use dom::Element;
use dom::html::{div, input, label};
use leptos::ev;
use leptos::prelude::*;

/// The box with its label. `typed` is called when the reader has changed the text.
pub fn find_box(id: String, prompt: String, text: RwSignal<String>, typed: impl Fn() + 'static) -> Element {
    let control = input()
        .id(id.clone())
        .class("find")
        .attr("type", "search")
        .attr("placeholder", format!("{prompt}…"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .prop("value", move || text.get())
        .on(ev::input, move |event| {
            text.set(event_target_value(&event));
            typed();
        });
    div().child(label().class("visually-hidden").attr("for", id).child(prompt)).child(control)
}
