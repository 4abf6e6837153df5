//! The list of the topics of a comparison, which leads to their rows.

use dom::html::{self, div, li, p, small, span, ul};
use dom::{Element, IntoChild, Signal};
use leptos::prelude::request_animation_frame;
use query::compare::ContentsEntry;
use query::language::Phrase;
use query::words::grouped;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::growing_table::{GrowingTable, Shown, focus_on_topic, numbered};
use super::row::row_id;
use crate::browser::element;
use crate::components::elements::plain_button;
use crate::components::refs::visually_hidden;

/// The number of topics that are listed at first where there are more.
const FIRST: usize = 40;

/// The id of a list of which only the first are listed.
const LIST_ID: &str = "compared-topics";

/// What has the rows that the list leads to.
#[derive(Clone)]
pub struct Tables {
    /// The table.
    pub table: GrowingTable,
    /// That in the fold.
    pub folded: GrowingTable,
    /// How much of both is shown.
    pub shown: Shown,
}

/// The topics, each with the number of its statements; of many, the first, and all on demand.
pub fn list(entries: Vec<ContentsEntry>, tables: Tables) -> Element {
    let nav = html::nav().class("topic-list").attr("aria-label", "Topics of this comparison");
    let number = entries.len();
    if number <= FIRST {
        return nav.child(ul().children(entries.into_iter().map(|one| entry(one, &tables))));
    }
    let is_whole = Signal::new(false);
    let listed = move || if is_whole.get() { number } else { FIRST };
    let draw = move |index: usize| entry(entries[index].clone(), &tables);
    let show = move |_| {
        is_whole.set(true);
        request_animation_frame(focus_on_new);
    };
    let button = move || {
        let words = format!("List all {} topics", grouped(number));
        (!is_whole.get()).then(|| p().class("more").child(plain_button(words, show)))
    };
    nav.child(numbered(ul().id(LIST_ID), Box::new(listed), Box::new(draw)))
        .child(div().class("region").reactive_content(button))
}

/// Puts the focus on the first topic that was not listed before, wherever it is now.
fn focus_on_new() {
    let new = format!("li:nth-child({}) button", FIRST + 1);
    let new = element(LIST_ID).and_then(|list| list.query_selector(&new).ok().flatten());
    if let Some(new) = new.and_then(|new| new.dyn_into::<HtmlElement>().ok()) {
        let _ = new.focus();
    }
}

fn entry(entry: ContentsEntry, tables: &Tables) -> Element {
    let ContentsEntry { slug, topic, count, contradictions, only } = entry;
    let tables = tables.clone();
    let only = only.map(|column| small().child(Phrase::new("only ").phrase(column)));
    let noun = if count == 1 { " statement" } else { " statements" };
    let count = span().class("count").child(grouped(count)).child(visually_hidden(noun));
    li().child(plain_button(topic, move |_| tables.go_to(slug)))
        .child("\u{a0}")
        .child(count)
        .child(contradictions.map(|words| small().class("against").child(words)))
        .child(only.into_child())
}

impl Tables {
    /// Goes to the row of a topic, which is drawn before where it is not shown yet, with all before it.
    fn go_to(&self, slug: &'static str) {
        let jump = move || jump(&row_id(slug));
        if element(&row_id(slug)).is_some() {
            jump();
        } else if let Some(index) = self.table.position(slug) {
            self.table.show(index + 1, Box::new(jump));
        } else if let Some(index) = self.folded.position(slug) {
            self.shown.open(true);
            self.folded.show(index + 1, Box::new(jump));
        }
    }
}

/// Scrolls to a row and puts the focus on its topic.
fn jump(id: &str) {
    if let Some(row) = element(id) {
        row.scroll_into_view();
        focus_on_topic(id);
    }
}
