//! The figures of an actor's page: who speaks of the actor and of whom it speaks, and the same of relaying. The page
//! itself is in `pages/actor.rs`.

use std::sync::Arc;

use corpus::ActorId;
use dom::html::div;
use dom::{AnyView, effect, fragment, nothing};
use query::figures::overview::{Figure, actor_figures};

use super::width::{Width, follow, probe};
use super::{PRINT_WIDTH, figure, printed};
use crate::app_state::AppState;

/// Draws the figures for the screen; nothing where there are no such statements.
pub fn draw(state: AppState, id: ActorId) -> AnyView {
    let figures: Vec<Arc<Figure>> = actor_figures(state.data, id).into_iter().map(Arc::new).collect();
    if figures.is_empty() {
        return nothing();
    }
    let width = Width::default();
    let drawn = move || {
        let width = width.get();
        fragment(figures.iter().map(|model| figure(state, model, width)))
    };
    effect(move || follow(width));
    let drawn = div().class("region").reactive_content(drawn);
    div().class("actor-figures").child(probe()).child(drawn).into_any()
}

/// Draws the figures for print.
pub fn print(state: AppState, id: ActorId) -> AnyView {
    let models = actor_figures(state.data, id);
    fragment(models.iter().map(|model| printed(state, model, PRINT_WIDTH)))
}
