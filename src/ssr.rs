//! Server-side rendering, at build time: the components as HTML. A reader sees it before the program has loaded and
//! without JavaScript; previews of shared links are made of it. The words are those of the viewer, because the
//! components are.

use corpus::StatementId;
use dom::html::{aside, div};
use dom::{AnyView, fragment};
use leptos::prelude::*;
use query::{Shared, View};

use crate::app;
use crate::app_state::AppState;
use crate::components::card;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::pages;

/// The start page, which the program hydrates.
pub fn start(data: Shared) -> String {
    render(data, View::default(), app::app)
}

/// A statement's card with its passage.
pub fn statement(data: Shared, id: StatementId) -> String {
    let title = query::title::page_title(data, &View::statement(id));
    // The default view: an open card would have its passage within it as well.
    render(data, View::default(), |state| {
        let passage = aside().class("passage").attr("aria-label", "The passage").child(passage(state, id, None));
        fragment([
            div().class("mast still-mast").child(headline(title)),
            div().class("still").child(card::statement(state, id, None, true)).child(passage),
        ])
    })
}

/// A page other than the first.
pub fn page(data: Shared, view: View) -> String {
    let page = pages::page(&view);
    render(data, view, |state| page.draw(state))
}

fn render(data: Shared, view: View, draw: impl FnOnce(AppState) -> AnyView) -> String {
    Owner::new().with(|| draw(app::state(data, Some(view))).to_html())
}
