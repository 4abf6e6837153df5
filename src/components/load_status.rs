//! The message that stands where a later part of the program would draw.

use dom::html::p;
use dom::{AnyView, Signal, nothing};

use crate::components::elements::plain_button;
use crate::lazy::LoadState;

/// Says that the part is being loaded, or that it could not be and can be tried again; nothing when it is loaded.
pub fn load_status(load_state: Signal<LoadState>, retry: impl Fn() + 'static) -> AnyView {
    match load_state.get() {
        LoadState::Loaded => nothing(),
        LoadState::Pending => {
            p().class("part-status").attr("role", "status").child("One moment, this is loading.").into_any()
        }
        LoadState::Failed => p()
            .class("part-status")
            .attr("role", "alert")
            .child("This part of the briefing could not be loaded. Are you connected? ")
            .child(plain_button("Try again", move |_| retry()))
            .into_any(),
    }
}
