//! The notices about parts of the link that could not be read. Links are read in the part of the program with the
//! pages, and so these are drawn there.

use dom::html::{div, li, p, ul};
use dom::{AnyView, nothing};
use query::View;
use query::link::Notice;

use crate::app_state::AppState;
use crate::components::elements::{link, plain_button};
use crate::navigation::focus::focus_on_headline;

/// The notices, until they are dismissed. Tracked.
pub fn notices(state: AppState) -> AnyView {
    let notices = state.notices().get();
    let is_start = state.view().with(|view| *view == View::default());
    let what_applies = if is_start {
        "Not all of the link applies here. This is the start page, with all statements."
    } else {
        "Part of the link does not apply here. The rest does."
    };
    if notices.is_empty() {
        return nothing();
    }
    let entry = |Notice { text, instead }: Notice| {
        let item = li().child(text);
        match instead {
            None => item,
            Some((label, href)) => item.child(" Did you mean ").child(link(href, label)).child("?"),
        }
    };
    div()
        .class("notices wrap")
        .attr("role", "alert")
        .attr("aria-label", "About the link")
        .child(div().child(p().child(what_applies)).child(ul().children(notices.into_iter().map(entry))))
        .child(plain_button("Dismiss", move |_| {
            state.dismiss_notices();
            // The button that had the focus is gone.
            focus_on_headline();
        }))
        .into_any()
}
