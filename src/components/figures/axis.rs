//! The time axis, drawn as SVG. Positions along it are shares of its width, which is not known when the page is
//! written; heights are in units of the text size.

mod brush;
mod drawing;
mod input;

use std::sync::Arc;

use dom::html::{a, details, div, figure, nav, p, span, summary};
use dom::{AnyView, Element, IntoChild, fragment};
use leptos::ev;
use leptos::prelude::*;
use query::figures::Figures;
use query::figures::axis::{Axis, OffAxis, Part};
use query::language::{Direction, page_direction};

use crate::app_state::AppState;
use crate::components::masthead::fold;
use crate::lazy::FigureInputs;

/// The axis; a sentence where there is none because times are open, empty where all are of one day. While the reader
/// chooses on it, it stays open, so that it does not fold away under the pointer.
pub fn axis(state: AppState, figures: &Figures, folded: bool, inputs: FigureInputs) -> AnyView {
    figures.axis.as_ref().map(|axis| draw(state, axis, folded, inputs)).into_child()
}

fn draw(state: AppState, axis: &Axis, folded: bool, inputs: FigureInputs) -> Element {
    let used = inputs.used;
    let open = fold(folded, used);
    let off = notes(axis, used);
    if axis.entries.is_empty() {
        return div().class("axis").child(off);
    }
    let is_mirrored = page_direction(state.data) == Direction::RightToLeft;
    let marks = input::Marks::new(axis);
    let brush = brush::Brush::new();
    let times = figure()
        .class("times")
        .attr("aria-label", "When it was said or done")
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

/// The statements of no known day, and what shapes and lines mean.
fn notes(axis: &Axis, used: StoredValue<bool>) -> Option<Element> {
    let off_axis = |OffAxis { count, reason, href }: &OffAxis| {
        let count = match href {
            None => span(),
            Some(href) => a().attr("href", href.clone()).id("off-axis"),
        }
        .child(count.clone());
        fragment([count.into_any(), reason.clone().into_child(), " ".into_child()])
    };
    (axis.off_axis.is_some() || !axis.legend.is_empty()).then(|| {
        p().class("off-axis")
            .on(ev::click, move |_| used.set_value(true))
            .child(axis.off_axis.as_ref().map(off_axis).into_child())
            .child(axis.legend.clone())
    })
}
