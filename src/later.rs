//! Parts of the program that are loaded when the first view stands. In the release bundle (feature `split`) each is a file
//! of its own; everywhere else they are simply there.
//!
//! A part is entered by functions marked `#[wasm_split]`. Such a function waits for its part; here it is only called when
//! the part is known to have come, and its outcome taken [`at_once`].

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use dom::html::p;
use dom::nothing;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::elements::plain_button;

/// Where a part is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// Not asked for, or on its way.
    Coming,
    /// Loaded.
    Here,
    /// It could not be loaded.
    Missing,
}

impl Part {
    /// What is known of every part when the program starts.
    pub const AT_FIRST: Part = if cfg!(feature = "split") { Part::Coming } else { Part::Here };
}

/// Fetches a part unless it is here; `then` follows when it has come, or could not.
pub fn fetch<E>(
    part: RwSignal<Part>,
    fetching: impl Future<Output = Result<(), E>> + 'static,
    then: Box<dyn FnOnce()>,
) {
    if part.get_untracked() == Part::Here {
        return then();
    }
    part.set(Part::Coming);
    spawn_local(async move {
        part.set(if fetching.await.is_ok() { Part::Here } else { Part::Missing });
        then();
    });
}

/// That a part is coming, or could not be loaded; nothing when it is here.
pub fn waiting(part: RwSignal<Part>, again: impl Fn() + 'static) -> AnyView {
    match part.get() {
        Part::Here => nothing(),
        Part::Coming => {
            p().class("part-status").attr("role", "status").child("One moment, this is loading.").into_any()
        }
        Part::Missing => p()
            .class("part-status")
            .attr("role", "alert")
            .child("This part of the briefing could not be loaded. Are you connected? ")
            .child(plain_button("Try again", move |_| again()))
            .into_any(),
    }
}

/// The outcome of what is known to be ready.
pub fn at_once<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}
