//! A document's text, and the statement that is open in it.

use corpus::{DocumentId, StatementId};

use super::page::{Page, PrintSection};
use crate::Shared;
use crate::card;
use crate::documents::first;
use crate::language::{self, Phrase};
use crate::link::{Reader, Writer};
use crate::print::opened;
use crate::search::Search;
use crate::view::View;
use crate::words;

const STATEMENT: &str = "statement";

/// The page of a document.
pub(super) struct Source(pub DocumentId, pub Option<StatementId>);

impl Page for Source {
    const SLUG: &'static str = "source";

    const HAS_PATH: bool = true;

    fn keys() -> Vec<&'static str> {
        vec![STATEMENT]
    }

    /// The first document by its day where none is named. A statement knows its document; where the two disagree, what
    /// the reader wants to see is the statement.
    fn parse(path: &str, link: &mut Reader) -> Option<View> {
        let document = if path.is_empty() { None } else { link.named(path) };
        let open = link.one(STATEMENT);
        let document = open.map(|id| link.data.statement(id).document).or(document);
        let document = document.or_else(|| (!link.data.documents.is_empty()).then(|| first(link.data)));
        Some(document.map_or_else(View::default, |document| View::Source(document, open)))
    }

    fn write(&self, link: &mut Writer) {
        link.path(self.0);
        link.one(STATEMENT, self.1);
    }

    fn title(&self, data: Shared) -> Phrase {
        let document = Phrase::of(language::title(data, self.0));
        match self.1 {
            None => Phrase::new("Text of “").phrase(document).literal("”"),
            Some(id) => card::voice(data, id).literal(" in the text of “").phrase(document).literal("”"),
        }
    }

    fn statements(&self, data: Shared, _: Option<Search>) -> Vec<StatementId> {
        data.statement_ids().filter(|&id| data.statement(id).document == self.0).collect()
    }

    fn print_section(&self, data: Shared, _: Option<&Search>) -> PrintSection {
        let count = data.statements_of(self.0).len();
        let all = format!("The whole text, with its {} marked.", words::count(count, "statement"));
        let open = self.1.map(|id| opened(data, id));
        PrintSection::new("Text", [Phrase::new(&all)].into_iter().chain(open).collect())
    }

    #[cfg(test)]
    const WEIGHT: u32 = 2;

    #[cfg(test)]
    fn views(data: Shared) -> proptest::strategy::BoxedStrategy<View> {
        use crate::names::Named;
        use proptest::prelude::*;

        let of = move |id| View::Source(data.statement(id).document, Some(id));
        prop_oneof![
            proptest::sample::select(DocumentId::all(data)).prop_map(|document| View::Source(document, None)),
            proptest::sample::select(StatementId::all(data)).prop_map(of),
        ]
        .boxed()
    }
}
