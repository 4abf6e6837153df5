//! The table of a figure.

use dom::html::{caption, div, span, table as html_table, tbody, td, th, thead, tr};
use dom::{AnyView, Element, IntoChild, fragment};
use query::figures::table::{Table, TableCell, TablePart};

use crate::components::elements::link;
use crate::components::refs::visually_hidden;

/// Draws a table. Where it is wider than the page it scrolls, also by the keyboard.
pub fn table(model: &Table, title: &'static str) -> Element {
    let head = |cell: &TableCell| th().attr("scope", "col").child(words(cell));
    let row = |(head, cells): &(TableCell, Vec<TableCell>)| {
        tr().child(th().attr("scope", "row").child(words(head)))
            .children(cells.iter().map(|cell| td().child(words(cell))))
    };
    let heads = tr().child(th().attr("scope", "col").child(model.corner)).children(model.heads.iter().map(head));
    div()
        .class("figure-table")
        .attr("role", "region")
        .attr("aria-label", format!("{title}, as a table"))
        .attr("tabindex", "0")
        .child(
            html_table()
                .child(caption().child(visually_hidden(title)))
                .child(thead().child(heads))
                .child(tbody().children(model.rows.iter().map(row))),
        )
}

/// The parts of a cell, with commas.
fn words(cell: &TableCell) -> AnyView {
    let mut drawn = Vec::new();
    for TablePart { words, href } in &cell.parts {
        if !drawn.is_empty() {
            drawn.push(", ".into_child());
        }
        drawn.push(match href {
            Some(href) => link(href.clone(), words.clone()).into_any(),
            None => span().child(words.clone()).into_any(),
        });
    }
    fragment(drawn)
}
