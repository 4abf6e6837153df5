//! The search within a long facet: the box in which its values are found by name, and what it lists: the values that
//! were typed for, or those that come next, and more of them on demand. Drawn by the part of the program with the
//! pages.

use dom::html::{div, p, ul};
use dom::{AnyView, fragment};
use query::facets::{FoundValues, LongFacet, find};

use crate::app_state::AppState;
use crate::browser::element;
use crate::components::elements::plain_button;
use crate::components::facets::value;
use crate::components::find_box::find_box;
use crate::components::more::focus_new;
use crate::components::refs::visually_hidden;
use crate::lazy::{FacetInput, FacetInputs, FacetSearchPart};

/// A part of the search. The box stays as it is while the facets are drawn again; what it lists is drawn apart from
/// them.
pub fn facet_search(
    state: AppState,
    part: FacetSearchPart,
    key: &'static str,
    facet: LongFacet,
    inputs: FacetInputs,
) -> AnyView {
    match part {
        FacetSearchPart::Box => {
            let typed = move |text| set_input(inputs, key, FacetInput { text, steps: 0 });
            find_box(find_id(key), facet.prompt(), move || input(inputs, key).text, typed).into_any()
        }
        FacetSearchPart::Values => {
            div().class("region").reactive_content(move || values(state, key, &facet, inputs)).into_any()
        }
    }
}

/// What the reader does in the box of a facet. Tracked.
fn input(inputs: FacetInputs, key: &str) -> FacetInput {
    inputs.with(|inputs| inputs.iter().find(|(of, _)| *of == key).map(|(_, input)| input.clone())).unwrap_or_default()
}

fn set_input(inputs: FacetInputs, key: &'static str, input: FacetInput) {
    inputs.update(|inputs| {
        inputs.retain(|(of, _)| *of != key);
        inputs.push((key, input));
    });
}

fn values(state: AppState, key: &'static str, facet: &LongFacet, inputs: FacetInputs) -> AnyView {
    let view = state.view().get_untracked();
    let input = input(inputs, key);
    let FoundValues { values, summary, more } = find(state.data, &view, key, facet, &input.text, input.steps);
    let listed = values.len();
    let fewer = (input.steps > 0).then(|| {
        let text = input.text.clone();
        plain_button("Show fewer", move |_| show_fewer(key, inputs, text.clone()))
    });
    let more = more.map(|number| {
        let all = visually_hidden(format!(" {}", facet.plural()));
        let next = FacetInput { steps: input.steps + 1, ..input };
        plain_button(format!("Show {number} more"), move |_| show_more(key, inputs, next.clone(), listed)).child(all)
    });
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

fn find_id(key: &str) -> String {
    format!("find-{key}")
}

/// Lists more values, and focuses the first of the new ones that can be chosen: by Tab the reader goes on through them,
/// and comes to the button again.
fn show_more(key: &'static str, inputs: FacetInputs, next: FacetInput, listed: usize) {
    set_input(inputs, key, next);
    focus_new(list_id(key), listed, find_id(key));
}

/// Lists the first values only. The button goes with the others; the box above them takes the focus.
fn show_fewer(key: &'static str, inputs: FacetInputs, text: String) {
    set_input(inputs, key, FacetInput { text, steps: 0 });
    if let Some(find) = element(&find_id(key)) {
        let _ = find.focus();
    }
}
