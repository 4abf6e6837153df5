//! What the first view does not need: the pages other than the first, and searching; a part of the program that is loaded
//! when the first view stands, see [`later`].

use corpus::{ActorId, DocumentId};
use dom::nothing;
use leptos::prelude::*;
use query::Shared;
use query::link::{self, Parsed};
use query::search::{Search, is_blank};

use super::{about, actor, actors, compare, source};
use crate::desk::Desk;
use crate::later::{self, Part, at_once};
use crate::parts::qr;
use crate::{acting, keys, navigate, paper};

/// A page other than the first.
#[derive(Clone, Copy, PartialEq)]
pub enum Rest {
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
pub fn draw(desk: Desk, page: Rest) -> AnyView {
    match page {
        Rest::Actors => actors::page(desk),
        Rest::Actor(id) => actor::page(desk, id),
        Rest::Compare => compare::page(desk),
        Rest::Source(id) => source::page(desk, id),
        Rest::About => about::page(desk),
    }
}

/// What this part is asked for. It has one door, because each costs as much as a small page.
pub enum Ask<'q> {
    /// To draw a page.
    Page(Desk, Rest),
    /// To read a link that is not exactly one of ours.
    Link(Shared, &'q str),
    /// To search for a text.
    Search(Shared, &'q str),
    /// To settle in: what belongs to no page and comes with this part, which is printing, the
    /// shortcuts of the keyboard, and telling when the reader acts.
    Settle(Desk),
    /// To draw an address as a QR code, with what the code is called.
    Qr(&'q str, &'static str),
}

/// What it answers.
pub enum Answer {
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
fn answer(ask: Ask) -> Answer {
    match ask {
        Ask::Page(desk, page) => Answer::Page(draw(desk, page)),
        Ask::Link(data, link) => Answer::Read(Box::new(link::parse(data, link))),
        Ask::Search(data, text) => Answer::Found(query::search::search(data, text)),
        Ask::Settle(desk) => {
            paper::settle(desk);
            keys::listen(desk);
            acting::listen();
            Answer::Done
        }
        Ask::Qr(address, name) => Answer::Page(qr::qr(address, name)),
    }
}

#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the two halves find each other by an exported name, which the macro writes")]
mod part {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Answer, Ask};

    #[wasm_split(rest, wasm_split_path = leptos::wasm_split, preload(fetch), fallible)]
    pub fn enter(ask: Ask<'_>) -> Result<Answer, SplitLoaderError> {
        Ok(super::answer(ask))
    }
}

#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{Answer, Ask};

    pub fn fetch() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn enter(ask: Ask) -> Ready<Result<Answer, Infallible>> {
        ready(Ok(super::answer(ask)))
    }
}

fn asked(desk: Desk, ask: Ask) -> Option<Answer> {
    if desk.rest.get() == Part::Here { at_once(part::enter(ask))?.ok() } else { None }
}

/// Fetches what draws these pages and searches, unless it is here.
pub fn fetch(desk: Desk) {
    later::fetch(desk.rest, part::fetch(), Box::new(move || arrive(desk)));
}

fn arrive(desk: Desk) {
    if desk.unread.get_untracked()
        && let Some(parsed) = read(desk, &navigate::fragment())
    {
        desk.lay_out(parsed);
    }
    navigate::arrive_at_last(desk);
    asked(desk, Ask::Settle(desk));
}

/// What a link says; nothing until what reads it is here.
pub fn read(desk: Desk, link: &str) -> Option<Parsed> {
    if let Some(view) = link::read_exact(desk.data, link) {
        return Some(Parsed { view, notices: Vec::new() });
    }
    match asked(desk, Ask::Link(desk.data, link))? {
        Answer::Read(parsed) => Some(*parsed),
        _ => None,
    }
}

/// An address as a QR code; nothing until what draws it is here.
pub fn code(desk: Desk, address: &str, name: &'static str) -> AnyView {
    match asked(desk, Ask::Qr(address, name)) {
        Some(Answer::Page(code)) => code,
        _ => nothing(),
    }
}

/// A page; until what draws it is here, that it is coming.
pub fn page(desk: Desk, page: Rest) -> AnyView {
    match asked(desk, Ask::Page(desk, page)) {
        Some(Answer::Page(page)) => page,
        _ => waiting(desk),
    }
}

/// What a text finds; nothing for no text, or until what searches is here.
pub fn search(desk: Desk, text: &str) -> Option<Search> {
    match (!is_blank(text)).then(|| asked(desk, Ask::Search(desk.data, text)))?? {
        Answer::Found(search) => search,
        _ => None,
    }
}

/// That the rest is coming, or could not be loaded; nothing when it is here.
pub fn waiting(desk: Desk) -> AnyView {
    later::waiting(desk.rest, move || fetch(desk))
}
