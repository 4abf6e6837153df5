//! What a page is: the trait that each implements.

use corpus::StatementId;

use crate::Shared;
use crate::language::Phrase;
use crate::link::{Reader, Writer};
use crate::search::Search;
use crate::view::View;

/// A page, with everything chosen on it.
pub(crate) trait Page {
    /// Its name in links; empty for the start page.
    const SLUG: &'static str;

    /// Whether something follows its name in links: `actor/russia`.
    const HAS_PATH: bool = false;

    /// The keys that a link to it may have.
    fn keys() -> Vec<&'static str> {
        Vec::new()
    }

    /// Reads it from a link, forgivingly. `path` is what follows its name; none where that makes it another page than
    /// this.
    fn parse(path: &str, link: &mut Reader) -> Option<View>;

    /// Appends to a link what follows its name. The inverse of [`parse`](Self::parse).
    fn write(&self, link: &mut Writer);

    /// Its title within the briefing; empty for the start page with nothing chosen.
    fn title(&self, data: Shared) -> Phrase;

    /// Its statements in the order of the page; each at least once, none where it is not of statements. `search` is
    /// what [`crate::search::search`] makes of its text.
    fn statements(&self, data: Shared, search: Option<Search>) -> Vec<StatementId>;

    /// What its print says of it at the head.
    fn print_section(&self, data: Shared, search: Option<&Search>) -> PrintSection;

    /// How often property tests try it, as a weight among the pages.
    #[cfg(test)]
    const WEIGHT: u32 = 1;

    /// Everything that can be chosen on it, for property tests.
    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View>;
}

/// What a print says at its head of the page that was printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PrintSection {
    /// What of the briefing it is: "Statements", "Actors".
    pub title: Phrase,
    /// What was chosen, a sentence each.
    pub description: Vec<Phrase>,
}

impl PrintSection {
    /// A section whose title is a word of the interface.
    pub fn new(title: &str, description: Vec<Phrase>) -> PrintSection {
        PrintSection { title: Phrase::new(title), description }
    }
}
