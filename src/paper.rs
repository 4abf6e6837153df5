//! Printing. A page is made for reading and choosing on a screen; paper gets a document of its own, drawn when the browser
//! says that it is about to print and removed afterwards. Part of the rest of the program: until that has come, the
//! page itself is printed, and so it is without JavaScript; the style sheet sees to it that this can be read, too.

mod entry;
mod outside;
mod sheet;
mod text;

use gloo::timers::callback::Timeout;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::html::effect;
use crate::navigate;
use crate::parts::foot::foot;

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
    drawn: StoredValue<Option<Drawn>, LocalStorage>,
    /// Whether the browser has begun to print since it was asked.
    begun: StoredValue<bool>,
    /// Whether the sheet for print names the briefing already.
    headed: StoredValue<bool>,
    trouble: RwSignal<Option<&'static str>>,
}

/// Removes the document when it is dropped.
struct Drawn(#[expect(dead_code, reason = "it is there to be dropped")] Box<dyn std::any::Any>);

/// Puts the controls below the page and listens for the browser's printing, however it is asked for.
pub fn settle(desk: Desk) {
    let Some(place) = navigate::element(crate::ROOT_ID) else { return };
    let paper = Paper {
        drawn: StoredValue::new_local(None),
        begun: StoredValue::new(false),
        headed: StoredValue::new(false),
        trouble: RwSignal::new(None),
    };
    mount_to(place, move || foot(desk, paper)).forget();
    let before = move |_: web_sys::Event| {
        paper.begun.set_value(true);
        // What a control has drawn is there already.
        if paper.drawn.with_value(Option::is_none) {
            paper.draw(desk, What::View);
        }
    };
    let after = move |_: web_sys::Event| paper.clear();
    let window = window();
    navigate::on(&window, "beforeprint", before);
    navigate::on(&window, "afterprint", after);
    // What was drawn for one view is not printed from the next.
    effect(move || {
        desk.view().track();
        paper.clear();
    });
}

impl Paper {
    /// What hindered the browser from printing, in words.
    pub fn trouble(self) -> Option<&'static str> {
        self.trouble.get()
    }

    /// Draws and prints; where the browser does not, says so and leaves what is drawn for the browser's own menu.
    pub fn print(self, desk: Desk, what: What) {
        self.clear();
        self.begun.set_value(false);
        self.draw(desk, what);
        if !outside::print() {
            return self.refused(what);
        }
        // Some browsers print later; a frame that may not print does nothing at all.
        Timeout::new(PATIENCE, move || {
            if !self.begun.get_value() {
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

    fn draw(self, desk: Desk, what: What) {
        let Some(body) = document().body() else { return };
        self.headed.update_value(|headed| *headed = *headed || outside::running_head(desk.data));
        let drawn = mount_to(body, move || sheet::sheet(desk, what));
        self.drawn.set_value(Some(Drawn::new(drawn)));
    }

    fn clear(self) {
        self.drawn.set_value(None);
        self.trouble.set(None);
    }
}

impl Drawn {
    fn new<M: Mountable + 'static>(handle: UnmountHandle<M>) -> Drawn {
        Drawn(Box::new(handle))
    }
}
