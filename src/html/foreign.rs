//! Detects changes of the page that are not the program's: translators, extensions that mark, insert or remove nodes.
//!
//! A translator replaces text nodes; what the program would write into the old ones nobody would see. So whoever draws
//! again asks here whether the page is still as the program left it. A mutation observer tells: the program changes
//! the page only in tasks of its executor, and each of those begins by reading what others have changed since, and ends by
//! discarding what it has changed itself.

use std::cell::{Cell, OnceCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

thread_local! {
    static OBSERVER: OnceCell<MutationObserver> = const { OnceCell::new() };
    static CHANGED: Cell<bool> = const { Cell::new(false) };
    static DISPLACED: Cell<bool> = const { Cell::new(false) };
}

/// Whether anybody else has changed the page since the program started.
pub fn changed() -> bool {
    CHANGED.get()
}

/// Whether anybody else has removed nodes, or moved elements, since this was last asked.
pub fn take_displaced() -> bool {
    DISPLACED.take()
}

/// Has the program's tasks tell its own changes from those of others. Before anything is drawn.
pub fn init_executor() {
    let _ = Executor::init_custom_executor(Observed);
}

/// Observes an element, with all that is in it. After it has been drawn.
pub fn observe(root: &Element) {
    let report = Closure::<dyn Fn(js_sys::Array)>::new(|records: js_sys::Array| record(&records));
    let Ok(observer) = MutationObserver::new(report.as_ref().unchecked_ref()) else { return };
    report.forget();
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    if observer.observe_with_options(root, &options).is_ok() {
        let _ = OBSERVER.with(|it| it.set(observer));
    }
}

/// Notes changes that others have made.
fn record(records: &js_sys::Array) {
    if records.length() == 0 {
        return;
    }
    CHANGED.set(true);
    // Who replaces a text puts as much in as they take out.
    let mut missing = false;
    let mut balance = 0;
    for record in records.iter() {
        let record = record.unchecked_into::<MutationRecord>();
        let removed = record.removed_nodes();
        balance += i64::from(removed.length()) - i64::from(record.added_nodes().length());
        missing |= (0..removed.length())
            .any(|index| removed.get(index).is_some_and(|node| node.node_type() == Node::ELEMENT_NODE));
    }
    if missing || balance > 0 {
        DISPLACED.set(true);
    }
}

/// What has changed since the observer was last asked.
fn pending() -> Option<js_sys::Array> {
    OBSERVER.with(|it| it.get().map(MutationObserver::take_records))
}

/// The browser's own queue of tasks, observed.
struct Observed;

impl CustomExecutor for Observed {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(Task(task));
    }

    fn poll_local(&self) {}
}

/// A task, the changes of which count as the program's own.
struct Task(PinnedLocalFuture<()>);

impl Future for Task {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if let Some(records) = pending() {
            record(&records);
        }
        let outcome = self.0.as_mut().poll(context);
        pending();
        outcome
    }
}
