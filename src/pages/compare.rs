//! The comparison: columns by topic, statements side by side, or what to choose from.

mod chips;
mod choices;
mod choose;
mod contents;
mod files;
mod offer;
mod pair;
mod table;

use dom::html::div;
use dom::{AnyView, Signal, nothing};
use query::compare::{self, ComparePage as Model};
use query::view::View;

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::components::chunk_status::waiting;

/// The comparison page, whatever it compares.
pub struct ComparePage;

impl Page for ComparePage {
    /// The model is drawn whenever the view changes: to keep it for a comparison with the next would cost more time
    /// than drawing it, and three kilobytes of the bundle.
    fn draw(&self, state: AppState) -> AnyView {
        // The reader's choice lasts while columns are added and removed.
        let is_open = Signal::new(false);
        let draw = move || {
            let pending = state.view().with(|view| query::pending::page(state.data, view));
            waiting(state.chunks, pending).unwrap_or_else(|| compared(state, is_open))
        };
        div().class("region").reactive_content(draw).into_any()
    }
}

impl PrintedPage for ComparePage {
    fn print(&self, state: AppState) -> AnyView {
        match state.view().with_untracked(|view| model(state, view)) {
            Some(Model::Choose(model)) => choose::print(&model),
            Some(Model::Table(model)) => table::print(state, model),
            Some(Model::Pair(model)) => pair::print(state, model),
            None => nothing(),
        }
    }
}

/// Draws what the view compares, given that its texts are loaded.
fn compared(state: AppState, is_open: Signal<bool>) -> AnyView {
    match state.view().with(|view| model(state, view)) {
        Some(Model::Choose(model)) => choose::draw(state, model),
        Some(Model::Table(model)) => table::draw(state, model, is_open),
        Some(Model::Pair(model)) => pair::draw(state, model),
        None => nothing(),
    }
}

/// What is compared; `None` when the view is another page's already, which this one is about to give way to.
fn model(state: AppState, view: &View) -> Option<Model> {
    match view {
        View::Compare(comparison) => Some(compare::page(state.data, comparison)),
        _ => None,
    }
}
