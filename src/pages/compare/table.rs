//! What is compared in columns, the statements in rows by topic.

use std::sync::Arc;

use dom::html::{self, div, h2, p, span};
use dom::{AnyView, Element, IntoChild, fragment};
use query::compare::TablePage;
use query::print::compared_statements;
use wasm_bindgen::JsCast;

use super::choices::{adding, chosen, kinds, narrowing};
use super::contents::{Tables, list};
use super::files::files;
use super::growing_table::{GrowingTable, Shown};
use super::row::{body, comparison, heads};
use crate::app_state::AppState;
use crate::components::action_buttons::copy_view;
use crate::components::chunk_status::waiting;
use crate::components::elements::link;
use crate::components::masthead::head;
use crate::components::print_entry::entries;

/// The choices, then the table.
pub fn draw(state: AppState, model: TablePage) -> AnyView {
    let TablePage { title, summary, columns, mut choices, all_topics, contents, rows, folded } = model;
    let kinds = kinds(std::mem::take(&mut choices.kinds));
    let chosen = div()
        .class("chosen")
        .child(span().class("kicker").child("Compare"))
        .child(chosen(&choices))
        .child(adding(state, &mut choices))
        .child(narrowing(&mut choices))
        .child(all_topics.map(|href| link(href, "All topics").class("chip")))
        .child(copy_view(state, "Copy link to this comparison"));
    let shown = Shown::new(state, &rows, &folded);
    let columns = Arc::new(columns);
    let table = GrowingTable::new(&columns, rows, shown, shown.rows);
    let folded = GrowingTable::new(&columns, folded, shown, shown.folded);
    let list =
        (!contents.is_empty()).then(|| list(contents, Tables { table: table.clone(), folded: folded.clone(), shown }));
    fragment([
        head(title, summary).into_any(),
        kinds.into_child(),
        chosen.into_any(),
        list.into_child(),
        table.draw(),
        (folded.len() > 0).then(|| fold(state, folded, shown)).into_child(),
        files(state).into_any(),
    ])
}

/// The topics that only one of the columns touches, in a table of their own that is drawn once the reader opens it.
fn fold(state: AppState, table: GrowingTable, shown: Shown) -> Element {
    let heading = format!("{} that only one of them touches", query::words::count(table.len(), "topic"));
    let toggled = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|details| details.dyn_into::<web_sys::Element>().ok());
        shown.open(details.is_some_and(|details| details.has_attribute("open")));
    };
    let content =
        move || shown.is_open.get().then(|| waiting(state.chunks, table.pending()).unwrap_or_else(|| table.draw()));
    html::details()
        .class("alone")
        .attr("open", move || shown.is_open.get().then_some(""))
        .on(leptos::ev::toggle, toggled)
        .child(html::summary().child(heading))
        .child(div().class("region").reactive_content(content))
}

/// The table, then the statements in it.
pub fn print(state: AppState, model: &TablePage) -> AnyView {
    let rows = model.all_rows(state.data).map(|row| body(state, row, model.columns.len(), true));
    fragment([
        p().class("summary").child(model.summary.clone()).into_any(),
        comparison().child(heads(model.columns.clone())).children(rows).into_any(),
        h2().child("The statements compared, in the order of the text").into_any(),
        entries(state, compared_statements(model)),
    ])
}
