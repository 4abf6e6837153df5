//! All actors.

use corpus::StatementId;

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::actors;
use crate::language::Phrase;
use crate::link::{Reader, Writer};
use crate::search::Search;
use crate::view::View;

/// The page.
pub(super) struct Actors;

impl Page for Actors {
    const SLUG: &'static str = "actors";

    fn parse(path: &str, _: &mut Reader) -> Option<View> {
        path.is_empty().then_some(View::Actors)
    }

    fn write(&self, _: &mut Writer) {}

    fn title(&self, _: Shared) -> Phrase {
        Phrase::new("Actors")
    }

    fn statements(&self, _: Shared, _: Option<Search>) -> Vec<StatementId> {
        Vec::new()
    }

    fn print_section(&self, data: Shared, _: Option<&Search>) -> PrintSection {
        PrintSection::new("Actors", vec![Phrase::new(&actors::actors(data).summary)])
    }

    #[cfg(test)]
    fn views(_: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use proptest::prelude::*;

        Just(View::Actors).boxed()
    }
}
