//! What an export says of where and when it was made.

use corpus::StatementId;
use export::Context;
use query::View;

use crate::app_state::AppState;
use crate::navigation;
use crate::today::today;

/// For a view, here and today.
pub fn context(view: View) -> Context {
    Context { base: base(), accessed: today(), view }
}

/// A statement as a reference to paste into a text.
pub fn citation(state: AppState, id: StatementId) -> String {
    export::citation(state.data, id, &context(View::statement(id)))
}

/// The address at which the briefing is published, or else the one that it was opened at. A copy on a disk has neither: its
/// address would work nowhere else, and tell how the reader's folders are named.
fn base() -> String {
    navigation::published().or_else(navigation::served).unwrap_or_default()
}
