//! The focus, and locators: how an element is found again after its page was drawn anew.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use crate::browser::element;

/// The id of the headline, which takes the focus when a page opens.
pub const HEADLINE_ID: &str = "headline";

/// The id of the line that says how many statements are shown.
pub const SUMMARY_ID: &str = "summary";

/// Selects what can have the focus.
const CONTROLS: &str = "a[href], button, input, summary";

/// The element that has the focus; `None` where only the page as a whole has it.
pub fn focused() -> Option<Element> {
    document().active_element().filter(|element| element.tag_name() != "BODY")
}

/// Focuses without scrolling.
pub fn focus_on(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses the headline.
pub fn focus_on_headline() {
    if let Some(headline) = element(HEADLINE_ID) {
        focus_on(&headline);
    }
}

/// A locator of an element: its id, or the id of the nearest element around it and the index among the controls in
/// that.
pub fn locator_of(element: &Element) -> Option<String> {
    let around = element.closest("[id]").ok().flatten()?;
    if around.is_same_node(Some(element)) {
        return Some(element.id());
    }
    let controls = around.query_selector_all(CONTROLS).ok()?;
    let index = (0..controls.length()).find(|&index| element.is_same_node(controls.get(index).as_ref()))?;
    Some(format!("{} {index}", around.id()))
}

/// The element that a locator leads to in the page as it is now.
pub fn resolve_locator(locator: &str) -> Option<HtmlElement> {
    let Some((around, index)) = locator.split_once(' ') else { return element(locator) };
    let controls = element(around)?.query_selector_all(CONTROLS).ok()?;
    controls.get(index.parse().ok()?)?.dyn_into().ok()
}
