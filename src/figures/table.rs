//! The table of a figure.

use dom::html::{a, caption, div, span, table as html_table, tbody, td, th, thead, tr};
use dom::{Element, IntoChild};
use query::figures::table::{Table, TableCell};

use crate::components::refs::visually_hidden;

/// Draws a table. Where it is wider than the page it scrolls, also by the keyboard.
pub fn table(model: &Table, title: &'static str) -> Element {
    let head = |cell: &TableCell| th().attr("scope", "col").child(words(cell));
    let row = |(head, cells): &(TableCell, Vec<TableCell>)| {
        tr().child(th().attr("scope", "row").child(words(head)))
            .children(cells.iter().map(|cell| td().child(words(cell))))
    };
    let heads = tr().child(th().attr("scope", "col").child(model.corner)).children(model.heads.iter().map(head));
    div().class("figure-table").attr("role", "region").attr("aria-label", title).attr("tabindex", "0").child(
        html_table()
            .child(caption().child(visually_hidden(title)))
            .child(thead().child(heads))
            .child(tbody().children(model.rows.iter().map(row))),
    )
}

fn words(cell: &TableCell) -> Element {
    match &cell.href {
        Some(href) => a().attr("href", href.clone()).child(cell.words.clone().into_child()),
        None => span().child(cell.words.clone().into_child()),
    }
}
