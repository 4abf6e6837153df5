//! All actors, by camp.

use dom::html::{a, h3, li, p, section, ul};
use dom::{Element, fragment};
use leptos::prelude::*;
use query::actors::{ActorCard, ActorsPage, actors};
use query::language::Localizable;

use crate::desk::Desk;
use crate::parts::masthead::head;
use crate::parts::refs::{dot, heading, localized};

/// The page of all actors.
pub fn page(desk: Desk) -> AnyView {
    let model = actors(desk.data);
    fragment([head("Actors", model.summary.clone()).into_any(), groups(model)])
}

/// The actors of each camp.
pub fn groups(model: ActorsPage) -> AnyView {
    let group = |(camp, actors): (Localizable, Vec<ActorCard>)| {
        section()
            .class("camp-group")
            .child(heading(camp, actors.len()))
            .child(ul().class("actors").children(actors.into_iter().map(card)))
    };
    fragment(model.groups.into_iter().map(group))
}

fn card(actor: ActorCard) -> Element {
    let id = format!("a-{}", actor.page.href.trim_start_matches("#/actor/"));
    let name = a().attr("href", actor.page.href).id(id);
    li().class("actor")
        .child(h3().child(dot(actor.page.hue)).child(" ").child(localized(name, actor.name)))
        .child(p().class("kicker").child(actor.kind))
        .child(localized(p().class("role"), actor.role))
        .child(p().class("parts").child(actor.parts))
}
