//! The notices about parts of the link that could not be read.

use leptos::prelude::*;
use query::link::Notice;

use crate::app_state::AppState;
use crate::html::{Child, El, button, classed, el, link};
use crate::navigation::focus::focus_on_headline;

/// The notices, until they are dismissed.
pub fn notices(state: AppState) -> AnyView {
    let entry = |Notice { text, instead }: Notice| {
        let item = el("li").child(text);
        match instead {
            None => item,
            Some((label, href)) => item.child(" Did you mean ").child(link(href, label)).child("?"),
        }
    };
    let draw = move |notices: Vec<Notice>| -> El {
        classed("div", "notices wrap")
            .attr("role", "alert")
            .attr("aria-label", "About the link")
            .child(
                el("div")
                    .child(el("p").child("Part of the link does not apply here. The rest does."))
                    .child(el("ul").children(notices.into_iter().map(entry))),
            )
            .child(button("Dismiss", move |_| {
                state.dismiss_notices();
                // The button that had the focus is gone.
                focus_on_headline();
            }))
    };
    let some = move || Some(state.notices().get()).filter(|notices| !notices.is_empty());
    classed("div", "region").live(move || some().map(draw)).view()
}
