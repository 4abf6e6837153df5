//! The app state without a browser, under an owner of its own.

use std::cell::RefCell;
use std::path::Path;

use super::*;
use crate::lazy::Door;

thread_local! {
    /// What the fake doors were asked for.
    static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The corpus in `seeds/`.
fn shipped() -> Shared {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let compiled =
        corpus::compile::compile_dir(&seeds).unwrap_or_else(|report| panic!("{}", report.render(false, 100)));
    Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("what was just compiled loads")))
}

fn note(what: &str) {
    ASKED.with_borrow_mut(|asked| asked.push(what.to_owned()));
}

fn asked() -> Vec<String> {
    ASKED.take()
}

/// The pages can be loaded, and sharing cannot.
static DOORS: Doors = Doors {
    pages: Door {
        load: |state, then| {
            state.pages.set(LoadState::Loaded);
            state.after_loading_pages();
            then();
        },
        respond: |state, request| match request {
            PagesRequest::Search { text, sort, .. } => {
                note(&text);
                Some(PagesResponse::Search(Some(query::search::try_search(state.data, &text, sort))))
            }
            PagesRequest::Install => {
                note("install");
                Some(PagesResponse::Done)
            }
            PagesRequest::Act(action) => {
                note(&format!("{action:?}"));
                Some(PagesResponse::Done)
            }
            PagesRequest::Arrive(origin) => {
                note(&format!("arrive from {}", origin.focused.unwrap_or_default()));
                Some(PagesResponse::Done)
            }
            _ => None,
        },
    },
    share: Door {
        load: |state, then| {
            state.share.set(LoadState::Failed);
            then();
        },
        respond: |_, _| {
            note("share");
            None
        },
    },
    chunks: |_, _| note("chunk"),
};

/// Runs a test with the state of a program that has just started, and no part of it loaded but the first.
fn with_state(view: Option<View>, test: impl FnOnce(AppState)) {
    let owner = Owner::new();
    owner.with(|| {
        let state = AppState::new(shipped(), view, &DOORS);
        state.pages.set(LoadState::Pending);
        state.share.set(LoadState::Pending);
        test(state);
    });
}

fn parsed(view: View) -> Parsed {
    Parsed { view, notices: Vec::new() }
}

#[test]
fn a_link_replaces_the_view_and_what_was_said_of_the_last_one() {
    with_state(Some(View::default()), |state| {
        state.hovered.set(Some(StatementId(3)));
        state.toast.set(Some(Toast::Done("Link copied.")));
        let notice = Notice { text: "no-such-topic".to_owned(), instead: None };
        state.apply(Parsed { view: View::Actors, notices: vec![notice.clone()] });
        assert_eq!(state.view().get_untracked(), View::Actors);
        assert_eq!(state.notices().get_untracked(), [notice]);
        assert_eq!(state.hovered.get_untracked(), None);
        assert_eq!(state.toast.get_untracked(), None);
        state.dismiss_notices();
        assert!(state.notices().get_untracked().is_empty());
    });
}

#[test]
fn a_link_to_the_same_view_notifies_nobody() {
    with_state(Some(View::About), |state| {
        let runs = RwSignal::new(0);
        let title = memo(move || {
            runs.update_untracked(|runs| *runs += 1);
            state.view().with(|view| query::title::title(state.data, view))
        });
        title.get_untracked();
        state.apply(parsed(View::About));
        title.get_untracked();
        assert_eq!(runs.get_untracked(), 1);
        state.apply(parsed(View::Actors));
        title.get_untracked();
        assert_eq!(runs.get_untracked(), 2);
    });
}

#[test]
fn an_arrival_waits_for_the_part_that_completes_it_and_only_the_last_one_counts() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            assert_eq!(state.take_deferred(), None);
            state.arrive(Origin::default());
            let last = Origin { view: Some(View::About), focused: None };
            state.arrive(last.clone());
            assert!(asked().is_empty());
            assert_eq!(state.take_deferred(), Some(last));
            assert_eq!(state.take_deferred(), None);
        });
    });
}

