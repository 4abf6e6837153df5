//! The frame around every page, and the wiring of the app state.

use dom::html;
use dom::{AnyView, effect, fragment};
use leptos::prelude::*;
use query::{Shared, View};

use crate::app_state::AppState;
use crate::components::load_status::load_status;
use crate::components::{bar, notices, share, toast, translated};
use crate::lazy::{PagesRequest, PagesResponse};
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
    let current = dom::memo(ArcMemo::new_with_compare(
        move |_| (!state.unread_link.get()).then(|| state.view().get()),
        |before, after| match (before, after) {
            (Some(Some(before)), Some(Some(after))) => !after.same_page(before),
            (Some(None), Some(None)) => false,
            _ => true,
        },
    ));
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
        notices::notices(state),
        html::main().class("wrap").id("main").reactive_content(page).into_any(),
        share::share_dialog(state),
        toast::toast(state),
    ])
}

/// A page other than the start page; until its part of the program is loaded, that it is coming.
fn later_page(state: AppState, view: View) -> AnyView {
    match state.request_pages(PagesRequest::Page(Box::new(view))) {
        Some(PagesResponse::View(page)) => page,
        _ => load_status(state.pages, move || state.load_pages()),
    }
}
