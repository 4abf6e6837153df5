//! The figures of the start page: a render model of `query` each, drawn by a component each, in the order of the page.

mod axis;

use dom::{AnyView, Memo};
use query::statements::StatementsPage;

/// Draws a figure of the statements that are shown. A figure that has nothing to show is empty.
pub type Figure = fn(Memo<StatementsPage>) -> AnyView;

/// The figures.
pub const FIGURES: [Figure; 1] = [axis::axis];
