//! A table of which the first rows are drawn, and further ones on demand: what is drawn stays as it is.

use std::cell::RefCell;
use std::sync::Arc;

use dom::html::{div, p, span};
use dom::{AnyView, Element, Signal, fragment};
use leptos::prelude::request_animation_frame;
use query::compare::{ColumnHead, TableRows};
use query::link;
use query::pending::Pending;
use query::words::{count, grouped};
use wasm_bindgen::JsCast;

use super::row::{body, comparison, heads, row_id};
use crate::app_state::AppState;
use crate::browser::element;
use crate::chunks::ChunkState;
use crate::components::chunk_status::reason;
use crate::components::elements::plain_button;
use crate::navigation::focus::focus_on;

/// How much of a comparison is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    state: AppState,
    /// The number of rows.
    pub rows: Signal<usize>,
    /// The number of rows in the fold, once it is open.
    pub folded: Signal<usize>,
    /// Whether the fold is open.
    pub is_open: Signal<bool>,
}

/// What was shown of a comparison when the reader last asked for more.
struct LastShown {
    link: String,
    rows: usize,
    folded: usize,
    is_open: bool,
}

thread_local! {
    /// Shown again when the reader comes back, who was further down than the first rows.
    static LAST_SHOWN: RefCell<Option<LastShown>> = const { RefCell::new(None) };
}

impl Shown {
    /// The first rows, or those that were shown when the reader left. Whether the fold is open lasts while columns are
    /// added and removed.
    pub fn new(state: AppState, rows: &TableRows, folded: &TableRows) -> Shown {
        let link = link_of_view(state);
        let (before, is_open) = LAST_SHOWN.with_borrow(|last| match last {
            Some(last) if last.link == link => ([last.rows, last.folded], last.is_open),
            Some(last) => ([0; 2], last.is_open),
            None => ([0; 2], false),
        });
        let number = |rows: &TableRows, before: usize| {
            let is_loaded = before <= rows.len() && rows.pending(state.data, 0..before).is_none();
            Signal::new(rows.first().max(if is_loaded { before } else { 0 }))
        };
        let (rows, folded) = (number(rows, before[0]), number(folded, before[1]));
        Shown { state, rows, folded, is_open: Signal::new(is_open) }
    }

    /// Opens or closes the fold.
    pub fn open(self, is_open: bool) {
        if self.is_open.get_untracked() != is_open {
            self.is_open.set(is_open);
            self.remember();
        }
    }

    fn remember(self) {
        let (rows, folded) = (self.rows.get_untracked(), self.folded.get_untracked());
        let last = LastShown { link: link_of_view(self.state), rows, folded, is_open: self.is_open.get_untracked() };
        LAST_SHOWN.set(Some(last));
    }
}

fn link_of_view(state: AppState) -> String {
    state.view().with_untracked(|view| link::write(state.data, view))
}

/// The table. A copy is the same table.
#[derive(Clone)]
pub struct GrowingTable {
    columns: Arc<Vec<ColumnHead>>,
    rows: Arc<TableRows>,
    shown: Shown,
    /// The number of rows that are shown.
    number: Signal<usize>,
    /// How far the texts of further rows are, while they are not shown.
    status: Signal<Option<ChunkState>>,
}

impl GrowingTable {
    /// The table of some rows, of which `number` are shown.
    pub fn new(columns: &Arc<Vec<ColumnHead>>, rows: TableRows, shown: Shown, number: Signal<usize>) -> GrowingTable {
        GrowingTable { columns: Arc::clone(columns), rows: Arc::new(rows), shown, number, status: Signal::new(None) }
    }

    /// The number of rows, shown or not.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The index of the row of a topic.
    pub fn position(&self, slug: &str) -> Option<usize> {
        self.rows.position(self.shown.state.data, slug)
    }

    /// The chunks that have to be loaded before the rows can be drawn that are to be shown.
    pub fn pending(&self) -> Option<Pending> {
        self.rows.pending(self.shown.state.data, 0..self.number.get_untracked())
    }

    /// Draws the rows that are shown, and what shows more.
    pub fn draw(&self) -> AnyView {
        let width = self.columns.len();
        if self.rows.first() == self.len() {
            let rows = self.rows.build(self.shown.state.data, 0..self.len());
            let rows = rows.map(|row| body(self.shown.state, row, width, false));
            return comparison().child(heads(self.columns.to_vec())).children(rows).into_any();
        }
        let (table, number) = (self.clone(), self.number);
        // The heads, then the rows.
        let number = move || 1 + number.get();
        let draw = move |index: usize| match index.checked_sub(1) {
            None => heads(table.columns.to_vec()),
            Some(index) => body(table.shown.state, table.rows.row(table.shown.state.data, index), width, false),
        };
        let table = self.clone();
        fragment([
            numbered(comparison(), Box::new(number), Box::new(draw)).into_any(),
            div().class("more-rows").reactive_content(move || table.more()).into_any(),
        ])
    }

    /// What shows more rows, and how that goes.
    fn more(&self) -> AnyView {
        let (shown, all) = (self.number.get(), self.len());
        let next = self.rows.next(shown);
        let table = self.clone();
        let show = move |_| {
            let first = row_id(table.rows.slug(table.shown.state.data, shown));
            table.show(next, Box::new(move || focus_on_topic(&first)));
        };
        let topics = count(all, "topic");
        let button =
            (next > shown).then(|| plain_button(format!("Show {} more of {topics}", grouped(next - shown)), show));
        let status = match self.status.get() {
            None => span().class("visually-hidden").child(format!("{} of {topics} are shown.", grouped(shown))),
            Some(ChunkState::Pending) => span().child("One moment, this is loading."),
            Some(failed) => span().child(reason(failed)),
        };
        p().class("more").child(button).child(" ").child(status.attr("role", "status")).into_any()
    }

    /// Shows as many rows, once their texts are loaded, and then calls back.
    pub fn show(&self, number: usize, then: Box<dyn FnOnce() + Send + Sync>) {
        let (shown, signal, status) = (self.shown, self.number, self.status);
        let pending = self.rows.pending(shown.state.data, 0..number);
        status.set(pending.is_some().then_some(ChunkState::Pending));
        let loaded = move |texts| {
            // The reader may have gone elsewhere.
            if signal.is_disposed() {
                return;
            }
            status.set(Some(texts).filter(|texts| *texts != ChunkState::Loaded));
            if texts == ChunkState::Loaded {
                signal.set(number.max(signal.get_untracked()));
                shown.remember();
                request_animation_frame(then);
            }
        };
        shown.state.chunks.when_loaded(pending, Box::new(loaded));
    }
}

/// Makes so many elements all the content of another one, each drawn once.
pub fn numbered(
    list: Element,
    number: Box<dyn Fn() -> usize + Send>,
    draw: Box<dyn Fn(usize) -> Element + Send + Sync>,
) -> Element {
    list.each(
        move || (0..number() as u32).collect(),
        |&index| index,
        move |&index: &u32| draw(index as usize).into_any(),
    )
}

/// Puts the focus on the topic of a row, so that a reader goes on from there.
pub fn focus_on_topic(row: &str) {
    let topic = element(row).and_then(|row| row.query_selector("th a").ok().flatten());
    if let Some(topic) = topic.and_then(|topic| topic.dyn_into().ok()) {
        focus_on(&topic);
    }
}
