//! What the pages of views need of texts, on the screen and beyond.

use super::chunks::{Pending, documents, statements};
use crate::Shared;
use crate::compare;
use crate::pages;
use crate::search::Search;
use crate::view::View;

/// The condition of the page of a view, but for the words of single statements on the start page and on those of
/// actors, each of which is drawn as soon as its text is loaded.
pub fn page(data: Shared, view: &View) -> Option<Pending> {
    match view {
        View::Source(document, _) => documents(data, [*document]),
        View::Compare(comparison) => compare::pending(data, comparison),
        _ => None,
    }
}

/// The condition of everything that a view is printed or exported as, given that the condition of its [`page`] holds
/// and that its text was searched.
pub fn whole_view(data: Shared, view: &View, search: Option<Search>) -> Option<Pending> {
    page(data, view).or_else(|| statements(data, pages::statements_in_view(data, view, search)))
}
