//! Draws what is to be printed, and has the browser print it. A long print is drawn once the reader has confirmed it.

use std::sync::Arc;

use dom::{AnyView, Mount, mount};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use query::pending::Pending;

use query::print::{PRINTED_UNASKED, extent};

use super::browser;
use super::document::{Scope, document as printed_document, pending, pending_extent, unasked};
use crate::app_state::AppState;
use crate::browser::in_next_frame;
use crate::chunks::ChunkState;
use crate::components::chunk_status::reason;
use crate::figures::part;

/// How long a browser may take to start printing, in milliseconds.
const PATIENCE: u32 = 1500;

/// The one document that may be mounted for print, and how printing went.
#[derive(Clone, Copy)]
pub struct Printer {
    /// Removed from the page when it is dropped.
    mounted: StoredValue<Option<Mount>, LocalStorage>,
    /// Whether the browser has started to print since it was last asked to.
    started: StoredValue<bool>,
    /// Whether the style sheet names the briefing at the head of each printed page.
    has_running_head: StoredValue<bool>,
    status: RwSignal<Option<Status>>,
}

/// What the reader is told about a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Texts, the part of the program with the figures, or what tells how much there is to print, are being loaded.
    Loads,
    /// So many statements would be printed: whether they are to be.
    Asks(Scope, usize),
    /// So many statements are being drawn.
    Draws(usize),
    /// Why the browser did not print, and what the reader can do.
    Failed(&'static str),
}

impl Printer {
    /// With nothing mounted.
    pub fn new() -> Printer {
        Printer {
            mounted: StoredValue::new_local(None),
            started: StoredValue::new(false),
            has_running_head: StoredValue::new(false),
            status: RwSignal::new(None),
        }
    }

    /// What the reader is told. Tracked.
    pub fn status(self) -> Option<Status> {
        self.status.get()
    }

    /// Draws and prints, or asks first where there is much to print.
    pub fn print(self, state: AppState, scope: Scope) {
        self.clear();
        self.load(state, scope, pending_extent, Printer::ask_or_print);
    }

    fn ask_or_print(self, state: AppState, scope: Scope) {
        let number = match scope {
            Scope::View => state.view().with_untracked(|view| extent(state.data, Some(view))),
            Scope::Whole => extent(state.data, None),
        };
        if number > PRINTED_UNASKED {
            self.status.set(Some(Status::Asks(scope, number)));
        } else {
            self.draw_and_print(state, scope);
        }
    }

    /// Draws and prints what the reader was asked about, after a frame that says so.
    pub fn print_all(self, state: AppState, scope: Scope, number: usize) {
        self.status.set(Some(Status::Draws(number)));
        in_next_frame(move || {
            // A timer, because the frame is painted after its callbacks.
            let draw = move || {
                // The reader may have gone elsewhere, which clears it.
                if self.status.get_untracked() == Some(Status::Draws(number)) {
                    self.draw_and_print(state, scope);
                }
            };
            Timeout::new(0, draw).forget();
        });
    }

    /// Draws and prints. Where the browser does not print, says so and leaves the document for the browser's own menu.
    fn draw_and_print(self, state: AppState, scope: Scope) {
        self.clear();
        let load = move || self.load(state, scope, pending, Printer::print_loaded);
        if scope == Scope::Whole || !state.view().with_untracked(part::is_needed) {
            return load();
        }
        self.status.set(Some(Status::Loads));
        let loaded = move || {
            // The reader may have gone elsewhere, which clears it.
            if self.status.get_untracked() == Some(Status::Loads) {
                load();
            }
        };
        part::load_for_print(state, Box::new(loaded));
    }

    /// Loads what is pending, and goes on unless the reader has gone elsewhere, which clears the status.
    fn load(
        self,
        state: AppState,
        scope: Scope,
        pending: fn(AppState, Scope) -> Option<Pending>,
        then: fn(Printer, AppState, Scope),
    ) {
        if pending(state, scope).is_none() {
            return then(self, state, scope);
        }
        self.status.set(Some(Status::Loads));
        let then = move |loaded| match loaded {
            _ if self.status.get_untracked() != Some(Status::Loads) => {}
            ChunkState::Loaded => then(self, state, scope),
            failed => self.status.set(Some(Status::Failed(reason(failed)))),
        };
        state.chunks.until_loaded(Arc::new(move || pending(state, scope)), Box::new(then));
    }

    fn print_loaded(self, state: AppState, scope: Scope) {
        self.clear();
        self.started.set_value(false);
        self.mount(state, move || printed_document(state, scope));
        if !browser::print() {
            return self.report(scope);
        }
        // Some browsers print later; a frame that may not print does nothing at all.
        Timeout::new(PATIENCE, move || {
            if !self.started.get_value() {
                self.report(scope);
            }
        })
        .forget();
    }

    /// Draws the view, unless a control has drawn something already.
    pub fn before_print(self, state: AppState) {
        self.started.set_value(true);
        if self.mounted.with_value(Option::is_none) {
            self.mount(state, move || unasked(state));
        }
    }

    /// Removes the document.
    pub fn clear(self) {
        self.mounted.set_value(None);
        self.status.set(None);
    }

    fn mount(self, state: AppState, draw: impl FnOnce() -> AnyView + 'static) {
        let Some(body) = document().body() else { return };
        self.has_running_head.update_value(|has| *has = *has || browser::add_running_head(state.data));
        let mounted = mount(&body, draw);
        self.mounted.set_value(Some(mounted));
    }

    fn report(self, scope: Scope) {
        self.status.set(Some(Status::Failed(match scope {
            Scope::View => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints this view."
            }
            Scope::Whole => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints the whole briefing now."
            }
        })));
    }
}
