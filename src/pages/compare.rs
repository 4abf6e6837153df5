//! The comparison: actors by topic, statements side by side, or what to choose from.

use dom::html::{self, b, div, h2, li, p, span, ul};
use dom::{Element, IntoChild, fragment, nothing};
use leptos::prelude::*;
use query::card::Ref;
use query::compare::{Choose, ComparePage, Suggestion};
use query::language::Phrase;
use query::view::View;

use crate::desk::Desk;
use crate::pages::{pair, table};
use crate::parts::elements::link;
use crate::parts::masthead::head;
use crate::parts::refs::{chip, dot, relation};

/// The comparison page. The model is drawn as it comes: to remember it for comparing it with the next would cost more
/// than drawing it, and three kilobytes of the bundle.
pub fn page(desk: Desk) -> AnyView {
    let draw = move || {
        desk.view().with(|view| match view {
            View::Compare(comparison) => match query::compare::page(desk.data, comparison) {
                ComparePage::Choose(model) => choose(model),
                ComparePage::Table(model) => table::table(desk, model),
                ComparePage::Pair(model) => pair::pair(desk, model),
            },
            // On the way to another page.
            _ => nothing(),
        })
    };
    div().class("region").reactive_content(draw).into_any()
}

/// An actor that is chosen, as a link that takes it back.
pub fn removable(actor: &Ref, remove: String) -> Element {
    let name = Phrase::default().text(actor.label, actor.language);
    chip(name, remove, ", remove")
}

/// An actor to be added.
pub fn option(actor: &Ref) -> Element {
    let name = Phrase::default().text(actor.label, actor.language);
    let words = fragment([dot(actor.hue).into_any(), " ".into_child(), name.into_child()]);
    li().child(link(actor.href.clone(), words).class("chip"))
}

fn choose(model: Choose) -> AnyView {
    let title = if model.chosen.is_some() { "Compare with whom?" } else { "Compare" };
    let stand =
        "Two to four actors side by side, topic by topic: what each says, where they meet, and where one is silent.";
    let chosen = model.chosen.map(|(actor, remove)| {
        p().class("chosen").child(span().class("kicker").child("Compare")).child(removable(&actor, remove))
    });
    let section = |id: &'static str, heading: &'static str, list: Element| {
        html::section()
            .class("choose")
            .attr("aria-labelledby", id)
            .child(h2().class("day").id(id).child(heading))
            .child(list)
    };
    let actors = ul().class("chips").children(model.add.iter().map(option));
    let some = !model.suggestions.is_empty();
    let suggestions = ul().class("suggestions").children(model.suggestions.into_iter().map(suggestion));
    fragment([
        head(title, stand).into_any(),
        chosen.into_child(),
        section("choose-actors", "Actors who speak or act", actors).into_any(),
        some.then(|| section("choose-relations", "Where the accounts meet", suggestions)).into_child(),
    ])
}

fn suggestion(suggestion: Suggestion) -> Element {
    let ways = p()
        .class("ways")
        .child(link(suggestion.statements, "Both passages"))
        .child(suggestion.actors.map(|href| link(href, "The actors by topic")));
    let words =
        p().class(relation(suggestion.kind)).child(b().child(suggestion.label)).child(": ").child(suggestion.reason);
    li().child(words).child(ways)
}
