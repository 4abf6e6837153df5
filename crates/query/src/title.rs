//! Titles of views, for the window, the history and bookmarks.

use crate::Shared;
use crate::language::{self, Phrase};
use crate::pages;
use crate::view::View;

/// The title of a view as plain text, the most particular first.
pub fn title(data: Shared, view: &View) -> String {
    full_title(data, view).title()
}

/// The title of a view, followed by that of the briefing.
pub fn full_title(data: Shared, view: &View) -> Phrase {
    let own = page_title(data, view);
    let briefing = Phrase::of(language::named(data, data.title));
    if own.is_empty() { briefing } else { own.literal(" · ").phrase(briefing) }
}

/// The title of a view within the briefing; empty for the start page with nothing chosen.
pub fn page_title(data: Shared, view: &View) -> Phrase {
    pages::title(data, view)
}

#[cfg(test)]
mod tests;
