//! The scroll position of the window.

use corpus::StatementId;
use leptos::prelude::window;
use query::names::Named;
use query::statements::window::is_windowed;
use query::{Shared, View};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app_state::AppState;
use crate::browser::{dispatch, element, once_redrawn};
use crate::scroll_anchor::window_height;

/// What the ids of the links in cards begin with.
const CARD_LINK: &str = "o-";

/// What the ids of the blocks of a long text begin with.
const BLOCK: &str = "block-";

/// The event that has a block of a long text drawn, wherever the reader is; its detail is a locator of the block, or
/// the anchor of a statement in it.
pub const PASSAGE_REVEALED: &str = "briefing-passage-revealed";

/// The id of the element that shows a statement.
pub fn statement_anchor(data: Shared, id: StatementId) -> String {
    format!("s-{}", data.statement(id).slug)
}

/// The id of the link in the first card of a statement.
pub fn card_link_id(slug: &str) -> String {
    format!("{CARD_LINK}{slug}")
}

/// The statement whose card has a link of this id.
pub fn statement_of_card(data: Shared, id: &str) -> Option<StatementId> {
    StatementId::from_slug(data, id.strip_prefix(CARD_LINK)?)
}

/// The id of a block of a long text.
pub fn block_id(index: usize) -> String {
    format!("{BLOCK}{index}")
}

/// The block of a long text that has this id, or has what this locator leads to.
pub fn block_of_id(locator: &str) -> Option<usize> {
    locator.strip_prefix(BLOCK)?.split(' ').next()?.parse().ok()
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Reveals the first card or passage of a statement.
pub fn reveal_statement(state: AppState, id: StatementId) {
    let anchor = statement_anchor(state.data, id);
    once_drawn(state, id, move || {
        if let Some(card) = element(&anchor) {
            // Its middle would not say whose words these are.
            let is_higher = card.get_bounding_client_rect().height() > window_height();
            let block = if is_higher { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center };
            scroll_unless_in_sight(&card, block);
        }
    });
}

/// Calls back when a statement is drawn that a list or a text has left out because it is far from the reader, before
/// the next frame; at once where no list leaves any out.
pub fn once_drawn(state: AppState, id: StatementId, then: impl FnOnce() + 'static) {
    if state.view().with_untracked(|view| matches!(view, View::Source(..))) {
        dispatch(PASSAGE_REVEALED, &statement_anchor(state.data, id));
    } else if is_windowed(state.data) {
        state.revealed.set(Some(id));
    } else {
        return then();
    }
    once_redrawn(then);
}

/// Scrolls an element to the middle of the window unless all of it is in sight.
pub fn reveal(element: &Element) {
    scroll_unless_in_sight(element, ScrollLogicalPosition::Center);
}

fn scroll_unless_in_sight(element: &Element, block: ScrollLogicalPosition) {
    let bounds = element.get_bounding_client_rect();
    if bounds.top() < 0.0 || bounds.bottom() > window_height() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(block);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
