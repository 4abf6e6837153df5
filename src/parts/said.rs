//! What was just done, said in passing at the foot of the window.

use leptos::prelude::*;

use crate::desk::{Desk, Said};
use crate::html::{Child, El, button, classed, effect, el, nothing};

/// How long a success is said, in milliseconds.
const WHILE: u32 = 2500;

/// The place where it is said.
pub fn passing(desk: Desk) -> AnyView {
    let fading = StoredValue::new_local(None);
    effect(move || {
        let done = desk.said.with(|said| matches!(said, Some(Said::Done(_))));
        fading.set_value(done.then(|| gloo::timers::callback::Timeout::new(WHILE, move || desk.said.set(None))));
    });
    let said = move || match desk.said.get() {
        None => nothing(),
        Some(Said::Done(words)) => el("p").child(words).view(),
        Some(Said::Failed(words)) => el("p").child(words).child(" ").child(close(desk)).view(),
        Some(Said::CopyByHand(words)) => el("p")
            .child("The browser did not let the page copy. Here it is: ")
            .child(
                el("input")
                    .attr("readonly", "")
                    .attr("dir", "auto")
                    .attr("aria-label", "To be copied")
                    .attr("value", words),
            )
            .child(close(desk))
            .view(),
    };
    classed("div", "said-in-passing").attr("role", "status").live(said).view()
}

fn close(desk: Desk) -> El {
    button("Close", move |_| desk.said.set(None))
}
