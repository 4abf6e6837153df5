//! The dialog that lists the keyboard shortcuts, and switches those of a single character off and on.

use dom::html::{self, dd, div, dl, dt, h2, kbd, p, span};
use dom::{AnyView, Element, Signal, mount};

use crate::browser::{ROOT_ID, element};
use crate::components::dialog;
use crate::components::elements::plain_button;
use crate::keyboard::{self, CHARACTERS, KEYS};

const DIALOG_ID: &str = "shortcuts-dialog";
const HEADING_ID: &str = "shortcuts-heading";

/// Mounts the dialog, closed, below the page.
pub fn install() {
    if let Some(root) = element(ROOT_ID) {
        mount(&root, frame).forget();
    }
}

/// Opens the dialog.
pub fn open() {
    dialog::show(DIALOG_ID);
}

/// The button that opens the dialog, for those who have switched its shortcut off.
pub fn open_button() -> Element {
    plain_button("Switch shortcuts off or on…", |_| open()).attr("aria-haspopup", "dialog")
}

/// Keys and what they do.
pub fn list(keys: impl IntoIterator<Item = (&'static str, &'static str)>) -> Element {
    let entry = |(key, what): (&'static str, &'static str)| {
        [dt().child(kbd().attr("translate", "no").child(key)), dd().child(what)]
    };
    dl().class("keys").children(keys.into_iter().flat_map(entry))
}

fn frame() -> AnyView {
    let on = Signal::new(keyboard::are_on());
    let press = move |_| {
        let now = !on.get_untracked();
        keyboard::switch(now);
        on.set(now);
    };
    let switch = plain_button("Shortcuts of a single character", press)
        .attr("role", "switch")
        .attr("aria-checked", move || if on.get() { "true" } else { "false" })
        .child(span().attr("aria-hidden", "true").reactive_content(move || if on.get() { ": on" } else { ": off" }));
    html::dialog()
        .id(DIALOG_ID)
        .class("share-dialog")
        .attr("aria-labelledby", HEADING_ID)
        .child(
            div()
                .class("share-head")
                .child(h2().id(HEADING_ID).child("Keyboard shortcuts"))
                .child(plain_button("Close", |_| dialog::close(DIALOG_ID))),
        )
        .child(list(CHARACTERS))
        .child(p().child(switch))
        .child(p().class("share-status").child(REMEMBERED))
        .child(list(KEYS))
        .into_any()
}

const REMEMBERED: &str = "Off lasts until this tab is closed, because the page stores nothing about its readers. “About” opens this dialog without a shortcut. The keys below are always on.";
