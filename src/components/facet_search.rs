//! The search within a long facet: the box in which its values are found by name, and what is found.

use dom::html::{div, input, label, p, ul};
use dom::{AnyView, fragment};
use leptos::ev;
use leptos::prelude::event_target_value;
use query::View;
use query::facets::{FoundValues, LongFacet, find};
use query::search::is_blank;

use crate::app_state::AppState;
use crate::components::facets::value;
use crate::lazy::FacetTexts;

/// The box and what is found. The box stays as it is while the facets are drawn again; what is found is drawn apart
/// from them.
pub fn facet_search(state: AppState, key: &'static str, facet: LongFacet, texts: FacetTexts) -> AnyView {
    let text = move || texts.with(|texts| texts.iter().find(|(of, _)| *of == key).map(|(_, text)| text.clone()));
    let id = format!("find-{key}");
    let prompt = facet.prompt();
    let typed = move |typed: String| {
        texts.update(|texts| {
            texts.retain(|(of, _)| *of != key);
            texts.push((key, typed));
        });
    };
    let input = input()
        .id(id.clone())
        .class("find")
        .attr("type", "search")
        .attr("placeholder", format!("{prompt}…"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .prop("value", move || text().unwrap_or_default())
        .on(ev::input, move |event| typed(event_target_value(&event)));
    let label = label().class("visually-hidden").attr("for", id).child(prompt);
    let found = move || {
        let text = text().filter(|text| !is_blank(text));
        let FoundValues { values, summary } = text.map_or_else(FoundValues::default, |text| {
            let selection = state.view().with_untracked(View::selection);
            find(state.data, &selection, key, &facet, &text)
        });
        fragment([
            // Always there, so that its changes are announced.
            p().class("found").attr("role", "status").child(summary),
            ul().children(values.iter().map(|entry| value("found", key, entry))),
        ])
    };
    fragment([div().child(label).child(input), div().class("region").reactive_content(found)])
}
