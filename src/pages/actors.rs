//! All actors, by camp.

use leptos::prelude::*;
use query::actors::{ActorCard, ActorsPage, actors};

use crate::desk::Desk;
use crate::html::{Child, El, classed, el, link, row};
use crate::parts::masthead::head;
use crate::parts::refs::{dot, heading};

/// The page of all actors.
pub fn page(desk: Desk) -> AnyView {
    let model = actors(desk.data);
    row([head("Actors", model.summary.clone()).view(), groups(model)])
}

/// The actors of each camp.
pub fn groups(model: ActorsPage) -> AnyView {
    let group = |(camp, actors): (&'static str, Vec<ActorCard>)| {
        classed("section", "camp-group")
            .child(heading(camp, actors.len()))
            .child(classed("ul", "actors").children(actors.into_iter().map(card)))
    };
    row(model.groups.into_iter().map(group))
}

fn card(actor: ActorCard) -> El {
    let id = format!("a-{}", actor.page.href.trim_start_matches("#/actor/"));
    classed("li", "actor")
        .child(el("h3").child(dot(actor.page.hue)).child(" ").child(link(actor.page.href, actor.name).attr("id", id)))
        .child(classed("p", "kicker").child(actor.kind))
        .child(classed("p", "role").child(actor.role))
        .child(classed("p", "parts").child(actor.parts))
}
