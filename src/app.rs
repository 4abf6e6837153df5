//! The frame around every page.

use dom::html;
use dom::{effect, fragment};
use leptos::prelude::*;
use query::View;

use crate::desk::Desk;
use crate::pages::rest::{self, Rest};
use crate::parts::{bar, notices, said, translated};
use crate::{navigate, pages, take};

/// The viewer.
pub fn app(desk: Desk) -> AnyView {
    effect(move || {
        navigate::follow(desk);
        rest::fetch(desk);
    });
    // A page is built when the reader comes to it; what changes within it is the page's own business.
    let place = Memo::new(move |_| if desk.unread.get() { Place::Unread } else { desk.view().with(Place::of) });
    let page = move || {
        desk.redraw.track();
        match place.get() {
            Place::First => pages::briefing::page(desk),
            Place::Unread => rest::waiting(desk),
            Place::Other(page) => rest::page(desk, page),
        }
    };
    fragment([
        bar::bar(desk),
        translated::notice(desk).into_any(),
        notices::notices(desk),
        html::main().class("wrap").id("main").reactive_content(page).into_any(),
        take::place(desk),
        said::passing(desk),
    ])
}

/// Which page a view is on.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    First,
    /// Which one it is, a later part of the program has to find out.
    Unread,
    Other(Rest),
}

impl Place {
    fn of(view: &View) -> Place {
        Place::Other(match view {
            View::Briefing(_) => return Place::First,
            View::Actors => Rest::Actors,
            View::Actor(id) => Rest::Actor(*id),
            View::Compare(_) => Rest::Compare,
            View::Source(id, _) => Rest::Source(*id),
            View::About => Rest::About,
        })
    }
}
