//! The axis of time, on a grid: classes place the marks, which no style policy forbids.

use corpus::Hue;
use leptos::prelude::*;
use query::figures::axis::{Axis, AxisPosition, Mark};
use query::statements::StatementsPage;

use crate::html::{Child, El, classed, el};
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
    classed("div", "region")
        .live(move || page.with(|page| page.figures.axis.as_ref().map(|axis| draw(axis, page.folded))))
        .view()
}

fn draw(axis: &Axis, open: Fold, used: StoredValue<bool>) -> El {
    let gap = |(at, days): &(AxisPosition, String)| {
        classed("span", format!("gap from-{}", column(*at)))
            .attr("title", format!("{days} without a dated statement"))
            .child("//")
    };
    let times = classed("figure", "times")
        .attr("aria-label", "When it was said or done")
        .on("click", move |_| used.set_value(true))
        .children(axis.marks.iter().map(mark))
        .children(axis.breaks.iter().map(gap));
    el("details")
        .attr("class", "axis")
        .attr_some("open", open)
        .child(el("summary").child(axis.summary.clone()))
        .child(times)
}

/// The column that a place lies in, counted from one.
fn column(at: AxisPosition) -> u32 {
    at.0.min(AxisPosition::END.0 - 1) * COLUMNS / AxisPosition::END.0 + 1
}

fn mark(mark: &Mark) -> El {
    let from = column(mark.from);
    // Up to the end of the column that the last day lies in.
    let to = column(AxisPosition(mark.to.0.saturating_sub(1))).max(from) + 1;
    let late = if mark.label_before { " late" } else { "" };
    let class = format!("time from-{from} to-{to} lane-{}{late}", mark.lane.min(LANES - 1));
    let dots = classed("span", "dots").children(mark.dots.iter().map(|colour: &Option<Hue>| dot(*colour)));
    let element = match &mark.href {
        None => el("span"),
        Some(href) => {
            el("a").attr("href", href.clone()).attr("aria-current", if mark.chosen { "true" } else { "false" })
        }
    };
    element
        .attr("class", class)
        .attr("id", format!("t-{}", mark.key.replace('/', "-")))
        .child(classed("span", "label").child(mark.label.clone()))
        .child(unseen(mark.spoken_rest.clone()))
        .child(dots)
}
