//! What readers ask for on every page: copying, citing, pinning, the dialog for sharing and exporting.

use corpus::StatementId;
use js_sys::Promise;
use leptos::prelude::window;
use leptos::task::spawn_local;
use query::pending::statements;
use query::{View, link};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::app_state::{AppState, Toast};
use crate::by_name::{call, get};
use crate::chunks::ChunkState;
use crate::components::share_dialog;
use crate::lazy::{Action, ShareRequest, ShareResponse};
use crate::navigation::{address, arrival};
use crate::tray;

/// Stands in place of a link where the page has no address.
pub const NO_ADDRESS: &str = "This copy of the briefing has no address that a link could lead to.";

/// Carries out what the reader asks for, and tells them.
pub fn carry_out(state: AppState, action: Action) {
    match action {
        Action::CopyView => copy_link(state, &state.view().get_untracked()),
        Action::CopyStatement(id) => copy_link(state, &View::statement(id)),
        Action::Cite(id) => cite(state, id),
        Action::Pin(id) => tray::toggle(state, id),
        Action::Share => share_dialog::open(state),
        Action::Revisit { chosen } => arrival::revisit(state, chosen),
    }
}

fn copy_link(state: AppState, view: &View) {
    match address::absolute(&link::share(state.data, view)) {
        Some(address) => copy_text(state, address, "Link copied."),
        None => state.toast.set(Some(Toast::Failed(NO_ADDRESS.into()))),
    }
}

/// Puts a text into the clipboard, and says `done`; where the browser refuses, shows the text to be copied by hand.
pub fn copy_text(state: AppState, text: String, done: &'static str) {
    spawn_local(async move {
        let toast = if write_to_clipboard(&text).await { Toast::Done(done) } else { Toast::CopyByHand(text) };
        state.toast.set(Some(toast));
    });
}

async fn write_to_clipboard(text: &str) -> bool {
    // Pages that were loaded over plain http have no clipboard at all.
    let clipboard = get(&window(), "navigator").and_then(|navigator| get(&navigator, "clipboard"));
    let written =
        clipboard.and_then(|clipboard| call(&clipboard, "writeText", &text.into())?.dyn_into::<Promise>().ok());
    match written {
        Some(written) => JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

/// Puts a statement's citation into the clipboard.
fn cite(state: AppState, id: StatementId) {
    let failed =
        move || state.toast.set(Some(Toast::Failed("The citation could not be made. Are you connected?".into())));
    let write = move |texts| {
        if texts != ChunkState::Loaded {
            return failed();
        }
        state.load_share(Box::new(move || match state.request_share(ShareRequest::Citation(id)) {
            Some(ShareResponse::Citation(text)) => copy_text(state, text, "Citation copied."),
            _ => failed(),
        }));
    };
    state.chunks.when_loaded(statements(state.data, [id]), Box::new(write));
}
