//! The model of the matrix, and the links of its parts.

use corpus::{Hue, TopicId};

use super::condition::{Condition, only};
use crate::Shared;
use crate::figures::voices::filtered_link;
use crate::language::Phrase;
use crate::link;
use crate::set::StatementSet;
use crate::view::{Filter, Overview, View};

/// The matrix of the statements that pass the filter of an overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What is chosen.
    pub(super) overview: Overview,
    /// What one of the columns is called: "voice".
    pub(super) noun: &'static str,
    /// All columns, in order.
    pub(super) columns: Vec<Column>,
    /// All rows, in order.
    pub(super) rows: Vec<Row>,
    /// The statements.
    pub(super) shown: StatementSet,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name.
    pub name: Phrase,
    /// The accent colour.
    pub hue: Option<Hue>,
    /// What makes a statement one of the column.
    pub condition: Condition,
    /// Those that pass the filter.
    pub statements: StatementSet,
    /// Whether it is one of what the columns are called, and not the rest: what is of no camp, outlet or month.
    pub is_rest: bool,
}

/// A topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name.
    pub name: Phrase,
    /// The topic; none where the statements are on none.
    pub topic: Option<TopicId>,
    /// Those that pass the filter.
    pub statements: StatementSet,
}

impl Matrix {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() || self.columns.is_empty()
    }

    /// The filter of a row; `None` where no filter lets exactly its statements through.
    fn row_filter(&self, row: &Row) -> Option<Filter> {
        let filter = &self.overview.filter;
        Some(Filter { topics: only(&filter.topics, row.topic?)?, ..filter.clone() })
    }

    /// The link to the statements of a row.
    pub fn row_link(&self, data: Shared, row: &Row) -> Option<String> {
        self.row_filter(row).map(|filter| filtered_link(data, filter))
    }

    /// The link to the statements of a column; where no filter lets exactly these through, to the actor.
    pub fn column_link(&self, data: Shared, column: &Column) -> Option<String> {
        match (column.condition.narrowed(&self.overview.filter), &column.condition) {
            (Some(filter), _) => Some(filtered_link(data, filter)),
            (None, Condition::Voices(actors)) if actors.len() == 1 => Some(link::write(data, &View::Actor(actors[0]))),
            _ => None,
        }
    }

    /// The link to the statements of a cell.
    pub fn cell_link(&self, data: Shared, row: &Row, column: &Column) -> Option<String> {
        let filter = column.condition.narrowed(&self.row_filter(row)?)?;
        Some(filtered_link(data, filter))
    }
}

impl Row {
    /// The statements of the row in a column.
    pub fn cell(&self, column: &Column) -> StatementSet {
        let mut cell = self.statements.clone();
        cell.intersect_with(&column.statements);
        cell
    }
}
