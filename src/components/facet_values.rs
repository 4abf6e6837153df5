//! What the box of a long facet lists: the values that were typed for, or those that come next, and more of them on
//! demand. Drawn by the part of the program with the pages.

use dom::html::{p, ul};
use dom::{AnyView, fragment};
use leptos::prelude::*;
use query::View;
use query::facets::{FoundValues, LongFacet, find};

use crate::app_state::AppState;
use crate::browser::element;
use crate::components::elements::plain_button;
use crate::components::facets::value;
use crate::components::more::focus_new;
use crate::components::refs::visually_hidden;
use crate::lazy::FacetInput;

/// Draws the values. Follows what the reader does in the box.
pub fn facet_values(state: AppState, key: &'static str, facet: &LongFacet, input: FacetInput) -> AnyView {
    let selection = state.view().with_untracked(View::selection);
    let steps = input.steps.get().unwrap_or_default();
    let FoundValues { values, summary, more } =
        input.text.with(|text| find(state.data, &selection, key, facet, text, steps));
    let listed = values.len();
    let more = more.map(|number| {
        let all = visually_hidden(format!(" {}", facet.plural()));
        plain_button(format!("Show {number} more"), move |_| show_more(key, input, listed)).child(all)
    });
    let fewer = (steps > 0).then(|| plain_button("Show fewer", move |_| show_fewer(key, input)));
    fragment([
        // Always there, so that its changes are announced.
        p().class("found").attr("role", "status").child(summary).into_any(),
        ul().id(list_id(key)).children(values.iter().map(|entry| value("found", key, entry))).into_any(),
        p().class("more").child(more).child(" ").child(fewer).into_any(),
    ])
}

fn list_id(key: &str) -> String {
    format!("listed-{key}")
}

/// Lists more values, and focuses the first of the new ones that can be chosen: by Tab the reader goes on through them,
/// and comes to the button again.
fn show_more(key: &'static str, input: FacetInput, listed: usize) {
    input.steps.update(|steps| *steps = Some(steps.unwrap_or_default() + 1));
    focus_new(list_id(key), listed, format!("find-{key}"));
}

/// Lists the first values only. The button goes with the others; the box above them takes the focus.
fn show_fewer(key: &'static str, input: FacetInput) {
    input.steps.set(Some(0));
    if let Some(find) = element(&format!("find-{key}")) {
        let _ = find.focus();
    }
}
