//! The comparison: actors by topic, statements side by side, or what to choose from.

use leptos::prelude::*;
use query::card::Ref;
use query::compare::{Choose, ComparePage, Suggestion};
use query::language::Phrase;
use query::view::View;

use crate::app_state::AppState;
use crate::components::masthead::head;
use crate::components::refs::{chip, dot, relation};
use crate::html::{Child, El, classed, el, link, nothing, row};
use crate::pages::{pair, table};

/// The comparison page. The model is drawn as it comes: to remember it for comparing it with the next would cost more
/// than drawing it, and three kilobytes of the bundle.
pub fn page(state: AppState) -> AnyView {
    let draw = move || {
        state.view().with(|view| match view {
            View::Compare(comparison) => match query::compare::page(state.data, comparison) {
                ComparePage::Choose(model) => choose(model),
                ComparePage::Table(model) => table::table(state, model),
                ComparePage::Pair(model) => pair::pair(state, model),
            },
            // On the way to another page.
            _ => nothing(),
        })
    };
    classed("div", "region").live(draw).view()
}

/// An actor that is chosen, as a link that takes it back.
pub fn removable(actor: &Ref, remove: String) -> El {
    let name = Phrase::default().text(actor.label, actor.language);
    chip(name, remove, ", remove")
}

/// An actor to be added.
pub fn option(actor: &Ref) -> El {
    let name = Phrase::default().text(actor.label, actor.language);
    let words = row([dot(actor.hue).view(), " ".view(), name.view()]);
    el("li").child(link(actor.href.clone(), words).attr("class", "chip"))
}

fn choose(model: Choose) -> AnyView {
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

fn suggestion(suggestion: Suggestion) -> El {
    let ways = classed("p", "ways")
        .child(link(suggestion.statements, "Both passages"))
        .child(suggestion.actors.map(|href| link(href, "The actors by topic")));
    let words = classed("p", relation(suggestion.kind))
        .child(el("b").child(suggestion.label))
        .child(": ")
        .child(suggestion.reason);
    el("li").child(words).child(ways)
}
