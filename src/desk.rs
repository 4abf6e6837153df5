//! What every component shares: the briefing, the reader's view of it, and the few ways to change that.

use corpus::StatementId;
use leptos::prelude::*;
use query::link::Notice;
use query::{Shared, View, link};

use crate::html;
use crate::later::Part;
use crate::navigate;

/// The reader's desk. The view is the only state that matters, and it is what the link says; the rest lasts no longer
/// than a glance.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The briefing.
    pub data: Shared,
    view: RwSignal<View>,
    /// Whether the address says something that only a later part of the program can read.
    pub unread: RwSignal<bool>,
    notices: RwSignal<Vec<Notice>>,
    /// The statement that the pointer or the focus is on.
    pub pointed: RwSignal<Option<StatementId>>,
    /// Whether the facets lie open over a narrow page.
    pub sheet: RwSignal<bool>,
    /// Where the part of the program is that draws the pages other than the first.
    pub rest: RwSignal<Part>,
    /// Where the part of the program is that shares and exports.
    pub take: RwSignal<Part>,
    /// Whether sharing and exporting lies open over the page.
    pub taking: RwSignal<bool>,
    /// The view before this one, while this one waits for its page.
    left: StoredValue<Option<Left>>,
    /// What was just done, said in passing.
    pub said: RwSignal<Option<Said>>,
    /// Asks for the page to be drawn as if the reader had just come to it.
    pub redraw: RwSignal<bool>,
}

/// The view that the reader left; `None` for a reader who came from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Left(pub Option<View>);

/// Something said in passing.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Something is done: "Link copied."
    Done(&'static str),
    /// Something was not done, and what the reader can do.
    Failed(String),
    /// The browser refused to copy; here are the words to copy by hand.
    CopyByHand(String),
}

impl Desk {
    /// A desk with a view; with none while that is to be read.
    pub fn new(data: Shared, view: Option<View>) -> Desk {
        Desk {
            data,
            unread: RwSignal::new(view.is_none()),
            view: RwSignal::new(view.unwrap_or_default()),
            notices: RwSignal::new(Vec::new()),
            pointed: RwSignal::new(None),
            sheet: RwSignal::new(false),
            rest: RwSignal::new(Part::AT_FIRST),
            take: RwSignal::new(Part::AT_FIRST),
            taking: RwSignal::new(false),
            left: StoredValue::new(None),
            said: RwSignal::new(None),
            redraw: RwSignal::new(false),
        }
    }

    /// The view.
    pub fn view(self) -> ReadSignal<View> {
        self.view.read_only()
    }

    /// Whether the view's page is on the screen, and not still on its way.
    pub fn drawn(self) -> bool {
        let first = || self.view.with_untracked(|view| matches!(view, View::Briefing(_)));
        self.rest.get_untracked() == Part::Here || !self.unread.get_untracked() && first()
    }

    /// Keeps where the reader came from until the page is drawn.
    pub fn wait(self, left: Left) {
        self.left.set_value(Some(left));
    }

    /// Where the reader came from to the page that is drawn now; `None` where nobody waited for it.
    pub fn waited(self) -> Option<Left> {
        self.left.try_update_value(Option::take).flatten()
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
    pub fn lay_out(self, parsed: link::Parsed) {
        self.unread.set(false);
        self.notices.set(parsed.notices);
        self.pointed.set(None);
        self.said.set(None);
        if html::displaced() {
            self.redraw.notify();
        }
        if *self.view.read_untracked() != parsed.view {
            self.view.set(parsed.view);
        }
    }

    /// Shows the page in its original words: draws it anew, and asks translators to leave it alone.
    pub fn show_original(self) {
        if let Some(root) = navigate::element(crate::ROOT_ID) {
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
        navigate::write_address(&link::write(self.data, &view), refines);
        self.lay_out(link::Parsed { view, notices: Vec::new() });
    }

    /// The statement whose passage is shown: the open one, or the one pointed at.
    pub fn current(self) -> Option<StatementId> {
        self.view.with(View::open).or_else(|| self.pointed.get())
    }
}
