//! The render models of the comparison page.
//!
//! `table` aligns `columns` by topic, in the cells that `rows` tells and `cell` fills; `pair` puts statements side by
//! side; without columns there is [`Choose`]: suggestions and what there is to choose from.

use corpus::StatementId;

use crate::Shared;
use crate::view::Comparison;

mod before_after;
mod cell;
mod choices;
mod choose;
mod columns;
mod compared;
mod difference;
mod drawing;
mod pair;
mod period;
mod plain;
mod rows;
mod shared;
mod summary;
mod table;
mod word_difference;

pub use before_after::before_and_after;
pub use cell::{CellStatement, Others};
pub use choices::{Candidate, Choices, KindChoice, named, with_period};
pub use choose::{Choose, Suggestion};
pub(crate) use columns::table_title;
pub(crate) use compared::{ACTORS, CAMPS, DOCUMENTS, KIND, OUTLETS, PERIODS, STATEMENTS, TOPIC, VOICE};
pub use compared::{ColumnKind, Compared, ComparedColumns, Period};
pub(crate) use drawing::sentences;
pub use drawing::{ComparisonDrawing, comparison_drawing};
pub(crate) use pair::pair_title;
pub use pair::{Known, PairPage, PairRow, Side};
pub use plain::{PlainRow, PlainTable, is_by_topic, plain_table};
use rows::SHOWN_IN_CELL;
pub use table::{Cell, ColumnHead, ContentsEntry, Join, Line, Row, TablePage};

/// The comparison page.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparePage {
    /// No columns yet, or one: suggestions.
    Choose(Choose),
    /// Actors, camps, outlets, documents or periods, aligned by topic.
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
    let compared = Compared::new(data, comparison);
    match &compared.columns {
        columns if columns.len() < 2 => Vec::new(),
        ComparedColumns::Statements(statements) => statements.clone(),
        _ => {
            let rows = rows::rows(data, &columns::columns(data, &compared), &compared.topics);
            rows.iter().flat_map(rows::RowStatements::cells).flat_map(|ids| ids.iter().copied().take(most)).collect()
        }
    }
}

/// Builds the comparison page.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::page`].
pub fn page(data: Shared, comparison: &Comparison) -> ComparePage {
    let compared = Compared::new(data, comparison);
    match (&compared.columns, compared.columns.kind()) {
        (columns, Some(kind)) if columns.len() > 1 => ComparePage::Table(table::table(data, &compared, kind)),
        (ComparedColumns::Statements(statements), _) if statements.len() > 1 => {
            ComparePage::Pair(pair::pair(data, statements))
        }
        _ => ComparePage::Choose(choose::choose(data, &compared)),
    }
}

#[cfg(test)]
mod tests;
