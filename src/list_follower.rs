//! Follows the reader in a long list: their scrolling and focus. Measures what is drawn, and holds what they look at in
//! its place. What is drawn is decided by [`query::statements::window`].
//!
//! Rows that are not drawn are the padding of the list's element. After a redraw, the row that was on the screen before
//! is scrolled to where it was, see [`Anchor`]. The same is done where drawn cards get another height because texts
//! arrive: browsers would keep the place of a card that waits for its words, and of none where several texts arrive in
//! a row. Everything else that changes heights is left to browsers, which do not interrupt smooth scrolling.

use std::sync::Arc;

use corpus::StatementId;
use dom::effect;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use query::statements::StatementGroup;
use query::statements::window::{Drawn, Heights, Item, Screen, place_of, row_on_screen};
use web_sys::{Element, Event, HtmlElement};

use crate::app_state::AppState;
use crate::browser::{element, in_next_frame, listen_while_owned};
use crate::by_name::{get, set};
use crate::components::window::LIST_ID;
use crate::scroll_anchor::{Anchor, elements, end_of_key, hold_or, scroll_by, scroll_to_end, window_height};
use crate::window::{Window, WindowInputs, item_of};

/// Selects the rows, but for a card that is kept only because it has the focus.
const ROWS: &str = "h2, article:not([data-kept])";

/// The keys that do something to a focused card, or move the focus from it.
const FOCUS_KEYS: [&str; 5] = ["Tab", "Enter", " ", "j", "k"];

/// Selects the words of a row that are being loaded.
const AWAITED: &str = ".awaited";

/// The rows that are drawn. Tracked.
pub fn drawn_rows(inputs: WindowInputs) -> Drawn {
    let drawn = |groups: &[StatementGroup], heights: &Heights| {
        let focused = inputs.focused.with(|focused| item_of(groups, focused.as_ref()));
        let item = inputs.revealed.get().and_then(|id| place_of(groups, id));
        let screen = match (inputs.screen.get(), item) {
            (screen, Some(item)) => {
                Some(heights.screen_around(groups, item, screen.unwrap_or_default().height.max(1.0)))
            }
            (screen, None) => screen,
        };
        heights.drawn(groups, screen, focused)
    };
    inputs.groups.with(|groups| inputs.heights.with_value(|heights| drawn(groups, heights)))
}

/// Follows the reader in a list until the current owner is cleaned up.
pub fn follow(state: AppState, window: Window) {
    let follower = Follower(window, StoredValue::new_local(None));
    for event in ["scroll", "resize"] {
        listen_while_owned(event, move |_: Event| follower.follow_screen());
    }
    listen_while_owned("keydown", move |event: KeyboardEvent| follower.before_key(&event));
    effect(move || {
        window.drawn.track();
        in_next_frame(move || follower.settle());
    });
    effect(move || {
        state.chunks.require_texts(follower.drawn_statements());
    });
    state.chunks.before_arrivals(Some(Arc::new(move || follower.before_arrival())));
    on_cleanup(move || state.chunks.before_arrivals(None));
}

/// Whether the browser keeps the place of what it shows, if it can.
fn anchors_itself(does: bool) {
    if let Some(style) = document().document_element().and_then(|root| get(&root, "style")) {
        set(&style, "overflowAnchor", &(if does { "" } else { "none" }).into());
    }
}

/// The window that is followed; and between the arrival of a text and the next frame, what was on the screen before.
#[derive(Clone, Copy)]
struct Follower(Window, StoredValue<Option<Anchor>, LocalStorage>);

impl Follower {
    /// Draws what a key is about to lead to.
    fn before_key(self, event: &KeyboardEvent) {
        if FOCUS_KEYS.contains(&event.key().as_str()) {
            self.return_to_focus();
        } else if let Some(is_last) = end_of_key(event) {
            let top = if is_last { f64::MAX } else { 0.0 };
            self.0.inputs.screen.set(Some(Screen { top, height: window_height() }));
            scroll_to_end(is_last);
        }
    }

    /// The statements that are drawn. Tracked.
    fn drawn_statements(self) -> Vec<StatementId> {
        let mut statements = Vec::new();
        self.0.drawn.with(|drawn| {
            self.0.inputs.groups.with(|groups| {
                for group in &drawn.groups {
                    let all = groups.get(group.index).map(|group| group.statements.as_slice()).unwrap_or_default();
                    for index in group.indices() {
                        statements.extend(all.get(index));
                    }
                }
            });
        });
        statements
    }

    /// Draws the window around the focused statement where it is far from the screen.
    fn return_to_focus(self) {
        let around = self.0.inputs.groups.with_untracked(|groups| {
            let item = self.0.inputs.focused.with_untracked(|focused| item_of(groups, focused.as_ref()))?;
            let far = self.0.drawn.with_untracked(|drawn| drawn.is_kept(item));
            far.then(|| {
                self.0.inputs.heights.with_value(|heights| heights.screen_around(groups, item, window_height()))
            })
        });
        if around.is_some() {
            self.0.inputs.screen.set(around);
        }
    }

