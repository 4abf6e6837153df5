//! What every page can do.

use crate::app_state::AppState;
use dom::AnyView;

/// A page on the screen. It is itself what stays the same while the reader remains on the page; what else the view says
/// it reads from the app state.
pub trait Page {
    /// Draws the page for the screen. What depends on the view is reactive: the page is drawn once when the reader
    /// comes to it.
    fn draw(&self, state: AppState) -> AnyView;
}

/// The same page in print. A trait of its own, because printing is in another part of the program.
pub trait PrintedPage {
    /// Draws the body of the printed document for the view as it is now; head and foot are `print/document.rs`'s
    /// business.
    fn print(&self, state: AppState) -> AnyView;
}
