//! The axis of time, on a grid: classes place the marks, which no style policy forbids.

use corpus::Hue;
use dom::Element;
use dom::html::{a, details, div, figure, span, summary};
use leptos::ev;
use leptos::prelude::*;
use query::axis::{Axis, Mark, Place};
use query::statements::StatementsPage;

use crate::parts::masthead::{Fold, fold};
use crate::parts::refs::{dot, unseen};

/// How many columns the style sheet's grid has.
const COLUMNS: u32 = 48;
/// How many lanes it has; what is higher shares the highest.
const LANES: usize = 5;

/// The axis; nothing where there is nothing to show. It stays open for a reader who chooses on
/// it, and so does not go away from under the pointer.
pub fn axis(page: Memo<StatementsPage>) -> AnyView {
    let used = StoredValue::new(false);
    let draw = move |axis: &Axis, folded| draw(axis, fold(folded, used), used);
    div()
        .class("region")
        .reactive_content(move || page.with(|page| page.axis.as_ref().map(|axis| draw(axis, page.folded))))
        .into_any()
}

fn draw(axis: &Axis, open: Fold, used: StoredValue<bool>) -> Element {
    let gap = |(at, days): &(Place, String)| {
        span()
            .class(format!("gap from-{}", column(*at)))
            .attr("title", format!("{days} without a dated statement"))
            .child("//")
    };
    let times = figure()
        .class("times")
        .attr("aria-label", "When it was said or done")
        .on(ev::click, move |_| used.set_value(true))
        .children(axis.marks.iter().map(mark))
        .children(axis.breaks.iter().map(gap));
    details().class("axis").attr("open", open).child(summary().child(axis.line.clone())).child(times)
}

/// The column that a place lies in, counted from one.
fn column(at: Place) -> u32 {
    at.0.min(Place::END.0 - 1) * COLUMNS / Place::END.0 + 1
}

fn mark(mark: &Mark) -> Element {
    let from = column(mark.from);
    // Up to the end of the column that the last day lies in.
    let to = column(Place(mark.to.0.saturating_sub(1))).max(from) + 1;
    let late = if mark.late { " late" } else { "" };
    let class = format!("time from-{from} to-{to} lane-{}{late}", mark.lane.min(LANES - 1));
    let dots = span().class("dots").children(mark.dots.iter().map(|colour: &Option<Hue>| dot(*colour)));
    let element = match &mark.href {
        None => span(),
        Some(href) => a().attr("href", href.clone()).attr("aria-current", if mark.chosen { "true" } else { "false" }),
    };
    element
        .class(class)
        .id(format!("t-{}", mark.key.replace('/', "-")))
        .child(span().class("label").child(mark.label.clone()))
        .child(unseen(mark.rest.clone()))
        .child(dots)
}
