//! The protocol of the parts of the program that are loaded after the first view.
//!
//! In the release bundle (feature `split`) each part is a file of its own; everywhere else it is simply there. The code
//! of the first view reaches a part only through the part's [`Door`], with a request and a response that are plain
//! data. So this file names no page, no dialog and no print: `split` implements the doors, and `app` hands them to the
//! app state.
//!
//! A part has one door, because each function marked `#[wasm_split]` costs as many bytes as a small page.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use corpus::StatementId;
use dom::{AnyView, Memo, Signal};
use leptos::prelude::StoredValue;
use leptos::task::spawn_local;
use query::View;
use query::facets::LongFacet;
use query::link::Parsed;
use query::pending::Pending;
use query::search::Search;
use query::statements::StatementsPage;
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
    /// The state of every part when the program starts. Natively all of them are there.
    pub const INITIAL: LoadState = if cfg!(target_arch = "wasm32") { LoadState::Pending } else { LoadState::Loaded };
}

/// What the reader does in the boxes of long facets, by the key of the facet. It outlives each drawing of the facets.
pub type FacetInputs = Signal<Vec<(&'static str, FacetInput)>>;

/// Where a navigation began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The view that the reader left; `None` for a reader who came from elsewhere.
    pub view: Option<View>,
    /// The id of the element that had the focus, empty where it had none; `None` where no element had it.
    pub focused: Option<String>,
}

/// What the reader asks for that is carried out by the part with the pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// To put the address of the present view into the clipboard.
    CopyView,
    /// To put the address of a statement into the clipboard.
    CopyStatement(StatementId),
    /// To put the citation of a statement into the clipboard.
    Cite(StatementId),
    /// To pin a statement into the tray, or to unpin it where it is pinned.
    Pin(StatementId),
    /// To open the dialog for sharing and exporting.
    Share,
    /// To be shown the present view once more.
    Revisit {
        /// Whether by the chosen one of several links, each a way to show the page.
        chosen: bool,
    },
}

/// What the reader does in the box of a long facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetInput {
    /// What is typed.
    pub text: String,
    /// How often more was asked for.
    pub steps: usize,
}

/// What the figures of the start page are drawn from. It outlives each drawing of them.
#[derive(Clone, Copy)]
pub struct FigureInputs {
    /// The start page.
    pub page: Memo<StatementsPage>,
    /// Whether the reader chooses in a figure itself, see [`fold`](crate::components::masthead::fold).
    pub used: StoredValue<bool>,
}

/// A part of the search in a long facet. Between the two are the first values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetSearchPart {
    /// The box in which values are found by name.
    Box,
    /// What is found, or the values after the first.
    Values,
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
    /// Builds the start page of a selection that is not arranged by time.
    StartPage {
        /// The selection.
        selection: Box<Selection>,
        /// The outcome of its search.
        search: Option<Search>,
    },
    /// Draws the figures of the start page.
    Figures(FigureInputs),
    /// Draws the passage of a statement.
    Passage {
        /// The statement.
        id: StatementId,
        /// What the search highlights in it.
        highlights: Option<Memo<Option<Search>>>,
        /// Whether to draw also how the statement came there.
        with_chain: bool,
    },
    /// Draws a part of the search in a long facet.
    FacetSearch {
        /// The part.
        part: FacetSearchPart,
        /// The key of the facet.
        key: &'static str,
        /// The facet.
        facet: LongFacet,
        /// What the reader does in the boxes of all facets.
        inputs: FacetInputs,
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
    /// Draws the notices about the link that was followed.
    Notices,
    /// Draws the message about what was just done.
    Toast,
    /// Draws the frame of the dialog for sharing and exporting, while that is open.
    ShareDialog,
    /// Carries out what the reader asks for.
    Act(Action),
    /// Moves the scroll position and the focus after a navigation.
    Arrive(Box<Origin>),
    /// Installs what belongs to no page and comes with this part, such as printing, keyboard shortcuts and the title of
    /// the window.
    Install,
}

/// What a text finds, if it is not blank, or the chunks that are needed to search; `None` while the search is not
/// finished.
pub type SearchOutcome = Option<Result<Option<Search>, Pending>>;

/// The response to a [`PagesRequest`].
pub enum PagesResponse {
    /// What was to be drawn.
    View(AnyView),
    /// The start page.
    StartPage(Box<StatementsPage>),
    /// What the link says.
    Link(Box<Parsed>),
    /// The outcome of a search.
    Search(SearchOutcome),
    /// The rows that are drawn.
    DrawnRows(Drawn),
    /// What was to be done or installed is.
    Done,
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
    load_state: Signal<LoadState>,
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
