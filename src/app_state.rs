//! The state that all components share: the briefing, the reader's view of it, and the operations that change the view.
//!
//! No browser in here: the address, the history, the focus and the scroll position are the business of `navigation`.

use corpus::{ChunkId, StatementId};
use leptos::prelude::*;
use query::link::{Notice, Parsed};
use query::pending::{self, Pending};
use query::search::{Search, is_blank};
use query::statements::window::{Heights, is_windowed};
use query::view::Selection;
use query::{Shared, View};

use crate::chunks::Chunks;
use crate::lazy::{Door, LoadState, PagesRequest, PagesResponse, SearchOutcome, ShareRequest, ShareResponse};

/// The entries to the parts of the program that are loaded later.
pub struct Doors {
    /// To the pages other than the start page.
    pub pages: Door<AppState, PagesRequest, PagesResponse>,
    /// To sharing and exporting.
    pub share: Door<AppState, ShareRequest, ShareResponse>,
    /// To the chunks of the briefing: fetches one.
    pub chunks: fn(Chunks, ChunkId),
}

/// The app state. The view is what the link says, and the only state that is kept; everything else is transient.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The briefing.
    pub data: Shared,
    /// The chunks of the briefing that are loaded when something needs them.
    pub chunks: Chunks,
    doors: &'static Doors,
    view: RwSignal<View>,
    /// Whether the address holds a link that only a later part of the program can read.
    pub unread_link: RwSignal<bool>,
    notices: RwSignal<Vec<Notice>>,
    /// The open statement.
    pub open: Memo<Option<StatementId>>,
    /// The statement that the pointer or the focus is on.
    pub hovered: RwSignal<Option<StatementId>>,
    /// The statement that is about to be scrolled to: a list that is drawn in windows draws it, wherever the reader is.
    pub revealed: RwSignal<Option<StatementId>>,
    /// The heights of statements in lists that are drawn in windows.
    pub heights: StoredValue<Heights>,
    /// Whether the facets are opened over a narrow page.
    pub facets_open: RwSignal<bool>,
    /// How far the part with the pages other than the start page is loaded.
    pub pages: RwSignal<LoadState>,
    /// How far the part that shares and exports is loaded.
    pub share: RwSignal<LoadState>,
    /// Whether the dialog for sharing and exporting is open.
    pub share_open: RwSignal<bool>,
    /// Where the reader came from, while the page of the view is not loaded.
    deferred: StoredValue<Option<Origin>>,
    /// The message about what was just done.
    pub toast: RwSignal<Option<Toast>>,
    /// Notified when the page is to be drawn anew, as if the reader had just come to it.
    pub redraw: RwSignal<bool>,
}

/// The view that the reader left; `None` for a reader who came from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin(pub Option<View>);

/// A search that is not finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfinished;

/// A message about what was just done.
#[derive(Clone, Debug, PartialEq)]
pub enum Toast {
    /// Something is done: "Link copied."
    Done(&'static str),
    /// Something was not done, and what the reader can do.
    Failed(String),
    /// The browser refused to copy this text; the reader can do so by hand.
    CopyByHand(String),
}

impl AppState {
    /// The state at the start of the program. `view` is `None` where the link has still to be read, see
    /// [`unread_link`](Self::unread_link); the start page is the view until then.
    pub fn new(data: Shared, view: Option<View>, doors: &'static Doors) -> AppState {
        let unread_link = RwSignal::new(view.is_none());
        let view = RwSignal::new(view.unwrap_or_default());
        AppState {
            data,
            chunks: Chunks::new(data, doors.chunks),
            doors,
            unread_link,
            view,
            notices: RwSignal::new(Vec::new()),
            // A memo, so that cards are drawn again only where it changes, and not with every view.
            open: Memo::new(move |_| view.with(View::open)),
            hovered: RwSignal::new(None),
            revealed: RwSignal::new(None),
            heights: StoredValue::new(Heights::new(if is_windowed(data) { data.statements.len() } else { 0 })),
            facets_open: RwSignal::new(false),
            pages: RwSignal::new(LoadState::INITIAL),
            share: RwSignal::new(LoadState::INITIAL),
            share_open: RwSignal::new(false),
            deferred: StoredValue::new(None),
            toast: RwSignal::new(None),
            redraw: RwSignal::new(false),
        }
    }

