//! Server-side rendering, at build time: the components as HTML. A reader sees it before the program has loaded and
//! without JavaScript; previews of shared links are made of it. The words are those of the viewer, because the
//! components are.
//!
//! For whom a page is written is up to the caller: the [`Output`] says whether the program will hydrate it, and writes
//! its links.

mod document;
mod entry;
mod pages;

use corpus::{ActorId, DocumentId, StatementId};
use dom::html::{aside, div};
use dom::{AnyView, fragment};
use leptos::prelude::*;
use query::{Shared, View};

pub use dom::{LinkWriter, Output};

use crate::app;
use crate::app_state::AppState;
use crate::components::card;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::lazy::LoadState;

pub use document::DocumentPart;
pub use pages::Pages;

/// The start page, which the program hydrates.
pub fn start(data: Shared, output: Output) -> String {
    render(data, View::default(), output, |state| {
        // As the program finds it when it starts.
        state.pages.set(LoadState::Pending);
        app::app(state)
    })
}

/// A statement's card with its passage.
pub fn statement(data: Shared, id: StatementId, output: Output) -> String {
    let title = query::title::page_title(data, &View::statement(id));
    // The default view: an open card would have its passage within it as well.
    render(data, View::default(), output, |state| {
        let passage = aside().class("passage").attr("aria-label", "The passage").child(passage(state, id, None));
        fragment([
            div().class("masthead statement-page-masthead").child(headline(title)),
            div().class("statement-page").child(card::statement(state, id, None, true)).child(passage),
        ])
    })
}

/// A page other than the first.
pub fn page(data: Shared, view: View, output: Output) -> String {
    let page = crate::pages::page(&view);
    render(data, view, output, |state| page.draw(state))
}

/// A part of a document's text with its statements marked in place, and what is known of each beside it.
pub fn document(data: Shared, id: DocumentId, part: DocumentPart, output: Output) -> String {
    render(data, View::Source(id, None), output, |state| document::draw(state, id, part))
}

/// A page of the list of all actors.
pub fn actors(data: Shared, actors: &[ActorId], pages: &Pages, output: Output) -> String {
    render(data, View::Actors, output, |_| pages::actors(data, actors, pages))
}

/// The links to other pages of a list: for its beginning, and for its end.
pub fn page_links(data: Shared, pages: &Pages, output: Output) -> [String; 2] {
    [pages::links, pages::links_at_end].map(|links| render(data, View::default(), output, |_| links(pages)))
}

/// A page of the list of all statements.
pub fn statements(data: Shared, statements: &[StatementId], pages: &Pages, output: Output) -> String {
    render(data, View::default(), output, |_| pages::statements(data, statements, pages))
}

/// A page of the list of all documents.
pub fn documents(data: Shared, documents: &[DocumentId], pages: &Pages, output: Output) -> String {
    render(data, View::default(), output, |_| pages::documents(data, documents, pages))
}

/// A page of the list of an actor's statements.
pub fn actor(data: Shared, id: ActorId, statements: &[StatementId], pages: &Pages, output: Output) -> String {
    render(data, View::Actor(id), output, |_| pages::actor(data, id, statements, pages))
}

/// What is not on the start page of a large briefing: where the list of all statements and that of the documents are.
pub fn beyond_start(data: Shared, pages: &Pages, documents: String, output: Output) -> String {
    render(data, View::default(), output, |_| {
        fragment([pages::beyond_start(data, pages, documents), pages::links(pages)])
    })
}

fn render(data: Shared, view: View, output: Output, draw: impl FnOnce(AppState) -> AnyView) -> String {
    Owner::new().with(|| draw(app::state(data, Some(view))).to_html_for(output))
}
