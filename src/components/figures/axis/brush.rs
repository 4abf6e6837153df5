//! The brush: a drag along the axis chooses the span of the marks that it passes. A finger that moves up or down
//! scrolls the page as elsewhere; the style sheet sees to that.

use std::sync::Arc;

use leptos::prelude::*;
use query::figures::axis::AxisPosition;
use query::figures::axis::span::{self, Brushed};
use query::statements::StatementsPage;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent, PointerEvent};

use super::input::{Marks, show};
use crate::app_state::AppState;
use crate::by_name::{call, get, set};
use crate::lazy::FigureInputs;

/// How far a pointer has moved before it drags rather than clicks, in CSS pixels.
const LEAST_MOVE: i32 = 6;

/// A drag.
#[derive(Clone, Copy)]
pub struct Brush {
    /// Where it began, on the page; none while no button is pressed.
    begin: StoredValue<Option<i32>>,
    /// Whether it has moved far enough. It stays so until the click that follows it.
    is_drag: StoredValue<bool>,
}

impl Brush {
    pub fn new() -> Brush {
        Brush { begin: StoredValue::new(None), is_drag: StoredValue::new(false) }
    }

    /// Whether a click is the end of a drag.
    pub fn took(self) -> bool {
        let is_drag = self.is_drag.get_value();
        self.is_drag.set_value(false);
        is_drag
    }

    /// A button is pressed, or a finger put down.
    pub fn press(self) -> impl Fn(PointerEvent) + Send + Sync + 'static {
        move |event: PointerEvent| {
            self.is_drag.set_value(false);
            let is_first = event.is_primary() && event.button() == 0 && !event.shift_key();
            self.begin.set_value(is_first.then(|| event.client_x()));
        }
    }

    /// The pointer moves: what would be chosen has a ground of its own.
    pub fn drag(self, marks: Arc<Marks>, is_mirrored: bool) -> impl Fn(PointerEvent) + Send + Sync + 'static {
        move |event: PointerEvent| {
            let Some(begin) = self.begin.get_value() else { return };
            let Some(figure) = figure(&event) else { return };
            if !self.is_drag.get_value() {
                if (event.client_x() - begin).abs() < LEAST_MOVE {
                    return;
                }
                self.is_drag.set_value(true);
                // Also beyond its edges.
                call(&figure, "setPointerCapture", &event.pointer_id().into());
            }
            paint(&figure, brushed(&marks, &figure, [begin, event.client_x()], is_mirrored), is_mirrored);
        }
    }

    /// The pointer is released.
    pub fn release(
        self,
        state: AppState,
        inputs: FigureInputs,
        marks: Arc<Marks>,
        is_mirrored: bool,
    ) -> impl Fn(PointerEvent) + Send + Sync + 'static {
        move |event: PointerEvent| {
            let begin = self.begin.get_value().filter(|_| self.is_drag.get_value());
            self.begin.set_value(None);
            let Some((begin, figure)) = begin.zip(figure(&event)) else { return };
            paint(&figure, None, is_mirrored);
            if let Some(span) = brushed(&marks, &figure, [begin, event.client_x()], is_mirrored) {
                let link = |page: &StatementsPage| span::link_to(state.data, &page.selection, span.when);
                show(inputs.page.with_untracked(link), inputs);
            }
        }
    }

    /// The browser takes the pointer for something else, such as scrolling.
    pub fn cancel(self) -> impl Fn(PointerEvent) + Send + Sync + 'static {
        move |event: PointerEvent| {
            self.begin.set_value(None);
            self.is_drag.set_value(false);
            if let Some(figure) = figure(&event) {
                paint(&figure, None, false);
            }
        }
    }
}

/// The figure of the axis.
fn figure(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".times").ok()?
}

/// The span between two places on the page.
fn brushed(marks: &Marks, figure: &Element, places: [i32; 2], is_mirrored: bool) -> Option<Brushed> {
    let axis = figure.query_selector("svg").ok()??.get_bounding_client_rect();
    let width = (axis.width() as i32).max(1);
    let position = |place: i32| {
        let along = (place - axis.left() as i32).clamp(0, width);
        let along = if is_mirrored { width - along } else { along };
        AxisPosition(along.unsigned_abs() * AxisPosition::END.0 / width.unsigned_abs())
    };
    span::brushed(&marks.axis, places.map(position))
}

/// Gives a stretch of the axis a ground of its own.
fn paint(figure: &Element, span: Option<Brushed>, is_mirrored: bool) {
    let ground = span.map_or_else(String::new, |Brushed { from, to, .. }| {
        let side = if is_mirrored { "left" } else { "right" };
        format!("linear-gradient(to {side}, transparent {from}, var(--raised) {from} {to}, transparent {to})")
    });
    if let Some(style) = figure.query_selector("svg").ok().flatten().and_then(|axis| get(&axis, "style")) {
        set(&style, "background", &JsValue::from_str(&ground));
    }
}
