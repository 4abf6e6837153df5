//! Tells the style sheet when the reader acts: presses or types. What is out of sight is then not laid out until the answer
//! has been painted, see `style/card.css`.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::Event;

use crate::navigation;

/// How long after the last press or key the reader counts as acting, in milliseconds: longer than from one letter to the next.
const PAUSE: u32 = 400;

/// The attribute of the root element that says so.
const ATTRIBUTE: &str = "data-acting";

/// Listens from now on.
pub fn listen() {
    let Some(root) = document().document_element() else { return };
    let ending = StoredValue::new_local(None);
    for event in ["pointerdown", "keydown"] {
        let root = root.clone();
        let acts = move |_: Event| {
            let _ = root.set_attribute(ATTRIBUTE, "");
            let root = root.clone();
            let end = move || {
                let _ = root.remove_attribute(ATTRIBUTE);
            };
            ending.set_value(Some(Timeout::new(PAUSE, end)));
        };
        navigation::on(&window(), event, acts);
    }
}
