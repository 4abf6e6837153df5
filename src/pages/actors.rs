//! The page of all actors, by camp.

use leptos::prelude::*;
use query::actors::{self, ActorCard, actors};
use query::language::Localizable;

use super::page::Page;
use crate::app_state::AppState;
use crate::components::masthead::head;
use crate::components::refs::{dot, heading, localized};
use crate::html::{Child, El, classed, el, row};

/// The page of all actors.
pub struct ActorsPage;

impl Page for ActorsPage {
    fn draw(&self, state: AppState) -> AnyView {
        let model = actors(state.data);
        row([head("Actors", model.summary.clone()).view(), groups(model)])
    }

    fn print(&self, state: AppState) -> AnyView {
        groups(actors(state.data))
    }
}

/// The actors of each camp.
fn groups(model: actors::ActorsPage) -> AnyView {
    let group = |(camp, actors): (Localizable, Vec<ActorCard>)| {
        classed("section", "camp-group")
            .child(heading(camp, actors.len()))
            .child(classed("ul", "actors").children(actors.into_iter().map(card)))
    };
    row(model.groups.into_iter().map(group))
}

fn card(actor: ActorCard) -> El {
    let id = format!("a-{}", actor.page.href.trim_start_matches("#/actor/"));
    let name = el("a").attr("href", actor.page.href).attr("id", id);
    classed("li", "actor")
        .child(el("h3").child(dot(actor.page.hue)).child(" ").child(localized(name, actor.name)))
        .child(classed("p", "kicker").child(actor.kind))
        .child(localized(classed("p", "role"), actor.role))
        .child(classed("p", "parts").child(actor.parts))
}
