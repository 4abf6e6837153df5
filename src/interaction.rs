//! The interaction state: tells the style sheet while the reader presses or types. What is out of sight is then not
//! laid out until the response has been painted, see `style/card.css`.

use leptos::prelude::document;
use web_sys::Event;

use crate::browser::{Timer, listen as listen_to};

/// How long the state lasts after a press or a key, in milliseconds: longer than from one letter to the next.
const PAUSE: i32 = 400;

/// The attribute of the root element that holds the state.
const ATTRIBUTE: &str = "data-acting";

/// Keeps the state for as long as the page lasts.
pub fn listen() {
    let Some(root) = document().document_element() else { return };
    let end = Timer::default();
    for event in ["pointerdown", "keydown"] {
        let (root, end) = (root.clone(), end.clone());
        listen_to(event, move |_: Event| {
            let _ = root.set_attribute(ATTRIBUTE, "");
            let root = root.clone();
            let remove = move || {
                let _ = root.remove_attribute(ATTRIBUTE);
            };
            end.start(PAUSE, remove);
        });
    }
}
