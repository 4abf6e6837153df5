//! The frame around every page, and the wiring of the app state.

use dom::html::{self, div};
use dom::{AnyView, effect, fragment, memo_with_compare, nothing};
use query::{Shared, View};

use crate::app_state::AppState;
use crate::components::load_status::load_status;
use crate::components::{bar, translated};
use crate::lazy::PagesRequest;
use crate::navigation::navigate;
use crate::pages::briefing;
use crate::split;

/// The app state, wired to the later parts of the program. `view` is `None` where the link has still to be read.
pub fn state(data: Shared, view: Option<View>) -> AppState {
    AppState::new(data, view, &split::DOORS)
}

/// The viewer.
pub fn app(state: AppState) -> AnyView {
    effect(move || {
        navigate::install(state);
        state.load_pages();
    });
    // A page is built when the reader comes to it; what changes within it is the page's own business. `None` while a
    // later part of the program has to read which page it is.
    let current = memo_with_compare(
        move || (!state.unread_link.get()).then(|| state.view().get()),
        |before, after| match (before, after) {
            (Some(before), Some(after)) => !after.same_page(before),
            (before, after) => before.is_some() || after.is_some(),
        },
    );
    let page = move || {
        state.redraw.track();
        match current.get() {
            Some(View::Briefing(_)) => briefing::draw(state),
            Some(view) => later_page(state, view),
            None => load_status(state.pages, move || state.load_pages()),
        }
    };
    fragment([
        bar::bar(state),
        translated::notice(state).into_any(),
        later_region(state, || PagesRequest::Notices),
        html::main().class("wrap").id("main").reactive_content(page).into_any(),
        later_region(state, || PagesRequest::ShareDialog),
        div().class("toast").attr("role", "status").reactive_content(move || message(state)).into_any(),
    ])
}

/// A region with what the part of the program with the pages draws in it; empty until that is loaded.
fn later_region(state: AppState, request: fn() -> PagesRequest) -> AnyView {
    div().class("region").reactive_content(move || state.draw_later(request())).into_any()
}

/// The message about what was just done; before the part of the program is loaded that does it, how far that is.
fn message(state: AppState) -> AnyView {
    match state.draw_later(PagesRequest::Toast) {
        Some(toast) => toast,
        None if state.has_waiting() => load_status(state.pages, move || state.load_pages()),
        None => nothing(),
    }
}

/// A page other than the start page; until its part of the program is loaded, that it is coming.
fn later_page(state: AppState, view: View) -> AnyView {
    let page = state.draw_later(PagesRequest::Page(Box::new(view)));
    page.unwrap_or_else(|| load_status(state.pages, move || state.load_pages()))
}
