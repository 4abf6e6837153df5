//! The list of the topics of a comparison, which leads to their rows.

use dom::html::{self, li, small, span, ul};
use dom::{Element, IntoChild};
use query::compare::ContentsEntry;
use query::language::Phrase;
use query::words::grouped;
use wasm_bindgen::JsCast;

use crate::browser::element;
use crate::components::elements::plain_button;
use crate::components::refs::visually_hidden;
use crate::navigation::focus::focus_on;

/// The id of the row of a topic.
pub fn row_id(slug: &str) -> String {
    format!("row-{slug}")
}

/// The topics, each with the number of its statements.
pub fn list(entries: Vec<ContentsEntry>) -> Element {
    html::nav()
        .class("topic-list")
        .attr("aria-label", "Topics of this comparison")
        .child(ul().children(entries.into_iter().map(entry)))
}

fn entry(entry: ContentsEntry) -> Element {
    let ContentsEntry { slug, topic, count, contradictions, only } = entry;
    let id = row_id(slug);
    let only = only.map(|column| small().child(Phrase::new("only ").phrase(column)));
    let noun = if count == 1 { " statement" } else { " statements" };
    let count = span().class("count").child(grouped(count)).child(visually_hidden(noun));
    li().child(plain_button(topic, move |_| jump(&id)))
        .child("\u{a0}")
        .child(count)
        .child(contradictions.map(|words| small().class("against").child(words)))
        .child(only.into_child())
}

/// Scrolls to a row and puts the focus on its topic, so that a reader goes on from there. A folded row is shown.
fn jump(id: &str) {
    let Some(row) = element(id) else { return };
    if let Ok(Some(fold)) = row.closest("details") {
        // To set an attribute of an element of the page does not fail.
        let _ = fold.set_attribute("open", "");
    }
    row.scroll_into_view();
    let topic = row.query_selector("th a").ok().flatten();
    if let Some(topic) = topic.and_then(|topic| topic.dyn_into().ok()) {
        focus_on(&topic);
    }
}
