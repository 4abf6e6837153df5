//! What the first view does not need: the pages other than the first, and searching. In the release bundle (feature
//! `split`) it is a part of the program of its own, which is fetched when the first view stands; everywhere else it is
//! simply there.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use corpus::{ActorId, DocumentId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use query::search::{Search, is_blank};

use super::{about, actor, actors, compare, source};
use crate::desk::Desk;
use crate::html::{Child, button, classed, nothing};
use crate::navigate;

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

/// Where the part of the program is that draws these pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// On its way.
    Coming,
    /// Loaded.
    Here,
    /// It could not be loaded.
    Missing,
}

/// What is known of it when the program starts.
pub const AT_FIRST: Part = if cfg!(feature = "split") { Part::Coming } else { Part::Here };

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

#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the two halves find each other by an exported name, which the macro writes")]
mod part {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use query::Shared;
    use query::search::Search;

    use super::{Desk, Rest};

    /// Each entry knows of its own only whether the part is here.
    pub async fn fetch() -> Result<(), SplitLoaderError> {
        fetch_page().await?;
        fetch_search().await
    }

    #[wasm_split(rest, wasm_split_path = leptos::wasm_split, preload(fetch_page), fallible)]
    pub fn page(desk: Desk, page: Rest) -> Result<AnyView, SplitLoaderError> {
        Ok(super::draw(desk, page))
    }

    #[wasm_split(rest, wasm_split_path = leptos::wasm_split, preload(fetch_search), fallible)]
    pub fn search(data: Shared, text: &str) -> Result<Option<Search>, SplitLoaderError> {
        Ok(query::search::search(data, text))
    }
}

#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use leptos::prelude::AnyView;

    use query::Shared;
    use query::search::Search;

    use super::{Desk, Rest};

    pub fn fetch() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn page(desk: Desk, page: Rest) -> Ready<Result<AnyView, Infallible>> {
        ready(Ok(super::draw(desk, page)))
    }

    pub fn search(data: Shared, text: &str) -> Ready<Result<Option<Search>, Infallible>> {
        ready(Ok(query::search::search(data, text)))
    }
}

/// Fetches what draws these pages, unless it is here.
pub fn fetch(desk: Desk) {
    if desk.rest.get_untracked() == Part::Here {
        return;
    }
    desk.rest.set(Part::Coming);
    spawn_local(async move {
        let part = if part::fetch().await.is_ok() { Part::Here } else { Part::Missing };
        desk.rest.set(part);
        navigate::arrive_at_last(desk);
    });
}

/// A page; until what draws it is here, that it is coming.
pub fn page(desk: Desk, page: Rest) -> AnyView {
    let here = desk.rest.get() == Part::Here;
    here.then(|| at_once(part::page(desk, page))?.ok()).flatten().unwrap_or_else(|| waiting(desk))
}

/// What a text finds; nothing for no text, or until what searches is here.
pub fn search(desk: Desk, text: &str) -> Option<Search> {
    if is_blank(text) || desk.rest.get() != Part::Here {
        return None;
    }
    at_once(part::search(desk.data, text))?.ok()?
}

/// That the rest is coming, or could not be loaded; nothing when it is here.
pub fn waiting(desk: Desk) -> AnyView {
    match desk.rest.get() {
        Part::Here => nothing(),
        Part::Coming => classed("p", "part-status").attr("role", "status").child("One moment, this is loading.").view(),
        Part::Missing => classed("p", "part-status")
            .attr("role", "alert")
            .child("This part of the briefing could not be loaded. Are you connected? ")
            .child(button("Try again", move |_| fetch(desk)))
            .view(),
    }
}

/// The outcome of what is known to be ready.
fn at_once<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}
