//! The frame around every page.

use leptos::prelude::*;
use query::View;

use crate::desk::Desk;
use crate::html::{classed, effect, live, row};
use crate::parts::{bar, notices, said};
use crate::{keys, navigate, pages};

/// The viewer.
pub fn app(desk: Desk) -> AnyView {
    effect(move || {
        navigate::follow(desk);
        keys::listen(desk);
    });
    // A page is built when the reader comes to it; what changes within it is the page's own business.
    let place = Memo::new(move |_| desk.view().with(Place::of));
    let page = live(move || match place.get() {
        Place::Briefing => pages::briefing::page(desk),
        Place::Actors => pages::actors::page(desk),
        Place::Actor(id) => pages::actor::page(desk, id),
        Place::Compare => pages::compare::page(desk),
        Place::Source(id) => pages::source::page(desk, id),
        Place::About => pages::about::page(desk),
    });
    row([
        bar::bar(desk),
        notices::notices(desk),
        crate::html::Child::view(classed("main", "wrap").attr("id", "main").child(page)),
        said::passing(desk),
    ])
}

/// Which page a view is on.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Briefing,
    Actors,
    Actor(corpus::ActorId),
    Compare,
    Source(corpus::DocumentId),
    About,
}

impl Place {
    fn of(view: &View) -> Place {
        match view {
            View::Briefing(_) => Place::Briefing,
            View::Actors => Place::Actors,
            View::Actor(id) => Place::Actor(*id),
            View::Compare(_) => Place::Compare,
            View::Source(id, _) => Place::Source(*id),
            View::About => Place::About,
        }
    }
}
