//! What can be compared, where nothing is compared yet.

use dom::html::{self, div, h2, li, p, span, ul};
use dom::{AnyView, Element, IntoChild, fragment};
use query::compare::{Choose, Suggestion};

use super::chips::removable;
use super::offer::offer;
use crate::components::elements::link;
use crate::components::masthead::head;
use crate::components::refs::relation;

/// The actors to choose from, and the pairs of statements that are related.
pub fn draw(model: Choose) -> AnyView {
    let (title, nobody) = match model.chosen {
        Some(_) => ("Compare with whom?", "Nobody else speaks or acts in this briefing."),
        None => ("Compare", "Nobody speaks or acts in this briefing."),
    };
    let stand =
        "Two to four actors side by side, topic by topic: what each says, where they meet, and where one is silent.";
    let chosen = model.chosen.map(|(actor, remove)| {
        p().class("chosen").child(span().class("kicker").child("Compare")).child(removable(&actor, remove))
    });
    let section = |id: &'static str, heading: &'static str, list: AnyView| {
        html::section()
            .class("choose")
            .attr("aria-labelledby", id)
            .child(h2().class("day").id(id).child(heading))
            .child(list)
    };
    let actors = if model.add.is_empty() { p().class("nothing").child(nobody).into_any() } else { offer(model.add) };
    let some = !model.suggestions.is_empty();
    let more = model.more.map(|more| p().class("more").child(more));
    let suggestions = ul().class("suggestions").children(model.suggestions.into_iter().map(suggestion)).into_any();
    fragment([
        head(title, stand).into_any(),
        chosen.into_child(),
        section("choose-actors", "Actors who speak or act", actors).into_any(),
        some.then(|| section("choose-relations", "Where the accounts meet", suggestions).child(more)).into_child(),
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
