//! Which statements a view shows: what a reader means who takes "this" out of the page.

use corpus::StatementId;

use crate::Shared;
use crate::actors;
use crate::compare::{self, ComparePage, TablePage};
use crate::search::Search;
use crate::statements;
use crate::view::{Columns, View};

/// The statements of a view, each once, in the order of the page; none where the page is not of statements. `search` is
/// what [`crate::search::search`] makes of the view's text.
pub fn statements_in_view(data: Shared, view: &View, search: Option<Search>) -> Vec<StatementId> {
    let mut shown: Vec<StatementId> = match view {
        View::Briefing(selection) => {
            let page = statements::page(data, selection, search);
            page.groups.into_iter().flat_map(|group| group.statements).collect()
        }
        View::Actor(id) => {
            actors::actor(data, *id).sections.into_iter().flat_map(|section| section.statements).collect()
        }
        View::Compare(comparison) => match (compare::page(data, comparison), &comparison.columns) {
            (ComparePage::Table(table), _) => in_table(&table).collect(),
            (ComparePage::Pair(_), Columns::Statements(statements)) => statements.clone(),
            _ => Vec::new(),
        },
        View::Source(document, _) => {
            let of = |id: &StatementId| data.statement(*id).document == *document;
            data.statement_ids().filter(of).collect()
        }
        View::Actors | View::About => Vec::new(),
    };
    let mut seen = vec![false; data.statements.len()];
    shown.retain(|id| !std::mem::replace(&mut seen[id.index()], true));
    shown
}

/// The statements of a table by its cells; what stands in several comes as often.
pub(crate) fn in_table(table: &TablePage) -> impl Iterator<Item = StatementId> {
    let cells = table.rows.iter().flat_map(|row| &row.lines).flatten();
    cells.flat_map(|cell| &cell.statements).map(|statement| statement.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use crate::search::search;
    use crate::testing::{both, shipped, slugs, small};

    fn of(data: Shared, link: &str) -> Vec<StatementId> {
        let view = link::parse(data, link).view;
        let text = view.selection().filter.text;
        statements_in_view(data, &view, search(data, &text))
    }

    #[test]
    fn the_start_page_shows_what_passes_its_filter() {
        for data in both() {
            let mut all = of(data, "#/");
            all.sort();
            assert_eq!(all, data.statement_ids().collect::<Vec<_>>());
        }
        let basing = of(shipped(), "#/?topic=basing");
        assert!(!basing.is_empty() && basing.len() < shipped().statements.len());
        assert!(slugs(shipped(), of(shipped(), "#/?q=\"military%20bases\"")).contains(&"tashkent-no-bases"));
    }

    #[test]
    fn a_statement_that_stands_twice_is_taken_once() {
        let by_topic = of(shipped(), "#/?by=topic");
        let mut once = by_topic.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), by_topic.len());
        assert_eq!(by_topic.len(), shipped().statements.len());
    }

    #[test]
    fn a_comparison_shows_what_stands_in_it() {
        let pair = of(shipped(), "#/compare?statements=tashkent-no-bases,politico-pentagon-visit");
        assert_eq!(slugs(shipped(), pair), ["tashkent-no-bases", "politico-pentagon-visit"]);
        let table = of(shipped(), "#/compare?actors=russia,united-states&topic=basing");
        assert!(table.iter().all(|&id| {
            shipped().statement(id).topics.iter().any(|&topic| shipped().topic(topic).slug == "basing")
        }));
        assert!(!table.is_empty());
        assert!(of(shipped(), "#/compare").is_empty());
    }

    #[test]
    fn pages_that_are_not_of_statements_show_none() {
        assert!(of(small(), "#/about").is_empty() && of(small(), "#/actors").is_empty());
    }

    #[test]
    fn a_text_shows_its_own() {
        let talks = of(small(), "#/source/a-talks");
        assert!(talks.iter().all(|&id| small().document(small().statement(id).document).slug == "a-talks"));
        assert!(!talks.is_empty() && talks.len() < small().statements.len());
    }
}
