//! Lists that show more of their entries on demand. Part of the program with the pages.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::{element, in_next_frame};
use crate::navigation::focus::focus_on;

/// Focuses the first link among the entries of a list from an index on, once the list is drawn again: by Tab the reader
/// goes on through what is new. Where there is no link, focuses the element with the id `otherwise`.
pub fn focus_new(list: String, from: usize, otherwise: String) {
    in_next_frame(move || {
        let first = element(&list).and_then(|list| first_link(&list, from));
        if let Some(first) = first.or_else(|| element(&otherwise)) {
            focus_on(&first);
        }
    });
}

fn first_link(list: &HtmlElement, from: usize) -> Option<HtmlElement> {
    let links = list.query_selector_all(&format!("li:nth-child(n+{}) a[href]", from + 1)).ok()?;
    links.get(0)?.dyn_into().ok()
}
