//! The shortcuts of the keyboard, and whether those of a single character are on. They can be switched off, because
//! speech input and shaking hands press characters unmeant: success criterion 2.1.4 of WCAG 2.2. The page stores
//! nothing, so the choice is in the name of the window, which outlives a reload and ends with the tab.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::window_name;

/// The attribute that tells assistive technology of a control's key, and that key.
pub const SHORTCUT: &str = "aria-keyshortcuts";
const KEY: &str = "m";

/// The attribute of the root element, and a word in the name of the window, while the shortcuts of a single character
/// are off.
const OFF: &str = "data-shortcuts-off";

/// The shortcuts of a single character, which can be switched off, and what they do.
pub const CHARACTERS: [(&str, &str); 8] = [
    ("/", "Search"),
    ("j", "Next statement"),
    ("k", "Previous statement"),
    ("m", "Show a figure as a table, and as a figure again"),
    ("c", "Copy the link to this view"),
    ("p", "Pin the statement that you are at, for a comparison, and unpin it again"),
    ("t", "Go to the pinned statements"),
    ("?", "Show these shortcuts"),
];

/// The other keys, which are always on, and what they do.
pub const KEYS: [(&str, &str); 3] = [
    ("Arrow keys", "Next mark, row or column, in a figure"),
    ("Enter", "Open the statement’s passage, on a statement"),
    ("Esc", "Leave the search box; close the filters"),
];

/// Whether the shortcuts of a single character are on.
pub fn are_on() -> bool {
    document().document_element().is_none_or(|root| !root.has_attribute(OFF))
}

/// Switches the shortcuts of a single character on or off, until the tab is closed.
pub fn switch(on: bool) {
    set(on);
    window_name::replace(OFF, (!on).then_some(OFF));
}

/// Restores what was chosen before the page was loaded again.
pub fn restore() {
    set(window_name::find(OFF).is_none());
}

fn set(on: bool) {
    if let Some(root) = document().document_element() {
        // Setting and removing an attribute of a valid name does not fail.
        let _ = if on { root.remove_attribute(OFF) } else { root.set_attribute(OFF, "") };
    }
    announce(on);
}

/// Tells assistive technology of the key of the controls that show a figure in its other form, unless it is off.
fn announce(on: bool) {
    let Ok(controls) = document().query_selector_all(".other-form") else { return };
    for control in (0..controls.length()).filter_map(|index| controls.get(index)) {
        let control: Element = control.unchecked_into();
        // Setting and removing an attribute of a valid name does not fail.
        let _ = if on { control.set_attribute(SHORTCUT, KEY) } else { control.remove_attribute(SHORTCUT) };
    }
}

/// The value of [`SHORTCUT`] for a control that is drawn now.
pub fn of_other_form() -> Option<&'static str> {
    are_on().then_some(KEY)
}
