//! Sources, method, licence, shortcuts.

use corpus::StatementId;

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::language::Phrase;
use crate::link::{Reader, Writer};
use crate::search::Search;
use crate::view::View;

/// The page.
pub(super) struct About;

impl Page for About {
    const SLUG: &'static str = "about";

    fn parse(path: &str, _: &mut Reader) -> Option<View> {
        path.is_empty().then_some(View::About)
    }

    fn write(&self, _: &mut Writer) {}

    fn title(&self, _: Shared) -> Phrase {
        Phrase::new("About")
    }

    fn statements(&self, _: Shared, _: Option<Search>) -> Vec<StatementId> {
        Vec::new()
    }

    fn print_section(&self, _: Shared, _: Option<&Search>) -> PrintSection {
        PrintSection::new("About this briefing", vec![Phrase::new("What it is made of, and how.")])
    }

    #[cfg(test)]
    fn views(_: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use proptest::prelude::*;

        Just(View::About).boxed()
    }
}
