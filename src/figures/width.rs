//! The width that figures are laid out for. A drawing has letters of the page's size in it, and is therefore made anew
//! for another width rather than scaled.

use dom::html::span;
use dom::{Element, Signal};
use leptos::prelude::request_animation_frame;
use web_sys::Event;

use crate::browser::{element, listen_while_owned};

/// The id of an element as wide as ten letters are high, in a place as wide as the figures.
const PROBE_ID: &str = "figure-width";

/// The width of that element where nobody has changed the text size, in CSS pixels.
const PROBE_WIDTH: i32 = 160;

/// The width of the figures of a page, in CSS pixels of a page whose text size nobody has changed.
#[derive(Clone, Copy)]
pub struct Width(Signal<Option<i32>>);

impl Default for Width {
    /// Not known before the page is drawn; where there is no browser, that of a wide window.
    fn default() -> Self {
        Width(Signal::new((!cfg!(target_arch = "wasm32")).then_some(1050)))
    }
}

impl Width {
    /// The width, once it is known. Tracked.
    pub fn get(self) -> Option<i32> {
        self.0.get()
    }

    fn measure(self) {
        let Some(probe) = element(PROBE_ID) else { return };
        let Some(place) = probe.parent_element().and_then(|place| element_of(&place)) else { return };
        let width = place.offset_width() * PROBE_WIDTH / probe.offset_width().max(1);
        if width > 0 && self.0.get_untracked() != Some(width) {
            self.0.set(Some(width));
        }
    }
}

/// The element by which the width is measured.
pub fn probe() -> Element {
    span().id(PROBE_ID).class("figure-width").attr("aria-hidden", "true")
}

fn element_of(place: &web_sys::Element) -> Option<web_sys::HtmlElement> {
    wasm_bindgen::JsCast::dyn_ref(place).cloned()
}

/// Measures the width, in a later frame where the figures are not on the screen yet.
fn measure_until_known(width: Width) {
    width.measure();
    if width.0.get_untracked().is_none() {
        request_animation_frame(move || {
            // The reader may have gone elsewhere.
            if !width.0.is_disposed() {
                measure_until_known(width);
            }
        });
    }
}

/// Measures the width, and again whenever the window changes its size, until the current owner is cleaned up.
pub fn follow(width: Width) {
    measure_until_known(width);
    listen_while_owned("resize", move |_: Event| width.measure());
}
