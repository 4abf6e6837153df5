//! The part of the program with the figures: its entry, for the part with the pages. No other part may call it, and
//! nothing else may call what is below it, or the figures are no longer in a file of their own; see `split`.

use corpus::ActorId;
use dom::AnyView;
use leptos::task::spawn_local;
use query::View;

use super::{actor, later, overview};
use crate::app_state::AppState;
use crate::lazy::{LoadState, now_or_never};

/// What is drawn by this part.
#[derive(Clone, Copy)]
pub enum FiguresRequest {
    /// The content of the overview.
    Overview,
    /// The same for print.
    PrintedOverview,
    /// The figures of an actor's page.
    Actor(ActorId),
    /// The same for print.
    PrintedActor(ActorId),
}

/// Whether the page of a view has figures that this part draws.
pub fn is_needed(view: &View) -> bool {
    matches!(view, View::Overview(_) | View::Actor(_))
}

/// Loads the part unless it is loaded, and calls back when it is, or when loading failed. It may be called while the
/// part is being loaded.
pub fn load(state: AppState, then: Box<dyn FnOnce()>) {
    let load_state = state.figures;
    match load_state.get_untracked() {
        LoadState::Loaded => return then(),
        LoadState::Failed => load_state.set(LoadState::Pending),
        LoadState::Pending => {}
    }
    spawn_local(async move {
        let outcome = if split_point::load_figures().await.is_ok() { LoadState::Loaded } else { LoadState::Failed };
        if load_state.get_untracked() != outcome {
            load_state.set(outcome);
        }
        then();
    });
}

/// The same, with the figures that come later than those at the head of the overview. They are loaded at the same
/// time, and what is loaded first is drawn first.
pub fn load_with_further(state: AppState, then: Box<dyn FnOnce()>) {
    later::prefetch(Box::new(|| {}));
    load(
        state,
        Box::new(move || match state.figures.get_untracked() {
            LoadState::Loaded => later::prefetch(then),
            _ => then(),
        }),
    );
}

/// The same, with all that the present view has.
pub fn load_for_print(state: AppState, then: Box<dyn FnOnce()>) {
    let is_overview = state.view().with_untracked(|view| matches!(view, View::Overview(_)));
    let parts = if is_overview { later::parts(state.data) } else { vec![later::FURTHER] };
    load(state, Box::new(move || later::load_all(parts, then)));
}

/// The response of the part; `None` until it is loaded, which is tracked.
pub fn respond(state: AppState, request: FiguresRequest) -> Option<AnyView> {
    if state.figures.get() == LoadState::Loaded {
        now_or_never(split_point::figures(state, request))?.ok()
    } else {
        None
    }
}

fn draw(state: AppState, request: FiguresRequest) -> AnyView {
    match request {
        FiguresRequest::Overview => overview::draw(state),
        FiguresRequest::PrintedOverview => overview::print(state),
        FiguresRequest::Actor(id) => actor::draw(state, id),
        FiguresRequest::PrintedActor(id) => actor::print(state, id),
    }
}

#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{AnyView, AppState, FiguresRequest};

    #[wasm_split(figures, wasm_split_path = leptos::wasm_split, preload(load_figures), fallible)]
    pub fn figures(state: AppState, request: FiguresRequest) -> Result<AnyView, SplitLoaderError> {
        Ok(super::draw(state, request))
    }
}

/// The same functions where the program is in one piece.
#[cfg(not(feature = "split"))]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{AnyView, AppState, FiguresRequest};

    pub fn load_figures() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn figures(state: AppState, request: FiguresRequest) -> Ready<Result<AnyView, Infallible>> {
        ready(Ok(super::draw(state, request)))
    }
}
