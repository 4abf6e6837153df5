//! The buttons that copy, cite, pin and share. What they ask for is carried out by the part of the program with the
//! pages: see [`AppState::act`].

use corpus::StatementId;
use dom::Element;

use crate::app_state::AppState;
use crate::components::elements::plain_button;
use crate::lazy::Action;

/// A button that asks for an action.
fn button(state: AppState, label: &'static str, action: Action) -> Element {
    plain_button(label, move |_| state.act(action))
}

/// The button that puts the link to the present view into the clipboard. Where the browser refuses to copy, the whole
/// address is shown to be copied by hand.
pub fn copy_view(state: AppState, label: &'static str) -> Element {
    button(state, label, Action::CopyView)
}

/// The same for the link to a statement.
pub fn copy_statement(state: AppState, id: StatementId) -> Element {
    button(state, "Copy link", Action::CopyStatement(id))
}

/// The button that puts the citation of a statement into the clipboard.
pub fn cite(state: AppState, id: StatementId) -> Element {
    button(state, "Cite", Action::Cite(id)).attr("title", "Copy as a citation")
}

/// The button that pins a statement into the tray, and unpins it.
pub fn pin(state: AppState, id: StatementId) -> Element {
    let is_pinned = move || state.pinned.with(|pinned| if pinned.contains(&id) { "true" } else { "false" });
    button(state, "Pin", Action::Pin(id)).attr("aria-pressed", is_pinned)
}

/// The button that opens the dialog for sharing and exporting.
pub fn share(state: AppState) -> Element {
    button(state, "Share, export", Action::Share).attr("aria-haspopup", "dialog")
}
