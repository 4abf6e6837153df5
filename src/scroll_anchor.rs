//! What is on the screen before a list or a text is drawn anew around the reader, to be held in its place: blank space
//! stands for what is not drawn, and its height changes. Browsers that keep the place of what they show (CSS Scroll
//! Anchoring Module) do not where padding changes.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::browser::once_redrawn;

/// What is on the screen, and is to be in the same place afterwards.
pub struct Anchor {
    /// A row on the screen, or the first one below its upper edge, and its distance from that edge.
    row: Option<(Element, f64)>,
    /// The distance of the end of the rows, where that is on the screen.
    end: Option<f64>,
    /// How far the page was scrolled.
    scrolled: f64,
}

impl Anchor {
    /// Of rows in an element; `row` finds the one to be held.
    pub fn of(rows: &HtmlElement, row: impl FnOnce() -> Option<(Element, f64)>) -> Anchor {
        // Who is at the beginning of the page stays there.
        let scrolled = scrolled();
        if scrolled <= 0.0 {
            return Anchor { row: None, end: None, scrolled };
        }
        let height = window_height();
        let end = Some(rows.get_bounding_client_rect().bottom()).filter(|end| *end < height);
        // Who is at the end of the page stays there, too.
        let page = document().document_element().map_or(0, |root| root.scroll_height());
        let is_at_end = end.is_some() && f64::from(page) - height - scrolled < 2.0;
        Anchor { row: if is_at_end { None } else { row() }, end, scrolled }
    }

    /// Whether anything is on the screen that can be held; nothing has to be at the beginning of the page.
    pub fn is_on_screen(&self) -> bool {
        self.scrolled <= 0.0 || self.end.is_some() || self.row.as_ref().is_some_and(|(_, top)| *top < window_height())
    }

    /// The same after the reader has scrolled, which has moved what is on the screen.
    pub fn after_scrolling(mut self) -> Anchor {
        let by = self.scrolled - scrolled();
        self.end = self.end.map(|end| end + by);
        self.row = self.row.map(|(row, top)| (row, top + by));
        self
    }

    /// Scrolls so that it is where it was.
    pub fn hold(self, rows: &HtmlElement) {
        let row = self.row.filter(|(row, _)| row.is_connected()).map(|(row, before)| top(&row) - before);
        let end = || self.end.map(|before| rows.get_bounding_client_rect().bottom() - before);
        scroll_by(row.or_else(end).unwrap_or_default());
    }
}

/// Holds what was on the screen before a redraw, or aligns what is drawn after a jump into blank space.
pub fn hold_or(anchor: Anchor, rows: HtmlElement, align: impl FnOnce(&HtmlElement) + 'static) {
    once_redrawn(move || if anchor.is_on_screen() { anchor.hold(&rows) } else { align(&rows) });
}

/// The elements within another that a selector selects, in order, each with the distance of its upper edge from that of
/// the window.
pub fn elements(around: &HtmlElement, selector: &str) -> Vec<(Element, f64)> {
    let mut elements = Vec::new();
    if let Ok(found) = around.query_selector_all(selector) {
        for element in (0..found.length()).filter_map(|index| found.get(index)) {
            let element: Element = element.unchecked_into();
            let top = top(&element);
            elements.push((element, top));
        }
    }
    elements
}

/// Whether a key moves to an end of the page, and to its lower one.
pub fn end_of_key(event: &KeyboardEvent) -> Option<bool> {
    let typing = |target: Element| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    let is_last = match event.key().as_str() {
        "Home" => false,
        "End" => true,
        _ => return None,
    };
    let is_typing = event.target().and_then(|target| target.dyn_into().ok()).is_some_and(typing);
    (!is_typing).then_some(is_last)
}

/// Scrolls to an end of the page once that is drawn. The browser does the same, but to where the end was estimated to
/// be, and step by step, which holding a row in its place would interrupt.
pub fn scroll_to_end(is_last: bool) {
    once_redrawn(move || {
        let height = document().document_element().map_or(0, |root| root.scroll_height());
        window().scroll_to_with_x_and_y(0.0, if is_last { height.into() } else { 0.0 });
    });
}

/// Scrolls by so many pixels, if it is at least one.
pub fn scroll_by(pixels: f64) {
    if pixels.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, pixels);
    }
}

/// How far the page is scrolled.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// The distance of an element's upper edge from that of the window.
fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// The height of the window.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
