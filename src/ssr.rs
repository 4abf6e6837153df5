//! Server-side rendering, at build time: the components as HTML. A reader sees it before the program has loaded and
//! without JavaScript; previews of shared links are made of it. The words are those of the viewer, because the
//! components are.

use corpus::StatementId;
use leptos::prelude::*;
use query::view::Comparison;
use query::{Shared, View};

use crate::app;
use crate::desk::Desk;
use crate::html::{classed, row};
use crate::pages::rest;
pub use crate::pages::rest::Rest;
use crate::parts::card;
use crate::parts::masthead::headline;
use crate::parts::passage::passage;

/// The start page, which the program hydrates.
pub fn start(data: Shared) -> String {
    render(data, View::default(), app::app)
}

/// A statement's card with its passage.
pub fn statement(data: Shared, id: StatementId) -> String {
    let title = query::title::own(data, &View::statement(id));
    // The default view: an open card would have its passage within it as well.
    render(data, View::default(), |desk| {
        let passage = classed("aside", "passage").attr("aria-label", "The passage").child(passage(desk, id, None));
        row([
            classed("div", "mast still-mast").child(headline(title)),
            classed("div", "still").child(card::statement(desk, id, None, true)).child(passage),
        ])
    })
}

/// A page other than the first.
pub fn page(data: Shared, page: Rest) -> String {
    let view = match page {
        Rest::Actors => View::Actors,
        Rest::Actor(id) => View::Actor(id),
        Rest::Compare => View::Compare(Comparison::default()),
        Rest::Source(id) => View::Source(id, None),
        Rest::About => View::About,
    };
    render(data, view, |desk| rest::draw(desk, page))
}

fn render(data: Shared, view: View, draw: impl FnOnce(Desk) -> AnyView) -> String {
    Owner::new().with(|| draw(Desk::new(data, Some(view))).to_html())
}
