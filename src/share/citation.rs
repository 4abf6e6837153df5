//! Where and when an export or a citation was made, and the citation of a statement.

use corpus::StatementId;
use export::Context;
use query::View;

use crate::app_state::AppState;
use crate::navigation::address;
use crate::opened_file;
use crate::today::today;

/// The context of an export of a view: here and today.
pub fn context(view: View) -> Context {
    Context { base: base(), has_text_files: opened_file::name().is_none(), accessed: today(), view }
}

/// A statement as a reference to paste into a text.
pub fn citation(state: AppState, id: StatementId) -> String {
    export::citation(state.data, id, &context(View::statement(id)))
}

/// The address at which the briefing is published, or else the one that it was opened at. Empty for a copy on a disk:
/// that address would work nowhere else, and tell how the reader's folders are named.
fn base() -> String {
    address::published().or_else(address::served).unwrap_or_default()
}
