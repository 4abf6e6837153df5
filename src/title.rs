//! The title of the window.

use dom::effect;
use leptos::prelude::document;

use crate::app_state::AppState;
use crate::by_name::set;

/// Titles the window after the view for as long as the page lasts.
pub fn install(state: AppState) {
    effect(move || {
        state.view().with(|view| {
            // The title of a statement has its words, and waits for them.
            state.chunks.require_texts(view.open());
            set(&document(), "title", &query::title::title(state.data, view).into());
        });
    });
}
