//! The window of a long text: which blocks of it are drawn, and the reader who is followed in it. What is drawn is
//! decided by [`query::source::window`].
//!
//! Blocks that are not drawn are the padding of the text's element. After a redraw, the block that was on the screen
//! before is scrolled to where it was, see [`Anchor`].

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dom::{Signal, effect};
use leptos::ev::{CustomEvent, FocusEvent, KeyboardEvent};
use query::source::window::BlockWindow;
use query::window::Screen;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::browser::{element, in_next_frame, listen_while_owned, once_redrawn};
use crate::navigation::scroll::{PASSAGE_REVEALED, block_of_id, reveal};
use crate::scroll_anchor::{Anchor, elements, end_of_key, hold_or, scroll_by, scroll_to_end, window_height};

/// The id of the element of a long text.
pub const TEXT_ID: &str = "text";

/// Selects the blocks near the screen.
const NEAR: &str = ":scope > :not([data-kept])";

/// The window of a long text, and the reader in it.
#[derive(Clone)]
pub struct Follower {
    window: Arc<Mutex<BlockWindow>>,
    /// Notified when something else is to be drawn.
    changed: Signal<bool>,
}

impl Follower {
    /// Of a window. Follows the reader until the current owner is cleaned up.
    pub fn new(window: BlockWindow) -> Follower {
        let follower = Follower { window: Arc::new(Mutex::new(window)), changed: Signal::new(false) };
        for event in ["scroll", "resize", "keydown", PASSAGE_REVEALED] {
            let follower = follower.clone();
            listen_while_owned(event, move |event: Event| match event.type_().as_str() {
                "keydown" => follower.before_key(event.unchecked_ref()),
                PASSAGE_REVEALED => follower.reveal(event.unchecked_ref()),
                _ => follower.follow_screen(),
            });
        }
        let on_change = follower.clone();
        effect(move || {
            on_change.changed.track();
            let follower = on_change.clone();
            in_next_frame(move || follower.follow_screen());
        });
        follower
    }

    /// Draws the end of the page to which a key is about to lead.
    fn before_key(&self, event: &KeyboardEvent) {
        if let Some(is_last) = end_of_key(event) {
            self.move_to(Screen { top: if is_last { f64::MAX } else { 0.0 }, height: window_height() });
            scroll_to_end(is_last);
        }
    }

    fn reveal(&self, event: &CustomEvent) {
        let locator = event.detail().as_string().unwrap_or_default();
        let index = block_of_id(&locator).or_else(|| self.window().block_of(&locator));
        if let Some(index) = index {
            self.draw_around(index);
        }
    }

    /// The window.
    #[inline(never)]
    pub fn window(&self) -> MutexGuard<'_, BlockWindow> {
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, tracked.
    pub fn tracked_window(&self) -> MutexGuard<'_, BlockWindow> {
        self.changed.track();
        self.window()
    }

    /// Keeps the block of what has the focus on the page, and shows it where it was on the page for the keyboard
    /// alone.
    pub fn focus(&self, index: usize, event: &FocusEvent) {
        let is_kept = self.window().drawn.is_kept(index);
        if self.window().set_focus(index) {
            self.changed.notify();
        }
        if is_kept && let Some(target) = event.target() {
            self.draw_around(index);
            once_redrawn(move || reveal(target.unchecked_ref()));
        }
    }

    /// Draws a block and what is around it, unless it is near the screen.
    fn draw_around(&self, index: usize) {
        let screen = self.window().screen_around(index, window_height());
        if let Some(screen) = screen {
            self.move_to(screen);
        }
    }

    /// Draws what is near a screen; whether that changed what is drawn.
    fn move_to(&self, screen: Screen) -> bool {
        let changed = self.window().move_to(screen);
        if changed {
            self.changed.notify();
        }
        changed
    }

    /// Measures what is drawn, draws what has come near the screen, and holds what is on it in its place.
    fn follow_screen(&self) {
        let Some(text) = element(TEXT_ID).filter(|_| !self.changed.is_disposed()) else { return };
        let edges = self.edges(&text);
        let bounds = text.get_bounding_client_rect();
        let screen = {
            let mut window = self.window();
            window.measure(bounds.width(), &edges);
            window.screen_at(&edges, [bounds.top(), bounds.bottom()], window_height())
        };
        if self.move_to(screen) {
            // Of a paragraph that is higher than the screen neither edge may be on it.
            let on_screen = edges.iter().skip(1).position(|bottom| *bottom > 0.0);
            let anchor = Anchor::of(&text, || elements(&text, NEAR).into_iter().nth(on_screen?));
            let follower = self.clone();
            hold_or(anchor, text, move |text| follower.align(text, screen));
        }
    }

    /// Scrolls to where a screen is in the blocks that are drawn of it, after a jump into blank space: that is less
    /// high than its blocks in a text that would be too high for browsers.
    fn align(&self, text: &HtmlElement, screen: Screen) {
        if let Some(first) = self.edges(text).first().filter(|_| screen.top > 0.0) {
            scroll_by(first - (self.window().begins() - screen.top));
        }
    }

    /// How far the edges of the blocks near the screen are from the top of the window, with the end of the last one;
    /// empty where others have removed blocks, or added their own.
    fn edges(&self, text: &HtmlElement) -> Vec<f64> {
        let mut edges: Vec<f64> = elements(text, NEAR).into_iter().map(|(_, top)| top).collect();
        let window = self.window();
        if edges.len() != window.drawn.near.len() {
            return Vec::new();
        }
        edges.push(text.get_bounding_client_rect().bottom() - window.drawn.after.trunc());
        edges
    }
}
