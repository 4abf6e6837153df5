//! Detection of changes to the page by other software: translators, and extensions that mark, insert or remove nodes.
//!
//! A translator replaces text nodes; text written into the old ones would not be seen. So before a region is drawn
//! again it asks here whether the page is still as the program left it. A mutation observer reports every change, and
//! the program's own are told apart by time: the program changes the page only in tasks of its executor; each task
//! begins by reading what has been recorded until then, which others did, and ends by discarding what it has recorded
//! itself.

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

/// Whether other software has changed the page since the program started.
pub fn changed() -> bool {
    CHANGED.get()
}

/// Whether other software has removed nodes or moved elements since this was last asked.
pub fn take_displaced() -> bool {
    DISPLACED.take()
}

/// Installs the executor that tells the program's changes from those of others. To be called before anything is drawn.
pub fn init_executor() {
    let _ = Executor::init_custom_executor(ObservedExecutor);
}

/// Observes an element and all its descendants. To be called after it has been drawn.
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

/// Notes changes that other software has made.
fn record(records: &js_sys::Array) {
    if records.length() == 0 {
        return;
    }
    CHANGED.set(true);
    // Replacing a text adds as many nodes as it removes.
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

/// The changes since the observer last reported or was asked.
fn take_records() -> Option<js_sys::Array> {
    OBSERVER.with(|it| it.get().map(MutationObserver::take_records))
}

/// The browser's own task queue, with each task wrapped as an [`ObservedTask`].
struct ObservedExecutor;

impl CustomExecutor for ObservedExecutor {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(ObservedTask(task));
    }

    fn poll_local(&self) {}
}

/// A task whose changes of the page count as the program's own.
struct ObservedTask(PinnedLocalFuture<()>);

impl Future for ObservedTask {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if let Some(records) = take_records() {
            record(&records);
        }
        let outcome = self.0.as_mut().poll(context);
        take_records();
        outcome
    }
}
