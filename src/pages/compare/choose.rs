//! What can be compared, where nothing is compared yet.

use dom::html::{self, div, h2, li, p, span, ul};
use dom::{AnyView, Element, IntoChild, fragment};
use query::compare::{Choose, Suggestion};

use super::choices::{addable, chosen, kinds, narrowing};
use crate::app_state::AppState;
use crate::components::elements::link;
use crate::components::masthead::head;
use crate::components::refs::relation;

/// What there is to choose from, and the pairs of statements that are related.
pub fn draw(state: AppState, model: Choose) -> AnyView {
    let Choose { title, standfirst, heading, nothing, mut choices, suggestions, more } = model;
    let is_chosen = !choices.chosen.is_empty() || choices.whose.is_some();
    let chosen =
        is_chosen.then(|| p().class("chosen").child(span().class("kicker").child("Compare")).child(chosen(&choices)));
    let section = |id: &'static str, heading: String, list: AnyView| {
        html::section()
            .class("choose")
            .attr("aria-labelledby", id)
            .child(h2().class("day").id(id).child(heading))
            .child(list)
    };
    let kinds = kinds(std::mem::take(&mut choices.kinds));
    let is_empty = choices.add.is_empty() && !choices.any_period;
    let offered = if is_empty { p().class("nothing").child(nothing).into_any() } else { addable(state, &mut choices) };
    let narrow = narrowing(&mut choices).map(|narrow| div().class("chosen").child(narrow));
    let some = !suggestions.is_empty();
    let more = more.map(|more| p().class("more").child(more));
    let suggestions = ul().class("suggestions").children(suggestions.into_iter().map(suggestion)).into_any();
    let meet = "Where the accounts meet".to_owned();
    fragment([
        head(title, standfirst).into_any(),
        kinds.into_child(),
        chosen.into_child(),
        section("choose-actors", heading, offered).into_any(),
        narrow.into_child(),
        some.then(|| section("choose-relations", meet, suggestions).child(more)).into_child(),
    ])
}

/// The suggested comparisons.
pub fn print(model: &Choose) -> AnyView {
    div().class("relations").children(model.suggestions.iter().map(reason)).into_any()
}

fn suggestion(suggestion: Suggestion) -> Element {
    let reason = reason(&suggestion);
    let ways = p()
        .class("page-actions")
        .child(link(suggestion.statements, "Both passages"))
        .child(suggestion.actors.map(|href| link(href, "The actors by topic")));
    li().child(reason).child(ways)
}

fn reason(suggestion: &Suggestion) -> Element {
    relation(suggestion.kind, suggestion.label.clone(), suggestion.reason)
}