#[test]
fn an_arrival_on_a_loaded_page_is_completed_at_once_and_ends_those_that_wait() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            state.arrive(Origin::default());
            state.load_pages();
            asked();
            state.apply(parsed(View::About));
            state.arrive(Origin { view: Some(View::default()), focused: Some("search".to_owned()) });
            assert_eq!(asked(), ["arrive from search"]);
            assert_eq!(state.take_deferred(), None);
        });
    });
}

#[test]
fn a_link_that_is_still_to_be_read_is_the_start_page_until_it_is_read() {
    with_state(None, |state| {
        assert!(state.unread_link.get_untracked());
        state.apply(parsed(View::About));
        assert!(!state.unread_link.get_untracked());
        assert_eq!(state.view().get_untracked(), View::About);
    });
}

#[test]
fn a_search_keeps_the_filters_and_closes_the_open_statement() {
    let view = query::link::parse(shipped(), "#/?topic=basing&q=old&statement=tashkent-no-bases").view;
    let filter = view.selection().filter;
    with_state(Some(view), |state| {
        let found = state.search_view("new".to_owned()).selection();
        assert_eq!(found.open, None);
        assert_eq!(found.filter.text, "new");
        assert_eq!(found.filter.topics, filter.topics);
    });
    with_state(Some(View::About), |state| {
        let found = state.search_view("new".to_owned()).selection();
        assert_eq!(found.filter.text, "new", "a search begins on every page");
    });
}

#[test]
fn only_a_loaded_part_is_asked_and_only_for_a_text() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            let selection = |text: &str| state.search_view(text.to_owned()).selection();
            assert_eq!(state.search(&selection("bases")), None);
            assert!(asked().is_empty());
            state.load_pages();
            assert_eq!(asked(), ["install"]);
            assert_eq!(state.search(&selection(" ")), None);
            assert!(asked().is_empty());
            assert!(state.search(&selection("bases")).is_some());
            assert_eq!(asked(), ["bases"]);
        });
    });
}

#[test]
fn what_is_asked_for_before_its_part_is_loaded_is_done_once_it_is() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            state.act(Action::Cite(StatementId(1)));
            state.act(Action::CopyView);
            state.act(Action::Share);
            assert!(asked().is_empty() && state.has_waiting());
            state.load_pages();
            assert_eq!(asked(), ["install", "Cite(StatementId(1))", "CopyView", "Share"]);
            assert!(!state.has_waiting());
            state.act(Action::Share);
            assert_eq!(asked(), ["Share"], "nothing is done twice");
            assert!(!state.has_waiting());
        });
    });
}

#[test]
fn what_is_asked_for_outlives_a_failure_and_loads_the_part_again() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            state.act(Action::Cite(StatementId(1)));
            state.pages.set(LoadState::Failed);
            state.after_loading_pages();
            assert!(asked().is_empty() && state.has_waiting());
            state.act(Action::Share);
            assert_eq!(asked(), ["install", "Cite(StatementId(1))", "Share"]);
        });
    });
}

#[test]
fn a_part_that_could_not_be_loaded_is_not_asked() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            let called_back = StoredValue::new(false);
            state.load_share(Box::new(move || called_back.set_value(true)));
            assert!(called_back.get_value());
            assert!(state.request_share(ShareRequest::Dialog).is_none());
            assert!(asked().is_empty());
        });
    });
}

#[test]
fn the_current_statement_is_the_open_one_or_else_the_hovered() {
    with_state(Some(View::default()), |state| {
        untrack(|| {
            assert_eq!(state.current_statement(), None);
            state.hovered.set(Some(StatementId(1)));
            assert_eq!(state.current_statement(), Some(StatementId(1)));
        });
    });
    with_state(Some(View::statement(StatementId(2))), |state| {
        untrack(|| {
            state.hovered.set(Some(StatementId(1)));
            assert_eq!(state.current_statement(), Some(StatementId(2)));
        });
    });
}
