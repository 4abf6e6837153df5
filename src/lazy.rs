//! The protocol of the parts of the program that are loaded after the first view.
//!
//! In the release bundle (feature `split`) each part is a file of its own; everywhere else it is simply there. The code
//! of the first view reaches a part only through the part's [`Door`], with a request and a response that are plain
//! data. So this file names no page, no dialog and no print: `split` implements the doors, and `app` hands them to the
//! app state.
//!
//! A part has one door, because each function marked `#[wasm_split]` costs as many bytes as a small page.

use dom::AnyView;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use corpus::StatementId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use query::View;
use query::facets::{FoundValues, LongFacet};
use query::link::Parsed;
use query::pending::Pending;
use query::search::Search;
use query::statements::window::Drawn;
use query::view::{Selection, Sort};

use crate::window::{Window, WindowInputs};

/// How far a part of the program is loaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoadState {
    /// Not requested, or being loaded.
    Pending,
    /// Loaded.
    Loaded,
    /// It could not be loaded.
    Failed,
}

impl LoadState {
    /// The state of every part when the program starts.
    pub const INITIAL: LoadState = if cfg!(feature = "split") { LoadState::Pending } else { LoadState::Loaded };
}

/// A request to the part with the pages other than the start page.
pub enum PagesRequest {
    /// Draws the page of a view.
    Page(Box<View>),
    /// Reads a link that [`query::link::read_exact`] does not.
    Link(String),
    /// Searches for a text.
    Search {
        /// The text.
        text: String,
        /// The order in which what is found is sorted.
        sort: Sort,
        /// Whether the search may be left unfinished, to go on in a later frame.
        in_slices: bool,
    },
    /// Searches for a text in the values of a facet.
    FacetValues {
        /// What is chosen on the start page.
        selection: Box<Selection>,
        /// The key of the facet.
        key: &'static str,
        /// The facet.
        facet: LongFacet,
        /// The text.
        text: String,
    },
    /// Draws an address as a QR code.
    QrCode {
        /// The text of the code.
        address: String,
        /// The accessible name of the drawing.
        label: &'static str,
    },
    /// Decides which rows of a long list are drawn.
    DrawnRows(WindowInputs),
    /// Follows the reader in a long list until the current owner is cleaned up.
    FollowList(Window),
    /// Installs what belongs to no page and comes with this part: printing, keyboard shortcuts, the interaction state.
    Install,
}

/// What a text finds, if it is not blank, or the chunks that are needed to search; `None` while the search is not
/// finished.
pub type SearchOutcome = Option<Result<Option<Search>, Pending>>;

/// The response to a [`PagesRequest`].
pub enum PagesResponse {
    /// A page or a QR code.
    View(AnyView),
    /// What the link says.
    Link(Box<Parsed>),
    /// The outcome of a search.
    Search(SearchOutcome),
    /// The values that were found.
    FacetValues(FoundValues),
    /// The rows that are drawn.
    DrawnRows(Drawn),
    /// What was to be installed is.
    Installed,
}

/// A request to the part that shares and exports.
#[derive(Clone, Copy)]
pub enum ShareRequest {
    /// Draws the content of the dialog.
    Dialog,
    /// Writes the citation of a statement.
    Citation(StatementId),
}

/// The response to a [`ShareRequest`].
pub enum ShareResponse {
    /// The content of the dialog.
    Dialog(AnyView),
    /// The citation.
    Citation(String),
}

/// The entry to a part: plain functions, for an app state `S`, requests `Q` and responses `R`.
pub struct Door<S, Q, R> {
    /// Loads the part unless it is loaded, and calls back when it is, or when loading failed.
    pub load: fn(S, Box<dyn FnOnce()>),
    /// Responds to a request; `None` where the part is not loaded after all.
    pub respond: fn(S, Q) -> Option<R>,
}

/// Runs the loading of a part and keeps its load state; `then` is called when the part is loaded, or when that failed.
pub fn load<E>(
    load_state: RwSignal<LoadState>,
    loading: impl Future<Output = Result<(), E>> + 'static,
    then: Box<dyn FnOnce()>,
) {
    if load_state.get_untracked() == LoadState::Loaded {
        return then();
    }
    load_state.set(LoadState::Pending);
    spawn_local(async move {
        load_state.set(if loading.await.is_ok() { LoadState::Loaded } else { LoadState::Failed });
        then();
    });
}

/// The output of a future that is known to be ready: a split function waits for its part, and that is loaded.
pub fn now_or_never<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}
