//! What the first view does not need: the pages other than the first, and searching; a part of the program that is loaded
//! when the first view stands, see [`lazy`].

use corpus::{ActorId, DocumentId};
use leptos::prelude::*;
use query::Shared;
use query::link::{self, Parsed};
use query::search::{Search, is_blank};

use super::{about, actor, actors, compare, source};
use crate::app_state::AppState;
use crate::components::qr;
use crate::html::nothing;
use crate::lazy::{self, LoadState, now_or_never};
use crate::{interaction, keyboard, navigation, print};

/// A page other than the first.
#[derive(Clone, Copy, PartialEq)]
pub enum Route {
    /// All actors.
    Actors,
    /// One actor.
    Actor(ActorId),
    /// The comparison.
    Compare,
    /// A document.
    Source(DocumentId),
    /// About the briefing.
    About,
}

/// Draws a page, where what draws it is here.
pub fn draw(state: AppState, page: Route) -> AnyView {
    match page {
        Route::Actors => actors::page(state),
        Route::Actor(id) => actor::page(state, id),
        Route::Compare => compare::page(state),
        Route::Source(id) => source::page(state, id),
        Route::About => about::page(state),
    }
}

/// What this part is asked for. It has one door, because each costs as much as a small page.
pub enum Request<'q> {
    /// To draw a page.
    Page(AppState, Route),
    /// To read a link that is not exactly one of ours.
    Link(Shared, &'q str),
    /// To search for a text.
    Search(Shared, &'q str),
    /// To settle in: what belongs to no page and comes with this part, which is printing, the
    /// shortcuts of the keyboard, and telling when the reader acts.
    Install(AppState),
    /// To draw an address as a QR code, with what the code is called.
    Qr(&'q str, &'static str),
}

/// What it answers.
pub enum Response {
    /// A page.
    Page(AnyView),
    /// What the link says.
    Read(Box<Parsed>),
    /// What was found.
    Found(Option<Search>),
    /// It is done.
    Done,
}

#[allow(clippy::needless_pass_by_value, reason = "it is asked once")]
fn answer(ask: Request) -> Response {
    match ask {
        Request::Page(state, page) => Response::Page(draw(state, page)),
        Request::Link(data, link) => Response::Read(Box::new(link::parse(data, link))),
        Request::Search(data, text) => Response::Found(query::search::search(data, text)),
        Request::Install(state) => {
            print::install(state);
            keyboard::listen(state);
            interaction::listen();
            Response::Done
        }
        Request::Qr(address, name) => Response::Page(qr::qr(address, name)),
    }
}

#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the two halves find each other by an exported name, which the macro writes")]
mod part {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Request, Response};

    #[wasm_split(rest, wasm_split_path = leptos::wasm_split, preload(fetch), fallible)]
    pub fn enter(ask: Request<'_>) -> Result<Response, SplitLoaderError> {
        Ok(super::answer(ask))
    }
}

#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{Request, Response};

    pub fn fetch() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn enter(ask: Request) -> Ready<Result<Response, Infallible>> {
        ready(Ok(super::answer(ask)))
    }
}

fn request(state: AppState, ask: Request) -> Option<Response> {
    if state.rest.get() == LoadState::Loaded { now_or_never(part::enter(ask))?.ok() } else { None }
}

/// Fetches what draws these pages and searches, unless it is here.
pub fn fetch(state: AppState) {
    lazy::fetch(state.rest, part::fetch(), Box::new(move || arrive(state)));
}

fn arrive(state: AppState) {
    if state.unread_link.get_untracked()
        && let Some(parsed) = read(state, &navigation::fragment())
    {
        state.apply(parsed);
    }
    navigation::arrive_at_last(state);
    request(state, Request::Install(state));
}

/// What a link says; nothing until what reads it is here.
pub fn read(state: AppState, link: &str) -> Option<Parsed> {
    if let Some(view) = link::read_exact(state.data, link) {
        return Some(Parsed { view, notices: Vec::new() });
    }
    match request(state, Request::Link(state.data, link))? {
        Response::Read(parsed) => Some(*parsed),
        _ => None,
    }
}

/// An address as a QR code; nothing until what draws it is here.
pub fn code(state: AppState, address: &str, name: &'static str) -> AnyView {
    match request(state, Request::Qr(address, name)) {
        Some(Response::Page(code)) => code,
        _ => nothing(),
    }
}

/// A page; until what draws it is here, that it is coming.
pub fn page(state: AppState, page: Route) -> AnyView {
    match request(state, Request::Page(state, page)) {
        Some(Response::Page(page)) => page,
        _ => waiting(state),
    }
}

/// What a text finds; nothing for no text, or until what searches is here.
pub fn search(state: AppState, text: &str) -> Option<Search> {
    match (!is_blank(text)).then(|| request(state, Request::Search(state.data, text)))?? {
        Response::Found(search) => search,
        _ => None,
    }
}

/// That the rest is coming, or could not be loaded; nothing when it is here.
pub fn waiting(state: AppState) -> AnyView {
    lazy::waiting(state.rest, move || fetch(state))
}
