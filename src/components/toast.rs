//! What was just done, said in passing at the foot of the window.

use leptos::prelude::*;

use crate::app_state::{AppState, Toast};
use crate::html::{Child, El, button, classed, effect, el, nothing};

/// How long a success is said, in milliseconds.
const WHILE: u32 = 2500;

/// The place where it is said.
pub fn toast(state: AppState) -> AnyView {
    let fading = StoredValue::new_local(None);
    effect(move || {
        let done = state.toast.with(|said| matches!(said, Some(Toast::Done(_))));
        fading.set_value(done.then(|| gloo::timers::callback::Timeout::new(WHILE, move || state.toast.set(None))));
    });
    let said = move || match state.toast.get() {
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
    classed("div", "said-in-passing").attr("role", "status").live(said).view()
}

fn close(state: AppState) -> El {
    button("Close", move |_| state.toast.set(None))
}
