//! The page of all actors, by camp.

use dom::html::{a, h3, li, p, section, ul};
use dom::{AnyView, Element, fragment};
use query::actors::{self, ActorCard, actors};
use query::language::Localizable;

use super::page::Page;
use crate::app_state::AppState;
use crate::components::masthead::head;
use crate::components::refs::{dot, heading, localized};

/// The page of all actors.
pub struct ActorsPage;

impl Page for ActorsPage {
    fn draw(&self, state: AppState) -> AnyView {
        let model = actors(state.data);
        fragment([head("Actors", model.summary.clone()).into_any(), groups(model)])
    }

    fn print(&self, state: AppState) -> AnyView {
        groups(actors(state.data))
    }
}

/// The actors of each camp.
fn groups(model: actors::ActorsPage) -> AnyView {
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
