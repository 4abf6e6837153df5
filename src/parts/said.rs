//! What was just done, said in passing at the foot of the window.

use leptos::prelude::*;

use crate::desk::{Desk, Said};
use crate::html::{Child, button, classed, effect, el, live, nothing};

/// How long a success is said, in milliseconds.
const WHILE: u32 = 2500;

/// The place where it is said.
pub fn passing(desk: Desk) -> AnyView {
    let fading = StoredValue::new_local(None);
    effect(move || {
        let done = desk.said.with(|said| *said == Some(Said::Copied));
        fading.set_value(done.then(|| gloo::timers::callback::Timeout::new(WHILE, move || desk.said.set(None))));
    });
    let said = move || match desk.said.get() {
        None => nothing(),
        Some(Said::Copied) => el("p").child("Link copied.").view(),
        Some(Said::CopyByHand(link)) => el("p")
            .child("The browser did not let the page copy. Here is the link: ")
            .child(el("input").attr("readonly", "").attr("aria-label", "The link").attr("value", link))
            .child(button("Close", move |_| desk.said.set(None)))
            .view(),
    };
    classed("div", "said-in-passing").attr("role", "status").child(live(said)).view()
}
