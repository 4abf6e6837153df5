//! The pages: one module each, with how the page is drawn on the screen and how it is printed side by side.
//!
//! The start page belongs to the first view, and `app` draws it directly. All other drawing is in a later part of the
//! program, and all printing in another; [`page()`] and [`printed_page()`] are the only ways in.

pub mod about;
pub mod actor;
pub mod actors;
pub mod briefing;
pub mod compare;
pub mod overview;
mod page;
pub mod source;

use query::View;

pub use page::{Page, PrintedPage};

/// The page of a view.
pub fn page(view: &View) -> Box<dyn Page> {
    match view {
        View::Briefing(_) => Box::new(briefing::BriefingPage),
        View::Overview(_) => Box::new(overview::OverviewPage),
        View::Actors => Box::new(actors::ActorsPage),
        View::Actor(id) => Box::new(actor::ActorPage(*id)),
        View::Compare(_) => Box::new(compare::ComparePage),
        View::Source(id, _) => Box::new(source::SourcePage(*id)),
        View::About => Box::new(about::AboutPage),
    }
}

/// The page of a view, for print.
pub fn printed_page(view: &View) -> Box<dyn PrintedPage> {
    match view {
        View::Briefing(_) => Box::new(briefing::BriefingPage),
        View::Overview(_) => Box::new(overview::OverviewPage),
        View::Actors => Box::new(actors::ActorsPage),
        View::Actor(id) => Box::new(actor::ActorPage(*id)),
        View::Compare(_) => Box::new(compare::ComparePage),
        View::Source(id, _) => Box::new(source::SourcePage(*id)),
        View::About => Box::new(about::AboutPage),
    }
}
