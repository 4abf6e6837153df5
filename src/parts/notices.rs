//! What of the reader's link could not be read.

use dom::Element;
use dom::html::{div, li, p, ul};
use leptos::prelude::*;
use query::link::Notice;

use crate::desk::Desk;
use crate::navigate;
use crate::parts::elements::{link, plain_button};

/// The notices, until they are dismissed.
pub fn notices(desk: Desk) -> AnyView {
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
                desk.dismiss_notices();
                // The button that had it is gone.
                navigate::focus_on_headline();
            }))
    };
    let some = move || Some(desk.notices().get()).filter(|notices| !notices.is_empty());
    div().class("region").reactive_content(move || some().map(draw)).into_any()
}
