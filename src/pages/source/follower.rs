//! The window of a long text: which blocks of it are drawn, and the reader who is followed in it. What is drawn is
//! decided by [`query::source::window`].
//!
//! Blocks that are not drawn are the padding of the text's element. After a redraw, the block that was on the screen
//! before is scrolled to where it was, see [`Anchor`].

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dom::{Signal, effect};
use leptos::ev::{CustomEvent, FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use query::source::window::BlockWindow;
use query::window::Screen;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement};

use crate::browser::{element, listen_while_owned};
use crate::navigation::scroll::{PASSAGE_REVEALED, block_of_id, reveal};
use crate::scroll_anchor::{Anchor, elements, end_of_key, scroll_by, scroll_to_end, top, window_height};

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
        for event in ["scroll", "resize"] {
            let follower = follower.clone();
            listen_while_owned(event, move |_: Event| follower.follow_screen());
        }
        let on_key = follower.clone();
        listen_while_owned("keydown", move |event: KeyboardEvent| {
            if let Some(is_last) = end_of_key(&event) {
                on_key.move_to(Screen { top: if is_last { f64::MAX } else { 0.0 }, height: window_height() });
                scroll_to_end(is_last);
            }
        });
        let on_reveal = follower.clone();
        listen_while_owned(PASSAGE_REVEALED, move |event: CustomEvent| {
            let locator = event.detail().as_string().unwrap_or_default();
            let index = block_of_id(&locator).or_else(|| on_reveal.window().block_of(&locator));
            if let Some(index) = index {
                on_reveal.draw_around(index);
            }
        });
        let on_change = follower.clone();
        effect(move || {
            on_change.changed.track();
            let follower = on_change.clone();
            request_animation_frame(move || follower.follow_screen());
        });
        follower
    }

    /// The window.
    pub fn window(&self) -> MutexGuard<'_, BlockWindow> {
        self.window.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, tracked.
    pub fn tracked_window(&self) -> MutexGuard<'_, BlockWindow> {
        self.changed.track();
        self.window()
    }

    /// Keeps the block of what has the focus on the page, and shows it where it was on the page for the keyboard alone.
    pub fn focus(&self, event: &FocusEvent) {
        let Some(target) = as_element(event.target()) else { return };
        let block = target.closest(".block[id]").ok().flatten();
        if let Some(index) = block.and_then(|block| block_of_id(&block.id())) {
            self.set_focus(Some(index));
            self.show(index, target.clone());
            // The browser may have scrolled to where the block was kept.
            let follower = self.clone();
            request_animation_frame(move || follower.show(index, target));
        }
    }

    /// Forgets the focus once that has left the text. It is still there where only the browser's window lost it.
    pub fn blur(&self, event: &FocusEvent) {
        let next = as_element(event.related_target()).or_else(|| document().active_element());
        if !element(TEXT_ID).is_some_and(|text| text.contains(next.as_deref())) {
            self.set_focus(None);
        }
    }

    fn set_focus(&self, index: Option<usize>) {
        if self.window().set_focus(index) {
            self.changed.notify();
        }
    }

    fn show(&self, index: usize, target: Element) {
        let is_kept = self.window().drawn.is_kept(index);
        if is_kept && !self.changed.is_disposed() {
            self.draw_around(index);
            // Effects run as microtasks, and those that draw are queued.
            queue_microtask(move || reveal(&target));
        }
    }

    fn draw_around(&self, index: usize) {
        let screen = self.window().screen_around(index, window_height());
        self.move_to(screen);
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
            let anchor = Anchor::of(&text, || Some((elements(&text, NEAR).nth(on_screen?)?, edges[on_screen?])));
            let follower = self.clone();
            queue_microtask(
                move || {
                    if anchor.is_on_screen() { anchor.hold(&text) } else { follower.align(&text, screen) }
                },
            );
        }
    }

    /// Scrolls to where a screen is in the blocks that are drawn of it, after a jump into blank space: that is less high
    /// than its blocks in a text that would be too high for browsers.
    fn align(&self, text: &HtmlElement, screen: Screen) {
        if let Some(first) = self.edges(text).first().filter(|_| screen.top > 0.0) {
            scroll_by(first - (self.window().begins() - screen.top));
        }
    }

    /// How far the edges of the blocks near the screen are from the top of the window, with the end of the last one;
    /// empty where others have removed blocks, or added their own.
    fn edges(&self, text: &HtmlElement) -> Vec<f64> {
        let mut edges: Vec<f64> = elements(text, NEAR).map(|row| top(&row)).collect();
        let window = self.window();
        if edges.len() != window.drawn.near.len() {
            return Vec::new();
        }
        edges.push(text.get_bounding_client_rect().bottom() - window.drawn.after.trunc());
        edges
    }
}

fn as_element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
