//! The notices about parts of the link that could not be read.

use dom::html::{div, li, p, ul};
use dom::{AnyView, Element};
use leptos::prelude::*;
use query::link::Notice;

use crate::app_state::AppState;
use crate::components::elements::{link, plain_button};
use crate::navigation::focus::focus_on_headline;

/// The notices, until they are dismissed.
pub fn notices(state: AppState) -> AnyView {
    let entry = |Notice { text, instead }: Notice| {
        let item = li().child(text);
        match instead {
            None => item,
            Some((label, href)) => item.child(" Did you mean ").child(link(href, label)).child("?"),
        }
    };
    let draw = move |notices: Vec<Notice>| -> Element {
        div()
            .class("notices wrap")
            .attr("role", "alert")
            .attr("aria-label", "About the link")
            .child(
                div()
                    .child(p().child("Part of the link does not apply here. The rest does."))
                    .child(ul().children(notices.into_iter().map(entry))),
            )
            .child(plain_button("Dismiss", move |_| {
                state.dismiss_notices();
                // The button that had the focus is gone.
                focus_on_headline();
            }))
    };
    let some = move || Some(state.notices().get()).filter(|notices| !notices.is_empty());
    div().class("region").reactive_content(move || some().map(draw)).into_any()
}