    /// The view.
    pub fn view(self) -> ReadSignal<View> {
        self.view.read_only()
    }

    /// Applies what a link says. That the address says the same is up to the caller.
    pub fn apply(self, parsed: Parsed) {
        self.unread_link.set(false);
        self.notices.set(parsed.notices);
        self.hovered.set(None);
        self.toast.set(None);
        if *self.view.read_untracked() != parsed.view {
            self.view.set(parsed.view);
        }
    }

    /// The start page with a search text in place of the present one.
    pub fn search_view(self, text: String) -> View {
        let mut selection = self.view.read_untracked().selection();
        selection.filter.text = text;
        selection.open = None;
        View::Briefing(selection)
    }

    /// What of the link could not be read.
    pub fn notices(self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// Removes the notices.
    pub fn dismiss_notices(self) {
        self.notices.set(Vec::new());
    }

    /// The statement whose passage is shown: the open one, or else the one that the pointer or the focus is on.
    pub fn current_statement(self) -> Option<StatementId> {
        self.open.get().or_else(|| self.hovered.get())
    }

    /// Whether the page of the view can be drawn, and waits neither for a later part of the program nor for texts. Not
    /// tracked.
    pub fn is_page_loaded(self) -> bool {
        if self.view.with_untracked(|view| pending::page(self.data, view)).is_some() {
            return false;
        }
        // What a long list draws around a statement is decided in the part with the pages.
        let start_page =
            || !is_windowed(self.data) && self.view.with_untracked(|view| matches!(view, View::Briefing(_)));
        self.pages.get_untracked() == LoadState::Loaded || !self.unread_link.get_untracked() && start_page()
    }

    /// Keeps where the reader came from until the page of the view is loaded.
    pub fn defer(self, origin: Origin) {
        self.deferred.set_value(Some(origin));
    }

    /// Takes what [`defer`](Self::defer) has kept; `None` where no arrival waits for its page.
    pub fn take_deferred(self) -> Option<Origin> {
        self.deferred.try_update_value(Option::take).flatten()
    }

    /// Loads the part with the pages other than the start page, unless it is loaded.
    pub fn load_pages(self) {
        (self.doors.pages.load)(self, Box::new(|| {}));
    }

    /// The response of the part with the pages; `None` until it is loaded, which is tracked.
    pub fn request_pages(self, request: PagesRequest) -> Option<PagesResponse> {
        if self.pages.get() == LoadState::Loaded { (self.doors.pages.respond)(self, request) } else { None }
    }

    /// What the text of a selection finds; `None` for a blank text, and until the part that searches and the chunks
    /// that it needs are loaded, which is tracked.
    pub fn search(self, selection: &Selection) -> Option<Search> {
        self.required(self.try_search(selection, false)??)
    }

    /// The same in slices; an error while the search is not finished, which is tracked.
    pub fn search_in_slices(self, selection: &Selection) -> Result<Option<Search>, Unfinished> {
        match self.try_search(selection, true) {
            Some(None) => Err(Unfinished),
            outcome => Ok(outcome.flatten().and_then(|outcome| self.required(outcome))),
        }
    }

    fn required(self, outcome: Result<Option<Search>, Pending>) -> Option<Search> {
        match outcome {
            Ok(search) => search,
            Err(pending) => {
                self.chunks.require(&pending);
                None
            }
        }
    }

    /// The chunks that have to be loaded before the text of a selection can be searched for.
    pub fn search_pending(self, selection: &Selection) -> Option<Pending> {
        self.try_search(selection, false)??.err()
    }

    fn try_search(self, selection: &Selection, in_slices: bool) -> Option<SearchOutcome> {
        let text = &selection.filter.text;
        if is_blank(text) {
            return None;
        }
        match self.request_pages(PagesRequest::Search { text: text.clone(), sort: selection.sort, in_slices })? {
            PagesResponse::Search(search) => Some(search),
            _ => None,
        }
    }

    /// Loads the part that shares and exports, unless it is loaded; calls back when it is, or when loading failed.
    pub fn load_share(self, then: Box<dyn FnOnce()>) {
        (self.doors.share.load)(self, then);
    }

    /// The response of the part that shares and exports; `None` until it is loaded, which is tracked.
    pub fn request_share(self, request: ShareRequest) -> Option<ShareResponse> {
        if self.share.get() == LoadState::Loaded { (self.doors.share.respond)(self, request) } else { None }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
