//! One actor.

use corpus::{ActorId, StatementId};

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::actors;
use crate::language::{self, Phrase};
use crate::link::{Reader, Writer};
use crate::search::Search;
use crate::view::View;

/// The page of an actor.
pub(super) struct Actor(pub ActorId);

impl Page for Actor {
    const SLUG: &'static str = "actor";

    const HAS_PATH: bool = true;

    /// All actors where none is named, or one that does not exist.
    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        let id = if path.is_empty() { None } else { link.named(path) };
        Some(id.map_or(View::Actors, View::Actor))
    }

    fn write(&self, link: &mut Writer) {
        link.path(self.0);
    }

    fn title(&self, data: Shared) -> Phrase {
        Phrase::of(language::named(data, data.actor(self.0).name))
    }

    fn statements(&self, data: Shared, _: Option<Search>) -> Vec<StatementId> {
        actors::actor(data, self.0).sections.into_iter().flat_map(|section| section.statements).collect()
    }

    fn print_section(&self, data: Shared, _: Option<&Search>) -> PrintSection {
        let role = Phrase::of(language::localizable(data, data.actor(self.0).role));
        PrintSection { title: self.title(data), description: vec![role] }
    }

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use crate::names::Named;
        use proptest::prelude::*;

        proptest::sample::select(ActorId::all(data)).prop_map(View::Actor).boxed()
    }
}
