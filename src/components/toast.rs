//! The toast: a message at the foot of the window about what was just done.

use leptos::prelude::*;

use crate::app_state::{AppState, Toast};
use crate::html::{Child, El, button, classed, effect, el, nothing};

/// How long the message about a success is shown, in milliseconds.
const DURATION: u32 = 2500;

/// The message. One that the reader can act on stays until it is closed.
pub fn toast(state: AppState) -> AnyView {
    let timer = StoredValue::new_local(None);
    effect(move || {
        let done = state.toast.with(|toast| matches!(toast, Some(Toast::Done(_))));
        timer.set_value(done.then(|| gloo::timers::callback::Timeout::new(DURATION, move || state.toast.set(None))));
    });
    let message = move || match state.toast.get() {
        None => nothing(),
        Some(Toast::Done(words)) => el("p").child(words).view(),
        Some(Toast::Failed(words)) => el("p").child(words).child(" ").child(close(state)).view(),
        Some(Toast::CopyByHand(words)) => el("p")
            .child("The browser did not let the page copy. Here it is: ")
            .child(
                el("input")
                    .attr("readonly", "")
                    .attr("dir", "auto")
                    .attr("aria-label", "To be copied")
                    .attr("value", words),
            )
            .child(close(state))
            .view(),
    };
    classed("div", "said-in-passing").attr("role", "status").live(message).view()
}

fn close(state: AppState) -> El {
    button("Close", move |_| state.toast.set(None))
}
