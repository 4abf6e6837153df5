//! The time axis, drawn as SVG. Positions along it are shares of its width, which is not known when the page is
//! written; heights are in units of the text size.

mod brush;
mod drawing;
mod input;

use std::sync::Arc;

use dom::html::{a, details, div, figcaption, figure, nav, p, span, summary};
use dom::{AnyView, Element, IntoChild, fragment};
use leptos::ev;
use leptos::prelude::*;
use query::figures::Figures;
use query::figures::axis::{Axis, OffAxis, Part};
use query::language::{Direction, page_direction};

use crate::app_state::AppState;
use crate::components::masthead::fold;
use crate::lazy::FigureInputs;

/// What the axis shows.
const NAME: &str = "When it was said or done";

/// The axis; a sentence where there is none because times are open, empty where all are of one day. While the reader
/// chooses on it, it stays open, so that it does not fold away under the pointer.
pub fn axis(state: AppState, figures: &Figures, folded: bool, inputs: FigureInputs) -> AnyView {
    figures.axis.as_ref().map(|axis| draw(state, axis, folded, inputs)).into_child()
}

/// The axis for print, under its name; empty where all statements are of one day.
pub fn printed(state: AppState, figures: &Figures) -> AnyView {
    let draw = |axis: Axis| {
        let is_mirrored = page_direction(state.data) == Direction::RightToLeft;
        let drawing = (!axis.entries.is_empty()).then(|| drawing::drawing(&axis, is_mirrored));
        figure()
            .class("printed-axis")
            .child(figcaption().child(NAME))
            .child(drawing.map(|drawing| div().class("times").child(drawing)))
            .child(notes(&axis, None))
    };
    figures.axis.clone().map(Axis::printed).map(draw).into_child()
}

fn draw(state: AppState, axis: &Axis, folded: bool, inputs: FigureInputs) -> Element {
    let used = inputs.used;
    let open = fold(folded, used);
    let off = notes(axis, Some(used));
    if axis.entries.is_empty() {
        return div().class("axis").child(off);
    }
    let is_mirrored = page_direction(state.data) == Direction::RightToLeft;
    let marks = input::Marks::new(axis);
    let brush = brush::Brush::new();
    let times = figure()
        .class("times")
        .attr("aria-label", NAME)
        .on(ev::click, input::click(state, Arc::clone(&marks), move || brush.took(), inputs))
        .on(ev::keydown, input::press(state, Arc::clone(&marks), inputs, is_mirrored))
        .on(ev::pointerdown, brush.press())
        .on(ev::pointermove, brush.drag(Arc::clone(&marks), is_mirrored))
        .on(ev::pointerup, brush.release(state, inputs, marks, is_mirrored))
        .on(ev::pointercancel, brush.cancel())
        // Links would be dragged instead.
        .on(ev::dragstart, |event: web_sys::DragEvent| event.prevent_default())
        .child(drawing::drawing(axis, is_mirrored));
    let way = |Part { label, href, current }: &Part| {
        a().attr("href", href.clone()).attr("aria-current", current.then_some("true")).child(label.clone())
    };
    let ways = (!axis.parts.is_empty()).then(|| {
        nav()
            .class("parts")
            .attr("aria-label", "Part of time")
            .on(ev::click, move |_| used.set_value(true))
            .children(axis.parts.iter().map(way))
    });
    details()
        .class("axis")
        .live()
        .attr("open", open)
        .child(summary().child(axis.summary.clone()))
        .child(ways)
        .child(times)
        .child(off)
}

/// The statements of no known day, and what shapes and lines mean. `used` is told that the reader follows a link.
fn notes(axis: &Axis, used: Option<StoredValue<bool>>) -> Option<Element> {
    let off_axis = |OffAxis { count, reason, href }: &OffAxis| {
        let count = match href {
            None => span(),
            Some(href) => a().attr("href", href.clone()).id("off-axis"),
        }
        .child(count.clone());
        fragment([count.into_any(), reason.clone().into_child(), " ".into_child()])
    };
    (axis.off_axis.is_some() || !axis.legend.is_empty()).then(|| {
        let notes = p().class("off-axis");
        let notes = match used {
            Some(used) => notes.on(ev::click, move |_| used.set_value(true)),
            None => notes,
        };
        notes.child(axis.off_axis.as_ref().map(off_axis).into_child()).child(axis.legend.clone())
    })
}
