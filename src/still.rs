//! The components as HTML, written when the page is built: what a reader sees before the program has arrived, without
//! JavaScript, and in a preview of a shared link. The words are those of the living page, because the components are.

use corpus::StatementId;
use dom::fragment;
use dom::html::{aside, div};
use leptos::prelude::*;
use query::view::Comparison;
use query::{Shared, View};

use crate::app;
use crate::desk::Desk;
use crate::pages::rest;
pub use crate::pages::rest::Rest;
use crate::parts::card;
use crate::parts::masthead::headline;
use crate::parts::passage::passage;

/// The start page as the program finds and takes over.
pub fn start(data: Shared) -> String {
    written(data, View::default(), app::app)
}

/// A statement's card with its passage.
pub fn statement(data: Shared, id: StatementId) -> String {
    let title = query::title::own(data, &View::statement(id));
    // Not opened: an open card has its passage within it as well.
    written(data, View::default(), |desk| {
        let passage = aside().class("passage").attr("aria-label", "The passage").child(passage(desk, id, None));
        fragment([
            div().class("mast still-mast").child(headline(title)),
            div().class("still").child(card::statement(desk, id, None, true)).child(passage),
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
    written(data, view, |desk| rest::draw(desk, page))
}

fn written(data: Shared, view: View, draw: impl FnOnce(Desk) -> AnyView) -> String {
    Owner::new().with(|| draw(Desk::new(data, Some(view))).to_html())
}
