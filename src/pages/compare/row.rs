//! The row of a topic as it is drawn.

use dom::html::{div, p, small, span, table, tbody, td, th, thead, tr};
use dom::{Element, IntoChild, fragment};
use leptos::prelude::*;
use query::compare::{Cell, CellStatement, ColumnHead, Join, Others, Row};

use crate::app_state::AppState;
use crate::components::action_buttons::pin;
use crate::components::chain::{chain_line, with_distance};
use crate::components::chunk_status::waiting;
use crate::components::elements::{link, plain_button};
use crate::components::refs::{dot, marked_text, names, reference, relation, with_language};

/// The id of the row of a topic.
pub fn row_id(slug: &str) -> String {
    format!("row-{slug}")
}

/// A table without content.
pub fn comparison() -> Element {
    table().class("comparison")
}

/// The heads of the columns.
pub fn heads(columns: Vec<ColumnHead>) -> Element {
    let column = |column: ColumnHead| {
        th().attr("scope", "col")
            .child(column.hue.map(|hue| fragment([dot(Some(hue)).into_any(), " ".into_child()])))
            .child(match column.href {
                Some(href) => link(href, column.name).into_any(),
                None => column.name.into_child(),
            })
            .child(small().child(column.summary))
    };
    thead().child(tr().child(td()).children(columns.into_iter().map(column)))
}

/// A row, whole or with those statements of a cell that are shown until the reader asks for the others.
pub fn body(state: AppState, entry: Row, width: usize, is_whole: bool) -> Element {
    let Row { slug, topic, difference, lines, shared_subjects } = entry;
    let joins: usize = lines.iter().map(|line| line.joins.len()).sum();
    let height = 1 + lines.len() + joins + usize::from(!shared_subjects.is_empty());
    let header = th()
        .attr("scope", "rowgroup")
        .attr("rowspan", height.to_string())
        .child(reference(topic).attr("title", "Only this topic"));
    let mut drawn = vec![tr().class("difference-row").child(header).child(spanning("", width).child(difference))];
    for line in lines {
        drawn.push(tr().class("line").children(line.cells.into_iter().map(|entry| cell(state, entry, is_whole))));
        drawn.extend(line.joins.into_iter().map(|entry| join(entry, width)));
    }
    if !shared_subjects.is_empty() {
        let words = p()
            .class("shared-subjects")
            .child(if width == 2 { "Both speak of " } else { "More than one of them speaks of " })
            .child(names(shared_subjects, None))
            .child(".");
        drawn.push(tr().class("relation-row").child(spanning("", width).child(words)));
    }
    let body = tbody().children(drawn);
    // A print is on the page besides what it prints, and an id is there once.
    if is_whole { body } else { body.id(row_id(slug)) }
}

fn spanning(class: &'static str, columns: usize) -> Element {
    td().class(class).attr("colspan", columns.to_string())
}

fn cell(state: AppState, cell: Cell, is_whole: bool) -> Element {
    let class = match (cell.silent, cell.statements.is_empty()) {
        (true, _) => "silent",
        (false, true) => "elsewhere",
        (false, false) => "speaks",
    };
    let others = cell.others;
    let draw = move |one| statement(state, one);
    let others = match (others.ids.is_empty(), is_whole) {
        (true, _) => None,
        (false, true) => Some(fragment(others.statements(state.data).map(draw))),
        (false, false) => Some(on_demand(state, others).into_any()),
    };
    spanning(class, cell.span)
        .attr("data-who", cell.who)
        .child(cell.silent.then_some("silent"))
        .children(cell.statements.into_iter().map(draw))
        .children(others)
}

fn statement(state: AppState, statement: CellStatement) -> Element {
    let class = if statement.quoted { "words quoted" } else { "words" };
    let words = link(statement.href, marked_text(statement.pieces)).class("statement-link");
    let voice = match statement.drawn_chain {
        Some(chain) => chain_line(chain),
        None => span().child(statement.chain),
    };
    let audience = statement.audience.map(|audience| fragment([audience.into_child(), " · ".into_child()]));
    let pin = pin(state, statement.id);
    let details =
        small().child(voice).child(span().child(audience).child(statement.form).child(
            span().class("more").child(" · ").child(link(statement.source, "in the text")).child(" · ").child(pin),
        ));
    div()
        .class(with_distance("cell", statement.hands))
        .child(with_language(p().class(class), statement.language).child(words))
        .child(details)
}

/// A button that shows statements in its place, once their texts are loaded.
fn on_demand(state: AppState, others: Others) -> Element {
    let shown = RwSignal::new(false);
    let number = others.ids.len();
    div().class("region").reactive_content(move || {
        if shown.get() {
            let waiting = waiting(state.chunks, others.pending(state.data));
            return waiting.unwrap_or_else(|| fragment(others.statements(state.data).map(|one| statement(state, one))));
        }
        plain_button(format!("{number} more"), move |_| shown.set(true)).into_any()
    })
}

fn join(join: Join, width: usize) -> Element {
    let blank = |columns: usize| (columns > 0).then(|| spanning("blank", columns));
    let words = relation(join.kind, join.label, join.reason)
        .child(" ")
        .child(link(join.side_by_side, "Both passages").class("compare-link"));
    tr().class("relation-row")
        .child(blank(join.column))
        .child(spanning("", join.span).child(words))
        .child(blank(width - join.column - join.span))
}
