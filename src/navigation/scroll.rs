//! The scroll position of the window.

use corpus::StatementId;
use leptos::prelude::window;
use query::Shared;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::browser::element;

/// The id of the element that shows a statement.
pub fn statement_anchor(data: Shared, id: StatementId) -> String {
    format!("s-{}", data.statement(id).slug)
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Reveals the first card or passage of a statement.
pub fn reveal_statement(data: Shared, id: StatementId) {
    if let Some(card) = element(&statement_anchor(data, id)) {
        reveal(&card);
    }
}

/// Scrolls an element to the middle of the window unless all of it is in sight.
pub fn reveal(element: &Element) {
    let bounds = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if bounds.top() < 0.0 || bounds.bottom() > height {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
