//! Printing. A page is made for reading and choosing on a screen; paper gets a document of its own, drawn when the browser
//! says that it is about to print and removed afterwards. Part of the rest of the program: until that has come, the
//! page itself is printed, and so it is without JavaScript; the style sheet sees to it that this can be read, too.

mod browser;
mod document;
mod entry;
mod text;

use gloo::timers::callback::Timeout;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;

use crate::app_state::AppState;
use crate::components::foot::foot;
use crate::html::effect;
use crate::navigation;

/// How long a browser may take to begin to print, in milliseconds.
const PATIENCE: u32 = 1500;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The view, as it is filtered and grouped.
    View,
    /// All statements, actors, texts and the method, whatever the view.
    Whole,
}

/// The paper of a page: at most one document, which is seen only in print.
#[derive(Clone, Copy)]
pub struct Paper {
    drawn: StoredValue<Option<MountedPrint>, LocalStorage>,
    /// Whether the browser has started to print since it was asked.
    started: StoredValue<bool>,
    /// Whether the sheet for print names the briefing already.
    headed: StoredValue<bool>,
    trouble: RwSignal<Option<&'static str>>,
}

/// Removes the document when it is dropped.
struct MountedPrint(#[expect(dead_code, reason = "it is there to be dropped")] Box<dyn std::any::Any>);

/// Puts the controls below the page and listens for the browser's printing, however it is asked for.
pub fn install(state: AppState) {
    let Some(place) = navigation::element(crate::ROOT_ID) else { return };
    let paper = Paper {
        drawn: StoredValue::new_local(None),
        started: StoredValue::new(false),
        headed: StoredValue::new(false),
        trouble: RwSignal::new(None),
    };
    mount_to(place, move || foot(state, paper)).forget();
    let before = move |_: web_sys::Event| {
        paper.started.set_value(true);
        // What a control has drawn is there already.
        if paper.drawn.with_value(Option::is_none) {
            paper.draw(state, What::View);
        }
    };
    let after = move |_: web_sys::Event| paper.clear();
    let window = window();
    navigation::on(&window, "beforeprint", before);
    navigation::on(&window, "afterprint", after);
    // What was drawn for one view is not printed from the next.
    effect(move || {
        state.view().track();
        paper.clear();
    });
}

impl Paper {
    /// What hindered the browser from printing, in words.
    pub fn trouble(self) -> Option<&'static str> {
        self.trouble.get()
    }

    /// Draws and prints; where the browser does not, says so and leaves what is drawn for the browser's own menu.
    pub fn print(self, state: AppState, what: What) {
        self.clear();
        self.started.set_value(false);
        self.draw(state, what);
        if !browser::print() {
            return self.refused(what);
        }
        // Some browsers print later; a frame that may not print does nothing at all.
        Timeout::new(PATIENCE, move || {
            if !self.started.get_value() {
                self.refused(what);
            }
        })
        .forget();
    }

    fn refused(self, what: What) {
        self.trouble.set(Some(match what {
            What::View => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints this view."
            }
            What::Whole => {
                "The browser did not let the page print. Choose Print in the browser’s own menu: it prints the whole briefing now."
            }
        }));
    }

    fn draw(self, state: AppState, what: What) {
        let Some(body) = document().body() else { return };
        self.headed.update_value(|headed| *headed = *headed || browser::running_head(state.data));
        let drawn = mount_to(body, move || document::document(state, what));
        self.drawn.set_value(Some(MountedPrint::new(drawn)));
    }

    fn clear(self) {
        self.drawn.set_value(None);
        self.trouble.set(None);
    }
}

impl MountedPrint {
    fn new<M: Mountable + 'static>(handle: UnmountHandle<M>) -> MountedPrint {
        MountedPrint(Box::new(handle))
    }
}
