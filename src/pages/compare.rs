//! The comparison: columns by topic, statements side by side, or what to choose from.

mod chips;
mod choices;
mod choose;
mod contents;
mod files;
mod growing_table;
mod offer;
mod pair;
mod row;
mod table;

use dom::html::div;
use dom::{AnyView, nothing};
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
        div().class("region").reactive_content(move || state.view().with(|view| compared(state, view))).into_any()
    }
}

impl PrintedPage for ComparePage {
    fn print(&self, state: AppState) -> AnyView {
        let print = |view: &View| match view {
            View::Compare(comparison) => match compare::page(state.data, comparison) {
                Model::Choose(model) => choose::print(&model),
                Model::Table(model) => table::print(state, &model),
                Model::Pair(model) => pair::print(state, model),
            },
            _ => nothing(),
        };
        state.view().with_untracked(print)
    }
}

/// Draws what the view compares, once its texts are loaded; nothing when the view is another page's already, which this
/// one is about to give way to.
fn compared(state: AppState, view: &View) -> AnyView {
    let View::Compare(comparison) = view else { return nothing() };
    match compare::try_page(state.data, comparison) {
        Ok(Model::Choose(model)) => choose::draw(state, model),
        Ok(Model::Table(model)) => table::draw(state, model),
        Ok(Model::Pair(model)) => pair::draw(state, model),
        Err(pending) => waiting(state.chunks, Some(pending)).unwrap_or_else(nothing),
    }
}
