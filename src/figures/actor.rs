//! The figures of an actor's page: who speaks of the actor and of whom it speaks, and the same of relaying. The page
//! itself is in `pages/actor.rs`.

use corpus::ActorId;
use dom::html::div;
use dom::{AnyView, effect, fragment, nothing};

use super::later::{FURTHER, LaterFigures};
use super::overview::draw_figures;
use super::width::{Width, follow, probe};
use super::{PRINT_WIDTH, printed};
use crate::app_state::AppState;

/// Draws the figures for the screen; nothing where there are no such statements.
pub fn draw(state: AppState, id: ActorId) -> AnyView {
    let later = LaterFigures::request(state, FURTHER, move |make| (make.of_actor)(state.data, id));
    let drawn = move || {
        later.draw(|figures| {
            if figures.is_empty() {
                return nothing();
            }
            let width = Width::default();
            effect(move || follow(width));
            let figures = figures.to_vec();
            let drawn = div().class("region").reactive_content(move || draw_figures(state, &figures, width));
            div().class("actor-figures").child(probe()).child(drawn).into_any()
        })
    };
    div().class("region").reactive_content(drawn).into_any()
}

/// Draws the figures for print.
pub fn print(state: AppState, id: ActorId) -> AnyView {
    let models = (FURTHER.figures)().map(|make| (make.of_actor)(state.data, id)).unwrap_or_default();
    fragment(models.iter().map(|model| printed(state, model, PRINT_WIDTH)))
}
