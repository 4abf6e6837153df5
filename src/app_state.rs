//! What every component shares: the briefing, the reader's view of it, and the few ways to change that.

use corpus::StatementId;
use leptos::prelude::*;
use query::link::Notice;
use query::{Shared, View, link};

use crate::html;
use crate::lazy::LoadState;
use crate::navigation;

/// The reader's state. The view is the only state that matters, and it is what the link says; the rest lasts no longer
/// than a glance.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The briefing.
    pub data: Shared,
    view: RwSignal<View>,
    /// Whether the address says something that only a later part of the program can read.
    pub unread_link: RwSignal<bool>,
    notices: RwSignal<Vec<Notice>>,
    /// The statement that the pointer or the focus is on.
    pub hovered: RwSignal<Option<StatementId>>,
    /// Whether the facets lie open over a narrow page.
    pub facets_open: RwSignal<bool>,
    /// Where the part of the program is that draws the pages other than the first.
    pub rest: RwSignal<LoadState>,
    /// Where the part of the program is that shares and exports.
    pub take: RwSignal<LoadState>,
    /// Whether sharing and exporting lies open over the page.
    pub share_open: RwSignal<bool>,
    /// The view before this one, while this one waits for its page.
    deferred: StoredValue<Option<Origin>>,
    /// What was just done, said in passing.
    pub toast: RwSignal<Option<Toast>>,
    /// Asks for the page to be drawn as if the reader had just come to it.
    pub redraw: RwSignal<bool>,
}

/// The view that the reader left; `None` for a reader who came from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin(pub Option<View>);

/// Something said in passing.
#[derive(Clone, Debug, PartialEq)]
pub enum Toast {
    /// Something is done: "Link copied."
    Done(&'static str),
    /// Something was not done, and what the reader can do.
    Failed(String),
    /// The browser refused to copy; here are the words to copy by hand.
    CopyByHand(String),
}

impl AppState {
    /// A state with a view; with none while that is to be read.
    pub fn new(data: Shared, view: Option<View>) -> AppState {
        AppState {
            data,
            unread_link: RwSignal::new(view.is_none()),
            view: RwSignal::new(view.unwrap_or_default()),
            notices: RwSignal::new(Vec::new()),
            hovered: RwSignal::new(None),
            facets_open: RwSignal::new(false),
            rest: RwSignal::new(LoadState::INITIAL),
            take: RwSignal::new(LoadState::INITIAL),
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

    /// Whether the view's page is on the screen, and not still on its way.
    pub fn is_page_loaded(self) -> bool {
        let first = || self.view.with_untracked(|view| matches!(view, View::Briefing(_)));
        self.rest.get_untracked() == LoadState::Loaded || !self.unread_link.get_untracked() && first()
    }

    /// Keeps where the reader came from until the page is drawn.
    pub fn defer(self, left: Origin) {
        self.deferred.set_value(Some(left));
    }

    /// Where the reader came from to the page that is drawn now; `None` where nobody waited for it.
    pub fn take_deferred(self) -> Option<Origin> {
        self.deferred.try_update_value(Option::take).flatten()
    }

    /// What of the link could not be read.
    pub fn notices(self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// The reader has seen the notices.
    pub fn dismiss_notices(self) {
        self.notices.set(Vec::new());
    }

    /// Lays out what a link says. The address is the caller's business.
    pub fn apply(self, parsed: link::Parsed) {
        self.unread_link.set(false);
        self.notices.set(parsed.notices);
        self.hovered.set(None);
        self.toast.set(None);
        if html::displaced() {
            self.redraw.notify();
        }
        if *self.view.read_untracked() != parsed.view {
            self.view.set(parsed.view);
        }
    }

    /// Shows the page in its original words: draws it anew, and asks translators to leave it alone.
    pub fn show_original(self) {
        if let Some(root) = navigation::element(crate::ROOT_ID) {
            // The first is the standard, the second what Google's translator knew before it.
            let _ = root.set_attribute("translate", "no");
            root.set_class_name("notranslate");
        }
        self.redraw.notify();
    }

    /// Shows what is being typed: the first letter is a new place in history, the following ones refine it.
    pub fn search(self, text: String) {
        let mut selection = self.view.read_untracked().selection();
        let refines = !selection.filter.text.is_empty();
        selection.filter.text = text;
        selection.open = None;
        let view = View::Briefing(selection);
        navigation::write_address(&link::write(self.data, &view), refines);
        self.apply(link::Parsed { view, notices: Vec::new() });
    }

    /// The statement whose passage is shown: the open one, or the one pointed at.
    pub fn current_statement(self) -> Option<StatementId> {
        self.view.with(View::open).or_else(|| self.hovered.get())
    }
}
