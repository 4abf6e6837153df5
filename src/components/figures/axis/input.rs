//! Spans of time that are chosen on the axis: with Shift and a click on a mark, or with Shift and an arrow key. The
//! arrow keys alone go from mark to mark. Dragging is in `brush.rs`.

use std::sync::Arc;

use leptos::prelude::*;
use query::figures::axis::{Axis, Mark, span};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, MouseEvent};

use crate::app_state::AppState;
use crate::by_name::{call, get, set};
use crate::lazy::FigureInputs;

/// The marks, and how each of them is found on the page.
pub struct Marks {
    pub axis: Axis,
    ids: Vec<String>,
}

impl Marks {
    pub fn new(axis: &Axis) -> Arc<Marks> {
        Arc::new(Marks { axis: axis.clone(), ids: axis.marks().map(super::drawing::id).collect() })
    }

    /// The number of the mark that an event is on.
    fn number(&self, target: Option<web_sys::EventTarget>) -> Option<usize> {
        let mark = target?.dyn_into::<Element>().ok()?.closest(".time").ok()??;
        self.ids.iter().position(|id| *id == mark.id())
    }

    /// Shows the span between two marks.
    fn show(&self, state: AppState, inputs: FigureInputs, ends: (usize, usize)) {
        let link = inputs.page.with_untracked(|page| span::link(state.data, &page.selection, &self.axis, ends));
        if let Some(link) = link {
            show(link, inputs);
        }
    }
}

/// Goes to a link that something on the axis leads to.
pub fn show(link: String, inputs: FigureInputs) {
    inputs.used.set_value(true);
    if let Some(location) = get(&window(), "location") {
        set(&location, "hash", &link.into());
    }
}

/// What a click on the axis does beyond following a link. `ends_drag` tells whether it is the end of a drag.
pub fn click(
    state: AppState,
    marks: Arc<Marks>,
    ends_drag: impl Fn() -> bool + Send + Sync + 'static,
    inputs: FigureInputs,
) -> impl Fn(MouseEvent) + Send + Sync + 'static {
    move |event: MouseEvent| {
        inputs.used.set_value(true);
        // A key that presses a link ends no drag.
        if ends_drag() && event.detail() > 0 {
            return event.prevent_default();
        }
        if let Some(to) = marks.number(event.target()).filter(|_| event.shift_key()) {
            // Browsers would open another window.
            event.prevent_default();
            marks.show(state, inputs, (span::anchor(&marks.axis, to), to));
        }
    }
}

/// What a key does on the axis.
pub fn press(
    state: AppState,
    marks: Arc<Marks>,
    inputs: FigureInputs,
    is_mirrored: bool,
) -> impl Fn(KeyboardEvent) + Send + Sync + 'static {
    move |event: KeyboardEvent| {
        let forwards = match event.key().as_str() {
            "ArrowLeft" => is_mirrored,
            "ArrowRight" => !is_mirrored,
            _ => return,
        };
        let Some(from) = marks.number(event.target()) else { return };
        // A span goes on to where it can end.
        let is_stop = |mark: &Mark| mark.href.is_some() && (!event.shift_key() || span::is_end(mark));
        let is_link = |&index: &usize| marks.axis.marks().nth(index).is_some_and(is_stop);
        let to = if forwards { (from + 1..marks.ids.len()).find(is_link) } else { (0..from).rev().find(is_link) };
        let Some(to) = to else { return };
        event.prevent_default();
        if let Some(link) = marks.ids.get(to).and_then(|id| document().get_element_by_id(id)) {
            call(&link, "focus", &JsValue::UNDEFINED);
        }
        if event.shift_key() {
            marks.show(state, inputs, (span::anchor_of_step(&marks.axis, from), to));
        }
    }
}
