//! The part of the program that makes files of figures: its entry. No other part may call what is below it, and
//! nothing else may, or it is no longer in a file of its own; see `split`. It is loaded when a reader saves the first.

use std::sync::Arc;

use leptos::task::spawn_local;
use query::figures::overview::Figure;

use super::download::{self, FileKind};
use crate::app_state::{AppState, Toast};

/// What a file is made of, in the present view.
pub enum FileContent {
    /// A figure.
    Figure(Arc<Figure>),
    /// The comparison, all of whose texts are loaded.
    Comparison,
}

/// Makes a file once the part is loaded, and has the browser save it.
pub fn save(state: AppState, content: FileContent, kind: FileKind) {
    spawn_local(async move {
        if split_point::files(state, content, kind).await.is_err() {
            let words = "What draws figures could not be loaded. Try again, with a connection.";
            state.toast.set(Some(Toast::Failed(words.to_owned())));
        }
    });
}

fn make(state: AppState, content: FileContent, kind: FileKind) {
    match content {
        FileContent::Figure(figure) => download::figure(state, &figure, kind),
        FileContent::Comparison => download::comparison(state, kind),
    }
}

#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{AppState, FileContent, FileKind};

    #[wasm_split(files, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn files(state: AppState, content: FileContent, kind: FileKind) -> Result<(), SplitLoaderError> {
        super::make(state, content, kind);
        Ok(())
    }
}

/// The same function where the program is in one piece.
#[cfg(not(feature = "split"))]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{AppState, FileContent, FileKind};

    pub fn files(state: AppState, content: FileContent, kind: FileKind) -> Ready<Result<(), Infallible>> {
        super::make(state, content, kind);
        ready(Ok(()))
    }
}
