//! The part of the program that prints: its entry, for the part with the pages. Nothing else may call what is below it,
//! or it is no longer in a file of its own; see `split`.

use std::cell::Cell;

use dom::html::div;
use dom::{effect, mount};
use gloo::timers::callback::Timeout;
use leptos::task::spawn_local;

use super::install::CONTROLS_ID;
use crate::app_state::AppState;
use crate::browser::{ROOT_ID, element};

/// How long after the page is drawn, in milliseconds: it is on the screen first.
const PAUSE: u32 = 250;

thread_local! {
    /// Whether the part is loaded or being loaded.
    static IS_REQUESTED: Cell<bool> = const { Cell::new(false) };
}

/// Loads the part and installs printing. Where loading fails, it is tried again with each view the reader comes to.
pub fn load(state: AppState) {
    // The place of the controls, before what others put below the page.
    if let Some(root) = element(ROOT_ID) {
        mount(&root, || div().id(CONTROLS_ID).into_any()).forget();
    }
    effect(move || {
        state.view().track();
        if IS_REQUESTED.replace(true) {
            return;
        }
        Timeout::new(PAUSE, move || request(state)).forget();
    });
}

fn request(state: AppState) {
    spawn_local(async move {
        if split_point::print(state).await.is_err() {
            IS_REQUESTED.set(false);
        }
    });
}

#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::super::install::install;
    use super::AppState;

    #[wasm_split(print, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn print(state: AppState) -> Result<(), SplitLoaderError> {
        install(state);
        Ok(())
    }
}

/// The same function where the program is in one piece.
#[cfg(not(feature = "split"))]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::super::install::install;
    use super::AppState;

    pub fn print(state: AppState) -> Ready<Result<(), Infallible>> {
        install(state);
        ready(Ok(()))
    }
}
