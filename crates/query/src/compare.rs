//! The render models of the comparison page.
//!
//! `table` aligns `columns` by topic. Of each topic `rows` tells which statements stand in which cell, for which no
//! text is needed; `row` and `cell` fill the cells of a row that is shown, and `table_rows` tells which rows these are.
//! `pair` puts statements side by side; without columns there is [`Choose`]: suggestions and what there is to choose
//! from.

use corpus::StatementId;

use crate::Shared;
use crate::pending::{self, Pending};
use crate::view::Comparison;

mod before_after;
mod cell;
mod choices;
mod choose;
mod columns;
mod compared;
mod difference;
mod drawing;
mod membership;
mod pair;
mod period;
mod plain;
mod row;
mod rows;
mod shared;
mod summary;
mod table;
mod table_rows;
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
pub use row::{Cell, Join, Line, Row};
pub use table::{ColumnHead, ContentsEntry, TablePage};
pub use table_rows::TableRows;

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

/// What a comparison is before anything is built that takes texts.
enum Plan {
    Choose(Compared),
    Table(table::Plan),
    Pair(Vec<StatementId>),
}

fn plan(data: Shared, comparison: &Comparison) -> Plan {
    let compared = Compared::new(data, comparison);
    match (&compared.columns, compared.columns.kind()) {
        (columns, Some(kind)) if columns.len() > 1 => Plan::Table(table::plan(data, &compared, kind)),
        (ComparedColumns::Statements(statements), _) if statements.len() > 1 => Plan::Pair(statements.clone()),
        _ => Plan::Choose(compared),
    }
}

impl Plan {
    fn pending(&self, data: Shared) -> Option<Pending> {
        match self {
            Plan::Choose(_) => None,
            Plan::Table(table) => table.pending(data),
            Plan::Pair(statements) => pending::statements(data, statements.iter().copied()),
        }
    }

    fn page(self, data: Shared) -> ComparePage {
        match self {
            Plan::Choose(compared) => ComparePage::Choose(choose::choose(data, &compared)),
            Plan::Table(table) => ComparePage::Table(table.table(data)),
            Plan::Pair(statements) => ComparePage::Pair(pair::pair(data, &statements)),
        }
    }
}

/// The statements that a comparison is of. One that stands in several cells comes as often.
pub(crate) fn compared(data: Shared, comparison: &Comparison) -> Vec<StatementId> {
    match plan(data, comparison) {
        Plan::Choose(_) => Vec::new(),
        Plan::Table(table) => table.statements(),
        Plan::Pair(statements) => statements,
    }
}

/// The condition of the page of a comparison.
pub(crate) fn pending(data: Shared, comparison: &Comparison) -> Option<Pending> {
    plan(data, comparison).pending(data)
}

/// Builds the comparison page.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::page`].
pub fn page(data: Shared, comparison: &Comparison) -> ComparePage {
    plan(data, comparison).page(data)
}

/// The same where its texts may not be loaded: says what is missing then.
///
/// # Errors
/// The chunks that have to be loaded before.
pub fn try_page(data: Shared, comparison: &Comparison) -> Result<ComparePage, Pending> {
    let plan = plan(data, comparison);
    match plan.pending(data) {
        None => Ok(plan.page(data)),
        Some(pending) => Err(pending),
    }
}

#[cfg(test)]
mod tests;
