//! Actors in columns, their statements in rows by topic.

use leptos::prelude::*;
use query::compare::{Cell, CellStatement, ColumnHead, Join, Row, TablePage};
use query::print::compared_statements;

use super::chips::{option, removable};
use crate::app_state::AppState;
use crate::components::copy::copy_link;
use crate::components::masthead::head;
use crate::components::print_entry::entries;
use crate::components::refs::{dot, marked_text, names, reference, relation, with_language};
use crate::html::{Child, El, classed, el, link, row};

/// The choice of actors, then the table.
pub fn draw(state: AppState, model: TablePage) -> AnyView {
    let TablePage { title, summary, columns, add, all_topics, rows, share } = model;
    let chosen_actor = |column: &ColumnHead| removable(&column.actor, column.remove.clone());
    let add = (!add.is_empty()).then(|| {
        classed("details", "add")
            .child(classed("summary", "chip").child("Add an actor"))
            .child(classed("ul", "chips").children(add.iter().map(option)))
    });
    let chosen = classed("div", "chosen")
        .child(classed("span", "kicker").child("Compare"))
        .children(columns.iter().map(chosen_actor))
        .child(add)
        .child(all_topics.map(|href| link(href, "All topics").attr("class", "chip")))
        .child(copy_link(state, "Copy link to this comparison", move || share.clone()));
    row([head(title, summary), chosen, grid(columns, rows)])
}

/// The table, then the statements in it.
pub fn print(state: AppState, model: TablePage) -> AnyView {
    let statements = compared_statements(&model);
    let TablePage { summary, columns, rows, .. } = model;
    row([
        classed("p", "summary").child(summary).view(),
        grid(columns, rows).view(),
        el("h2").child("The statements compared, in the order of the text").view(),
        entries(state, statements),
    ])
}

/// The table.
fn grid(columns: Vec<ColumnHead>, rows: Vec<Row>) -> El {
    let width = columns.len();
    let column = |column: ColumnHead| {
        el("th")
            .attr("scope", "col")
            .child(dot(column.actor.hue))
            .child(" ")
            .child(reference(column.actor))
            .child(el("small").child(column.summary))
    };
    classed("table", "cmp")
        .child(el("thead").child(el("tr").child(el("td")).children(columns.into_iter().map(column))))
        .children(rows.into_iter().map(|row| body(row, width)))
}

fn body(entry: Row, width: usize) -> El {
    let Row { topic, lines, joins, shared_subjects } = entry;
    let height = lines.len() + joins.len() + usize::from(!shared_subjects.is_empty());
    let mut header = Some(
        el("th")
            .attr("scope", "rowgroup")
            .attr("rowspan", height.to_string())
            .child(reference(topic).attr("title", "Only this topic")),
    );
    let mut drawn = Vec::new();
    for line in lines {
        drawn.push(classed("tr", "line").child(header.take()).children(line.into_iter().map(cell)));
    }
    drawn.extend(joins.into_iter().map(|entry| join(entry, width)));
    if !shared_subjects.is_empty() {
        let words = classed("p", "touched")
            .child("Statements of more than one speak of ")
            .child(names(shared_subjects, None))
            .child(".");
        drawn.push(classed("tr", "join").child(spanning("", width).child(words)));
    }
    el("tbody").children(drawn)
}

fn spanning(class: &'static str, columns: usize) -> El {
    classed("td", class).attr("colspan", columns.to_string())
}

fn cell(cell: Cell) -> El {
    let class = match (cell.silent, cell.statements.is_empty()) {
        (true, _) => "silent",
        (false, true) => "elsewhere",
        (false, false) => "speaks",
    };
    let statement = |statement: CellStatement| {
        let class = if statement.quoted { "words quoted" } else { "words" };
        let words = link(statement.href, marked_text(statement.pieces)).attr("class", "said");
        let details = el("small").child(el("span").child(statement.chain)).child(
            el("span")
                .child(statement.form)
                .child(classed("span", "more").child(" · ").child(link(statement.source, "in the text"))),
        );
        classed("div", "cell").child(with_language(classed("p", class), statement.language).child(words)).child(details)
    };
    spanning(class, cell.span)
        .attr("data-who", cell.who)
        .child(cell.silent.then_some("silent"))
        .children(cell.statements.into_iter().map(statement))
}

fn join(join: Join, width: usize) -> El {
    let blank = |columns: usize| (columns > 0).then(|| spanning("blank", columns));
    let words = relation(join.kind, join.label, join.reason)
        .child(" ")
        .child(link(join.side_by_side, "Both passages").attr("class", "both"));
    classed("tr", "join")
        .child(blank(join.column))
        .child(spanning("", join.span).child(words))
        .child(blank(width - join.column - join.span))
}
