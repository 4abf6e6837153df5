//! The components as HTML, written when the page is built: what a reader sees before the program has arrived, without
//! JavaScript, and in a preview of a shared link. The words are those of the living page, because the components are.

use corpus::StatementId;
use leptos::prelude::*;
use query::{Shared, View};

use crate::app;
use crate::app_state::AppState;
use crate::components::card;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::html::{classed, row};
use crate::pages;

/// The start page as the program finds and takes over.
pub fn start(data: Shared) -> String {
    written(data, View::default(), app::app)
}

/// A statement's card with its passage.
pub fn statement(data: Shared, id: StatementId) -> String {
    let title = query::title::page_title(data, &View::statement(id));
    // Not opened: an open card has its passage within it as well.
    written(data, View::default(), |state| {
        let passage = classed("aside", "passage").attr("aria-label", "The passage").child(passage(state, id, None));
        row([
            classed("div", "mast still-mast").child(headline(title)),
            classed("div", "still").child(card::statement(state, id, None, true)).child(passage),
        ])
    })
}

/// A page other than the first.
pub fn page(data: Shared, view: View) -> String {
    let page = pages::page(&view);
    written(data, view, |state| page.draw(state))
}

fn written(data: Shared, view: View, draw: impl FnOnce(AppState) -> AnyView) -> String {
    Owner::new().with(|| draw(app::state(data, Some(view))).to_html())
}
