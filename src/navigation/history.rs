//! The entries of the browser's history, and where the reader was in each.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ScrollRestoration;

use super::focus::{focus_on, locator_of, resolve_locator};
use super::scroll::{PASSAGE_REVEALED, block_of_id, once_drawn, statement_of_card};
use crate::app_state::AppState;
use crate::browser::{dispatch, in_next_frame, once_redrawn};

/// Restores scroll positions here and not in the browser, which would before the page has grown to its old height.
pub fn take_over_scroll_restoration() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Begins a new entry with a link, without navigating. Whether the browser permits it.
pub fn push(link: &str) -> bool {
    window().history().is_ok_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(link)).is_ok())
}

/// Puts a link into the present entry, without navigating. Where the browser refuses, only the address lags behind.
pub fn replace(link: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(link));
    }
}

/// Where the reader was in an entry.
pub struct Position {
    /// In CSS pixels from the top of the page.
    scroll: f64,
    /// The locator of the element that had the focus.
    focus: String,
    /// The locator of the link in the card at the top of the window, or of the block of a long text.
    card: String,
    /// How far that was from the top of the window, in CSS pixels.
    top: f64,
}

/// Saves the position in the present entry.
pub fn save_position() {
    let window = window();
    let Ok(history) = window.history() else { return };
    let scroll = window.scroll_y().unwrap_or_default();
    let focus = document().active_element().and_then(|element| locator_of(&element)).unwrap_or_default();
    // The beginning of the page stays where it is, and each click asks.
    let (card, top) = if scroll > 0.0 { card_at_the_top() } else { None }.unwrap_or_default();
    let state = js_sys::Array::of4(&scroll.into(), &focus.into(), &card.into(), &top.into());
    let _ = history.replace_state_with_url(&state, "", None);
}

/// The locator of the link in the card at the top of the window, or of the block of a long text, and its distance from
/// the top. What is out of sight is not laid out until it comes near, so a page that is drawn again has another height;
/// this card is the same.
fn card_at_the_top() -> Option<(String, f64)> {
    let middle = window().inner_width().ok()?.as_f64()? / 2.0;
    let at = |from_top| document().element_from_point(middle as f32, from_top)?.closest("article, .long > *").ok()?;
    // There may be a heading in between.
    let card = [8.0, 80.0, 160.0].into_iter().find_map(at)?;
    let link = card.query_selector("article:scope a.statement-link").ok()?.unwrap_or(card);
    Some((locator_of(&link)?, link.get_bounding_client_rect().top()))
}

/// The position that the present entry keeps; `None` in a new one.
pub fn saved_position() -> Option<Position> {
    let state = window().history().ok()?.state().ok()?.dyn_into::<js_sys::Array>().ok()?;
    let (number, text) = (|at| state.get(at).as_f64(), |at| state.get(at).as_string());
    Some(Position { scroll: number(0)?, focus: text(1)?, card: text(2)?, top: number(3)? })
}

impl Position {
    /// Scrolls there and focuses what had the focus.
    pub fn restore(self, state: AppState) {
        window().scroll_to_with_x_and_y(0.0, self.scroll);
        match statement_of_card(state.data, &self.card) {
            Some(id) => once_drawn(state, id, move || self.restore_drawn()),
            None if block_of_id(&self.card).is_some() => {
                dispatch(PASSAGE_REVEALED, &self.card);
                once_redrawn(move || self.restore_drawn());
            }
            None => self.restore_drawn(),
        }
    }

    /// The same, where the card is drawn.
    fn restore_drawn(self) {
        self.scroll_to_card();
        if let Some(element) = resolve_locator(&self.focus) {
            focus_on(&element);
        }
        // What came near is laid out by then.
        in_next_frame(move || self.scroll_to_card());
    }

    /// Scrolls so that the card is where it was in the window.
    fn scroll_to_card(&self) {
        if let Some(card) = resolve_locator(&self.card) {
            window().scroll_by_with_x_and_y(0.0, card.get_bounding_client_rect().top() - self.top);
        }
    }
}