    /// Draws what has come near the screen, and holds what is on it in its place.
    fn follow_screen(self) {
        let is_arriving = self.1.try_with_value(Option::is_some) != Some(false);
        let Some(list) = element(LIST_ID).filter(|_| !is_arriving) else { return };
        let before = self.0.drawn.get_untracked();
        let screen = self.screen_in(&list);
        // What was to be revealed has been scrolled to by now, and is on the screen.
        if self.0.inputs.revealed.with_untracked(Option::is_some) {
            self.0.inputs.revealed.set(None);
        }
        self.0.inputs.screen.set(Some(screen));
        if self.0.drawn.with_untracked(|drawn| *drawn != before) {
            hold_or(anchor_of(&list), list, move |list| self.align(list, screen));
        }
    }

    /// Scrolls to where a screen is in the rows that are drawn of it, after a jump into blank space: that is less high
    /// than its rows in a list that would be too high for browsers.
    fn align(self, list: &HtmlElement, screen: Screen) {
        let first = self.rows(list).into_iter().find_map(|(row, top)| Some((row?, top)));
        if let Some((item, top)) = first.filter(|_| screen.top > 0.0) {
            let inputs = self.0.inputs;
            let position =
                inputs.groups.with_untracked(|groups| inputs.heights.with_value(|it| it.top_of(groups, item)));
            scroll_by(top - (position - screen.top));
        }
    }

    /// Keeps what is on the screen before a text arrives. Words are drawn in microtasks, before the next frame.
    fn before_arrival(self) {
        let is_arriving = self.1.try_with_value(Option::is_some) != Some(false);
        if let Some(list) = element(LIST_ID).filter(|_| !is_arriving) {
            self.1.set_value(Some(anchor_of(&list)));
            anchors_itself(false);
            in_next_frame(move || self.hold_arrival(&list));
        }
    }

    /// Holds what was on the screen before texts arrived, and measures the cards with their words.
    fn hold_arrival(self, list: &HtmlElement) {
        let Some(anchor) = self.1.try_update_value(Option::take).flatten() else { return };
        anchor.after_scrolling().hold(list);
        self.settle();
        in_next_frame(|| anchors_itself(true));
    }

    /// Measures what was drawn, and looks again at what is near the screen: what was drawn may have another height than
    /// was estimated.
    fn settle(self) {
        if let Some(list) = element(LIST_ID).filter(|_| !self.0.inputs.screen.is_disposed()) {
            self.measure(&list);
            self.follow_screen();
        }
    }

    /// The rows on the page, each with the distance of its upper edge from the top of the window; empty where others
    /// have removed some, or added their own.
    fn rows(self, list: &HtmlElement) -> Vec<(Option<Item>, f64)> {
        let rows =
            self.0.inputs.groups.with_untracked(|groups| self.0.drawn.with_untracked(|drawn| drawn.rows(groups)));
        let elements = elements(list, ROWS);
        if elements.len() != rows.len() {
            return Vec::new();
        }
        rows.into_iter().zip(elements).map(|(row, (_, top))| (row, top)).collect()
    }

    fn measure(self, list: &HtmlElement) {
        let mut measured = self.rows(list);
        let after = self.0.drawn.with_untracked(|drawn| drawn.after);
        let mut end = list.get_bounding_client_rect().bottom() - after;
        for (_, height) in measured.iter_mut().rev() {
            let top = *height;
            *height = end - top;
            end = top;
        }
        self.0
            .inputs
            .groups
            .with_untracked(|groups| self.0.inputs.heights.update_value(|heights| heights.measure(groups, measured)));
    }

    /// The reader's screen, by a statement on it: the blank space before that may be of another height than is
    /// estimated by now. By the blank space where no statement is on the screen.
    fn screen_in(self, list: &HtmlElement) -> Screen {
        let height = window_height();
        let bounds = list.get_bounding_client_rect();
        let drawn = self.0.drawn.get_untracked();
        let (items, tops): (Vec<Item>, Vec<f64>) =
            self.rows(list).into_iter().filter_map(|(row, top)| Some((row?, top))).unzip();
        let on_screen = row_on_screen(&tops, bounds.bottom() - drawn.after, height);
        let position = |groups: &[StatementGroup], heights: &Heights| match on_screen {
            Some(row) => heights.top_of(groups, items[row]) - tops[row],
            None => heights.position_of(groups, &drawn, -bounds.top(), bounds.bottom()),
        };
        let inputs = self.0.inputs;
        let top = inputs.groups.with_untracked(|groups| inputs.heights.with_value(|heights| position(groups, heights)));
        Screen { top: top.max(0.0), height }
    }
}

/// What is on the screen of a list: a row whose words are there, or else the first one.
fn anchor_of(list: &HtmlElement) -> Anchor {
    Anchor::of(list, || {
        let rows = elements(list, ROWS);
        let tops: Vec<f64> = rows.iter().map(|(_, top)| *top).collect();
        let end = rows.last().map_or(0.0, |(row, _)| row.get_bounding_client_rect().bottom());
        let first =
            row_on_screen(&tops, end, window_height()).unwrap_or_else(|| tops.partition_point(|top| *top < 0.0));
        let mut held = None;
        for (row, top) in rows.into_iter().skip(first) {
            let has_words = !waits_for_words(&row);
            if held.is_some() && top >= window_height() {
                break;
            }
            if held.is_none() || has_words {
                held = Some((row, top));
            }
            if has_words {
                break;
            }
        }
        held
    })
}

fn waits_for_words(row: &Element) -> bool {
    row.query_selector(AWAITED).is_ok_and(|awaited| awaited.is_some())
}
