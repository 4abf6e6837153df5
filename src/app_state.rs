//! The state that all components share: the briefing, the reader's view of it, and the operations that change the view.
//!
//! No browser in here: the address, the history, the focus and the scroll position are the business of `navigation`.

use std::ops::Deref;

use corpus::{ChunkId, StatementId};
use dom::{AnyView, Memo, ReadSignal, Signal, memo};
use leptos::prelude::*;
use query::link::{Notice, Parsed};
use query::pending::Pending;
use query::search::{Search, is_blank};
use query::statements::window::{Heights, is_windowed};
use query::view::Selection;
use query::{Shared, View};

use crate::chunks::Chunks;
use crate::lazy::{
    Action, Door, LoadState, Origin, PagesRequest, PagesResponse, SearchOutcome, ShareRequest, ShareResponse,
};

/// The entries to the parts of the program that are loaded later.
pub struct Doors {
    /// To the pages other than the start page.
    pub pages: Door<AppState, PagesRequest, PagesResponse>,
    /// To sharing and exporting.
    pub share: Door<AppState, ShareRequest, ShareResponse>,
    /// To the chunks of the briefing: fetches one.
    pub chunks: fn(Chunks, ChunkId),
}

/// The app state: a handle that every closure of the page can hold, to what is there for as long as the program runs.
#[derive(Clone, Copy)]
pub struct AppState(&'static State);

impl Deref for AppState {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What the app state is made of. The view is what the link says, and the only state that is kept; everything else is
/// transient.
pub struct State {
    /// The briefing.
    pub data: Shared,
    /// The chunks of the briefing that are loaded when something needs them.
    pub chunks: Chunks,
    doors: &'static Doors,
    view: Signal<View>,
    /// Whether the address holds a link that only a later part of the program can read.
    pub unread_link: Signal<bool>,
    notices: Signal<Vec<Notice>>,
    /// The open statement.
    pub open: Memo<Option<StatementId>>,
    /// The statement that the pointer or the focus is on.
    pub hovered: Signal<Option<StatementId>>,
    /// The pinned statements, which the part with the pages keeps, see `tray`.
    pub pinned: Signal<Vec<StatementId>>,
    /// The statement that is about to be scrolled to: a list that is drawn in windows draws it, wherever the reader is.
    pub revealed: Signal<Option<StatementId>>,
    /// The heights of statements in lists that are drawn in windows.
    pub heights: StoredValue<Heights>,
    /// Whether the facets are opened over a narrow page.
    pub facets_open: Signal<bool>,
    /// How far the part with the pages other than the start page is loaded.
    pub pages: Signal<LoadState>,
    /// How far the part that shares and exports is loaded.
    pub share: Signal<LoadState>,
    /// How far the part with the figures is loaded.
    pub figures: Signal<LoadState>,
    /// Whether the dialog for sharing and exporting is open.
    pub share_open: Signal<bool>,
    /// The navigation that waits for a part of the program or for texts.
    deferred: StoredValue<Option<Origin>>,
    /// What the reader has asked for while the part that carries it out is not loaded, in order.
    waiting: Signal<Vec<Action>>,
    /// The message about what was just done.
    pub toast: Signal<Option<Toast>>,
    /// Notified when the page is to be drawn anew, as if the reader had just come to it.
    pub redraw: Signal<bool>,
}

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
    /// [`unread_link`](State::unread_link); the start page is the view until then.
    pub fn new(data: Shared, view: Option<View>, doors: &'static Doors) -> AppState {
        let unread_link = Signal::new(view.is_none());
        let view = Signal::new(view.unwrap_or_default());
        AppState(Box::leak(Box::new(State {
            data,
            chunks: Chunks::new(data, doors.chunks),
            doors,
            unread_link,
            view,
            notices: Signal::new(Vec::new()),
            // A memo, so that cards are drawn again only where it changes, and not with every view.
            open: memo(move || view.with(View::open)),
            hovered: Signal::new(None),
            pinned: Signal::default(),
            revealed: Signal::new(None),
            heights: StoredValue::new(Heights::new(if is_windowed(data) { data.statements.len() } else { 0 })),
            facets_open: Signal::new(false),
            pages: Signal::new(LoadState::INITIAL),
            share: Signal::new(LoadState::INITIAL),
            figures: Signal::new(LoadState::INITIAL),
            share_open: Signal::new(false),
            deferred: StoredValue::new(None),
            waiting: Signal::default(),
            toast: Signal::new(None),
            redraw: Signal::new(false),
        })))
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
        if self.view.with_untracked(|view| *view != parsed.view) {
            self.view.set(parsed.view);
        }
    }

    /// The page with a search text in place of the present one; from a page without a filter, the start page.
    pub fn search_view(self, text: String) -> View {
        self.view.with_untracked(|view| view.with(|filter| filter.text = text))
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

    /// Completes a navigation, as soon as the part with the pages is loaded that does so. One that waits gives way to
    /// the next.
    pub fn arrive(self, origin: Origin) {
        self.deferred.set_value(None);
        if self.pages.get_untracked() == LoadState::Loaded {
            (self.doors.pages.respond)(self, PagesRequest::Arrive(Box::new(origin)));
        } else {
            self.defer(origin);
        }
    }

    /// Keeps a navigation until what it waits for is loaded.
    pub fn defer(self, origin: Origin) {
        self.deferred.set_value(Some(origin));
    }

    /// Takes the navigation that waits; `None` where none does.
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

    /// What the part with the pages draws; `None` until it is loaded, which is tracked.
    pub fn draw_later(self, request: PagesRequest) -> Option<AnyView> {
        match self.request_pages(request)? {
            PagesResponse::View(view) => Some(view),
            _ => None,
        }
    }

    /// Carries out what the reader asks for, or keeps it until the part of the program is loaded that does so. Loads
    /// that part once more where loading it has failed.
    pub fn act(self, action: Action) {
        match self.pages.get_untracked() {
            LoadState::Loaded => {
                (self.doors.pages.respond)(self, PagesRequest::Act(action));
            }
            load_state => {
                self.waiting.update(|waiting| waiting.push(action));
                if load_state == LoadState::Failed {
                    self.load_pages();
                }
            }
        }
    }

    /// Whether something that the reader has asked for waits for its part of the program. Tracked.
    pub fn has_waiting(self) -> bool {
        self.waiting.with(|waiting| !waiting.is_empty())
    }

    /// Once the part with the pages is loaded: installs what comes with it, and carries out what has waited for it.
    /// Does nothing where loading has failed.
    pub fn after_loading_pages(self) {
        if self.pages.get_untracked() != LoadState::Loaded {
            return;
        }
        let respond = self.doors.pages.respond;
        respond(self, PagesRequest::Install);
        let waiting = self.waiting.get_untracked();
        self.waiting.set(Vec::new());
        for action in waiting {
            respond(self, PagesRequest::Act(action));
        }
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
