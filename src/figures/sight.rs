//! What the reader sees of the figures: those out of sight follow a change once what is in sight has been painted.

use dom::Signal;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::{in_next_frame, listen_while_owned};

/// The ids of the figures of a page that were out of sight when the reader last pressed something.
#[derive(Clone, Copy, Default)]
pub struct OutOfSight(Signal<Vec<String>>);

impl OutOfSight {
    /// Looks which figures are out of sight whenever the reader presses something, until the current owner is cleaned
    /// up. The page has not changed then, and is not laid out for this.
    pub fn follow(self) {
        for event in ["pointerdown", "keydown"] {
            listen_while_owned(event, move |_: Event| self.0.set_untracked(look()));
        }
    }

    /// Whether a figure is to wait until those in sight have been painted. Tracked: notified then.
    pub fn waits(self, id: &str) -> bool {
        let waits = self.0.with_untracked(|ids| ids.iter().any(|out| out == id));
        if waits {
            self.0.track();
            // The next frame shows what is in sight.
            in_next_frame(move || in_next_frame(move || self.end()));
        }
        waits
    }

    fn end(self) {
        // The reader may have gone elsewhere.
        if !self.0.is_disposed() {
            self.0.set(Vec::new());
        }
    }
}

fn look() -> Vec<String> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let Ok(figures) = document().query_selector_all(".figure") else { return Vec::new() };
    let figures = (0..figures.length()).filter_map(|index| figures.get(index)?.dyn_into::<Element>().ok());
    let is_out = |figure: &Element| {
        let bounds = figure.get_bounding_client_rect();
        bounds.bottom() < 0.0 || bounds.top() > height
    };
    figures.filter(is_out).map(|figure| figure.id()).collect()
}
