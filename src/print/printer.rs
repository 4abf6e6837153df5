//! Draws what is to be printed, and has the browser print it.

use std::rc::Rc;

use dom::{Mount, mount};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::browser;
use super::document::{Scope, document as printed_document, pending};
use crate::app_state::AppState;
use crate::chunks::ChunkState;
use crate::components::chunk_status::reason;

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
    trouble: RwSignal<Option<&'static str>>,
}

impl Printer {
    /// With nothing mounted.
    pub fn new() -> Printer {
        Printer {
            mounted: StoredValue::new_local(None),
            started: StoredValue::new(false),
            has_running_head: StoredValue::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Why the browser did not print, and what the reader can do. Tracked.
    pub fn trouble(self) -> Option<&'static str> {
        self.trouble.get()
    }

    /// Draws and prints. Where the browser does not print, says so and leaves the document for the browser's own menu.
    pub fn print(self, state: AppState, scope: Scope) {
        self.clear();
        if pending(state, scope).is_some() {
            self.trouble.set(Some("One moment, the texts are loading."));
            let then = move |texts| match texts {
                ChunkState::Loaded => self.print(state, scope),
                failed => self.trouble.set(Some(reason(failed))),
            };
            return state.chunks.until_loaded(Rc::new(move || pending(state, scope)), Box::new(then));
        }
        self.started.set_value(false);
        self.mount(state, scope);
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
            self.mount(state, Scope::View);
        }
    }

    /// Removes the document.
    pub fn clear(self) {
        self.mounted.set_value(None);
        self.trouble.set(None);
    }

    fn mount(self, state: AppState, scope: Scope) {
        let Some(body) = document().body() else { return };
        self.has_running_head.update_value(|has| *has = *has || browser::add_running_head(state.data));
        let mounted = mount(&body, move || printed_document(state, scope));
        self.mounted.set_value(Some(mounted));
    }

    fn report(self, scope: Scope) {
        self.trouble.set(Some(match scope {
            Scope::View => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints this view."
            }
            Scope::Whole => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints the whole briefing now."
            }
        }));
    }
}
