//! What was just done, said in passing at the foot of the window.

use dom::html::{div, input, p};
use dom::{Element, effect, nothing};
use leptos::prelude::*;

use crate::desk::{Desk, Said};
use crate::parts::elements::plain_button;

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
        Some(Said::Done(words)) => p().child(words).into_any(),
        Some(Said::Failed(words)) => p().child(words).child(" ").child(close(desk)).into_any(),
        Some(Said::CopyByHand(words)) => p()
            .child("The browser did not let the page copy. Here it is: ")
            .child(
                input()
                    .attr("readonly", "")
                    .attr("dir", "auto")
                    .attr("aria-label", "To be copied")
                    .attr("value", words),
            )
            .child(close(desk))
            .into_any(),
    };
    div().class("said-in-passing").attr("role", "status").reactive_content(said).into_any()
}

fn close(desk: Desk) -> Element {
    plain_button("Close", move |_| desk.said.set(None))
}
