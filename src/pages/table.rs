//! Actors side by side, by topic.

use dom::html::{self, b, div, p, small, span, tbody, td, th, thead, tr, ul};
use dom::{Element, fragment};
use leptos::prelude::*;
use query::compare::{Cell, CellStatement, ColumnHead, Join, Row, TablePage};

use crate::desk::Desk;
use crate::pages::compare::{option, removable};
use crate::parts::copy::copy_link;
use crate::parts::elements::link;
use crate::parts::masthead::head;
use crate::parts::refs::{dot, marked, names, reference, relation, with_language};

/// The table.
pub fn table(desk: Desk, model: TablePage) -> AnyView {
    let TablePage { title, summary, columns, add, all_topics, rows, share } = model;
    let taken = |column: &ColumnHead| removable(&column.actor, column.remove.clone());
    let add = (!add.is_empty()).then(|| {
        html::details()
            .class("add")
            .child(html::summary().class("chip").child("Add an actor"))
            .child(ul().class("chips").children(add.iter().map(option)))
    });
    let chosen = div()
        .class("chosen")
        .child(span().class("kicker").child("Compare"))
        .children(columns.iter().map(taken))
        .child(add)
        .child(all_topics.map(|href| link(href, "All topics").class("chip")))
        .child(copy_link(desk, "Copy link to this comparison", move || share.clone()));
    fragment([head(title, summary), chosen, grid(columns, rows)])
}

/// The columns with their heads, topic by topic.
pub fn grid(columns: Vec<ColumnHead>, rows: Vec<Row>) -> Element {
    let width = columns.len();
    let column = |column: ColumnHead| {
        th().attr("scope", "col")
            .child(dot(column.actor.hue))
            .child(" ")
            .child(reference(column.actor))
            .child(small().child(column.summary))
    };
    html::table()
        .class("cmp")
        .child(thead().child(tr().child(td()).children(columns.into_iter().map(column))))
        .children(rows.into_iter().map(|row| body(row, width)))
}

fn body(entry: Row, width: usize) -> Element {
    let Row { topic, lines, joins, touched } = entry;
    let height = lines.len() + joins.len() + usize::from(!touched.is_empty());
    let mut header = Some(
        th().attr("scope", "rowgroup")
            .attr("rowspan", height.to_string())
            .child(reference(topic).attr("title", "Only this topic")),
    );
    let mut drawn = Vec::new();
    for line in lines {
        drawn.push(tr().class("line").child(header.take()).children(line.into_iter().map(cell)));
    }
    drawn.extend(joins.into_iter().map(|entry| join(entry, width)));
    if !touched.is_empty() {
        let words =
            p().class("touched").child("Statements of more than one speak of ").child(names(touched, None)).child(".");
        drawn.push(tr().class("join").child(spanning("", width).child(words)));
    }
    tbody().children(drawn)
}

fn spanning(class: &'static str, columns: usize) -> Element {
    td().class(class).attr("colspan", columns.to_string())
}

fn cell(cell: Cell) -> Element {
    let class = match (cell.silent, cell.statements.is_empty()) {
        (true, _) => "silent",
        (false, true) => "elsewhere",
        (false, false) => "speaks",
    };
    let said = |statement: CellStatement| {
        let class = if statement.quoted { "words quoted" } else { "words" };
        let words = link(statement.href, marked(statement.pieces)).class("said");
        let details = small().child(span().child(statement.chain)).child(
            span()
                .child(statement.form)
                .child(span().class("more").child(" · ").child(link(statement.source, "in the text"))),
        );
        div().class("cell").child(with_language(p().class(class), statement.language).child(words)).child(details)
    };
    spanning(class, cell.span)
        .attr("data-who", cell.who)
        .child(cell.silent.then_some("silent"))
        .children(cell.statements.into_iter().map(said))
}

fn join(join: Join, width: usize) -> Element {
    let blank = |columns: usize| (columns > 0).then(|| spanning("blank", columns));
    let words = p()
        .class(relation(join.kind))
        .child(b().child(join.label))
        .child(": ")
        .child(join.reason)
        .child(" ")
        .child(link(join.both, "Both passages").class("both"));
    tr().class("join")
        .child(blank(join.column))
        .child(spanning("", join.span).child(words))
        .child(blank(width - join.column - join.span))
}
