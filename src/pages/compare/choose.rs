//! What can be compared, where nothing is compared yet.

use leptos::prelude::*;
use query::compare::{Choose, Suggestion};

use super::chips::{option, removable};
use crate::components::masthead::head;
use crate::components::refs::relation;
use crate::html::{Child, El, classed, el, link, row};

/// The actors to choose from, and the pairs of statements that are related.
pub fn draw(model: Choose) -> AnyView {
    let title = if model.chosen.is_some() { "Compare with whom?" } else { "Compare" };
    let stand =
        "Two to four actors side by side, topic by topic: what each says, where they meet, and where one is silent.";
    let chosen = model.chosen.map(|(actor, remove)| {
        classed("p", "chosen").child(classed("span", "kicker").child("Compare")).child(removable(&actor, remove))
    });
    let section = |id: &'static str, heading: &'static str, list: El| {
        classed("section", "choose")
            .attr("aria-labelledby", id)
            .child(classed("h2", "day").attr("id", id).child(heading))
            .child(list)
    };
    let actors = classed("ul", "chips").children(model.add.iter().map(option));
    let some = !model.suggestions.is_empty();
    let suggestions = classed("ul", "suggestions").children(model.suggestions.into_iter().map(suggestion));
    row([
        head(title, stand).view(),
        chosen.view(),
        section("choose-actors", "Actors who speak or act", actors).view(),
        some.then(|| section("choose-relations", "Where the accounts meet", suggestions)).view(),
    ])
}

/// The suggested comparisons.
pub fn print(model: &Choose) -> AnyView {
    classed("div", "relations").children(model.suggestions.iter().map(reason)).view()
}

fn suggestion(suggestion: Suggestion) -> El {
    let reason = reason(&suggestion);
    let ways = classed("p", "ways")
        .child(link(suggestion.statements, "Both passages"))
        .child(suggestion.actors.map(|href| link(href, "The actors by topic")));
    el("li").child(reason).child(ways)
}

fn reason(suggestion: &Suggestion) -> El {
    relation(suggestion.kind, suggestion.label.clone(), suggestion.reason)
}
