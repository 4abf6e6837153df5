//! The axis of time, laid out on a grid: the positions are classes, because the content security policy forbids styles
//! in attributes.

use corpus::Hue;
use dom::html::{a, details, div, figure, p, span, summary};
use dom::{AnyView, Element, IntoChild};
use leptos::ev;
use leptos::prelude::*;
use query::figures::Figures;
use query::figures::axis::{Axis, AxisPosition, Mark, OffAxis};

use crate::components::masthead::{Fold, fold};
use crate::components::refs::{dot, visually_hidden};

/// The number of columns of the grid in the style sheet.
const COLUMNS: u32 = 48;
/// The number of lanes of the grid; marks of higher lanes share the last one.
const LANES: usize = 5;

/// The axis; a sentence where there is none because times are open, empty where all are of one day. While the reader
/// chooses on it, it stays open, so that it does not fold away under the pointer.
pub fn axis(figures: &Figures, folded: bool, used: StoredValue<bool>) -> AnyView {
    figures.axis.as_ref().map(|axis| draw(axis, fold(folded, used), used)).into_child()
}

fn draw(axis: &Axis, open: Fold, used: StoredValue<bool>) -> Element {
    let gap = |(at, days): &(AxisPosition, String)| {
        span()
            .class(format!("gap from-{}", column(*at)))
            .attr("title", format!("{days} without a dated statement"))
            .child("//")
    };
    let off = axis.off_axis.clone().map(|off| off_axis(off, used));
    if axis.marks.is_empty() {
        return div().class("axis").child(off);
    }
    let times = figure()
        .class(if axis.has_bars { "times bars" } else { "times" })
        .attr("aria-label", "When it was said or done")
        .on(ev::click, move |_| used.set_value(true))
        .children(axis.marks.iter().map(|entry| mark(entry, axis.has_bars)))
        .children(axis.breaks.iter().map(gap));
    details()
        .class("axis")
        .live()
        .attr("open", open)
        .child(summary().child(axis.summary.clone()))
        .child(times)
        .child(off)
}

/// What is not on the axis.
fn off_axis(OffAxis { count, reason, href }: OffAxis, used: StoredValue<bool>) -> Element {
    let count = match href {
        None => span(),
        Some(href) => a().attr("href", href).id("off-axis"),
    }
    .child(count);
    p().class("off-axis").on(ev::click, move |_| used.set_value(true)).child(count).child(reason)
}

/// The column of a position, counted from one.
fn column(at: AxisPosition) -> u32 {
    at.0.min(AxisPosition::END.0 - 1) * COLUMNS / AxisPosition::END.0 + 1
}

fn mark(mark: &Mark, has_bar: bool) -> Element {
    let from = column(mark.from);
    let to = if has_bar && mark.to < AxisPosition::END {
        // To the beginning of the next bar.
        column(mark.to).max(from + 1)
    } else {
        // To the end of the column of the last day.
        column(AxisPosition(mark.to.0.saturating_sub(1))).max(from) + 1
    };
    let late = if mark.label_before { " late" } else { "" };
    let class = format!("time from-{from} to-{to} lane-{}{late}", mark.lane.min(LANES - 1));
    let more = (mark.more > 0).then(|| span().child(query::words::grouped(mark.more)));
    let dots = mark.dots.iter().map(|colour: &Option<Hue>| dot(*colour)).chain(more);
    let dots = span().class("dots").children(dots);
    let bar = has_bar.then(|| span().class(format!("height-{}", mark.bar)));
    let element = match &mark.href {
        None => span(),
        Some(href) => a().attr("href", href.clone()).attr("aria-current", if mark.chosen { "true" } else { "false" }),
    };
    element
        .class(class)
        .id(format!("t-{}", mark.key.replace('/', "-")))
        .child(span().class("label").child(mark.label.clone()))
        .child(visually_hidden(mark.spoken_rest.clone()))
        .child(dots)
        .child(bar)
}
