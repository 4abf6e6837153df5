//! The frame around every page.

use leptos::prelude::*;
use query::View;

use crate::app_state::AppState;
use crate::components::{bar, notices, toast, translated};
use crate::html::{Child, classed, effect, row};
use crate::pages::deferred::{self, Route};
use crate::{navigation, pages, share};

/// The viewer.
pub fn app(state: AppState) -> AnyView {
    effect(move || {
        navigation::follow(state);
        deferred::fetch(state);
    });
    // A page is built when the reader comes to it; what changes within it is the page's own business.
    let place = Memo::new(move |_| if state.unread_link.get() { Place::Unread } else { state.view().with(Place::of) });
    let page = move || {
        state.redraw.track();
        match place.get() {
            Place::First => pages::briefing::page(state),
            Place::Unread => deferred::waiting(state),
            Place::Other(page) => deferred::page(state, page),
        }
    };
    row([
        bar::bar(state),
        translated::notice(state).view(),
        notices::notices(state),
        classed("main", "wrap").attr("id", "main").live(page).view(),
        share::place(state),
        toast::toast(state),
    ])
}

/// Which page a view is on.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    First,
    /// Which one it is, a later part of the program has to find out.
    Unread,
    Other(Route),
}

impl Place {
    fn of(view: &View) -> Place {
        Place::Other(match view {
            View::Briefing(_) => return Place::First,
            View::Actors => Route::Actors,
            View::Actor(id) => Route::Actor(*id),
            View::Compare(_) => Route::Compare,
            View::Source(id, _) => Route::Source(*id),
            View::About => Route::About,
        })
    }
}
