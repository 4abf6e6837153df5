//! The render models of the comparison page.
//!
//! `table` aligns actors by topic, in the cells that `rows` tells and `cell` fills; `pair` puts statements side by
//! side; without columns there is [`Choose`]: suggestions and the actors to choose from.

use corpus::StatementId;

use crate::Shared;
use crate::card;
use crate::view::{Columns, Comparison};

mod cell;
mod choose;
mod pair;
mod rows;
mod shared;
mod table;

pub use cell::{CellStatement, Others};
pub use choose::{Choose, Suggestion};
pub(crate) use pair::pair_title;
pub use pair::{PairPage, Side};
use rows::SHOWN_IN_CELL;
pub use shared::named;
pub use table::{Cell, ColumnHead, ContentsEntry, Join, Line, Row, TablePage};

/// The comparison page.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparePage {
    /// No columns yet, or one: suggestions.
    Choose(Choose),
    /// Actors, aligned by topic.
    Table(TablePage),
    /// Statements side by side.
    Pair(PairPage),
}

/// The statements that a comparison shows before a reader asks for more. One that stands in several cells comes as
/// often.
pub(crate) fn shown(data: Shared, comparison: &Comparison) -> Vec<StatementId> {
    in_cells(data, comparison, SHOWN_IN_CELL)
}

/// The statements that a comparison is of.
pub(crate) fn compared(data: Shared, comparison: &Comparison) -> Vec<StatementId> {
    in_cells(data, comparison, usize::MAX)
}

fn in_cells(data: Shared, comparison: &Comparison, most: usize) -> Vec<StatementId> {
    match &comparison.columns {
        Columns::Actors(actors) if actors.len() > 1 => {
            let rows = rows::rows(data, &rows::said(data, actors), &comparison.topics);
            rows.iter().flat_map(rows::RowStatements::cells).flat_map(|ids| ids.iter().copied().take(most)).collect()
        }
        Columns::Statements(statements) if statements.len() > 1 => statements.clone(),
        _ => Vec::new(),
    }
}

/// Builds the comparison page.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::page`].
pub fn page(data: Shared, comparison: &Comparison) -> ComparePage {
    match &comparison.columns {
        Columns::Actors(actors) if actors.len() > 1 => {
            ComparePage::Table(table::table(data, actors, &comparison.topics))
        }
        Columns::Statements(statements) if statements.len() > 1 => ComparePage::Pair(pair::pair(data, statements)),
        Columns::Actors(actors) => ComparePage::Choose(choose::choose(data, actors.first().copied())),
        Columns::Statements(statements) => {
            let actor = statements.first().and_then(|&id| card::voices(data, id).first().copied());
            ComparePage::Choose(choose::choose(data, actor))
        }
    }
}

#[cfg(test)]
mod tests;
