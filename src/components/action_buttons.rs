//! The buttons that copy, cite, pin and share. What they ask for is carried out by the part of the program with the pages:
//! see [`AppState::act`].

use corpus::StatementId;
use dom::Element;

use crate::app_state::AppState;
use crate::components::elements::plain_button;
use crate::lazy::Action;

/// A button that puts a link into the clipboard. `link` gives a fragment and is called when the button is pressed.
/// Where the browser refuses to copy, the whole address is shown to be copied by hand.
pub fn copy_link(state: AppState, label: &'static str, link: impl Fn() -> String + 'static) -> Element {
    plain_button(label, move |_| state.act(Action::CopyLink(link())))
}

/// The button that puts the citation of a statement into the clipboard.
pub fn cite(state: AppState, id: StatementId) -> Element {
    plain_button("Cite", move |_| state.act(Action::Cite(id))).attr("title", "Copy as a citation")
}

/// The button that pins a statement into the tray, and unpins it.
pub fn pin(state: AppState, id: StatementId) -> Element {
    let is_pinned = move || state.pinned.with(|pinned| if pinned.contains(&id) { "true" } else { "false" });
    plain_button("Pin", move |_| state.act(Action::Pin(id))).attr("aria-pressed", is_pinned)
}

/// The button that opens the dialog for sharing and exporting.
pub fn share(state: AppState) -> Element {
    plain_button("Share, export", move |_| state.act(Action::Share)).attr("aria-haspopup", "dialog")
}
