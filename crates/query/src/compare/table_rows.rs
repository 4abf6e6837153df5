//! The rows of a comparison by topic, each of which is built when it is shown: the first at once, more on demand.

use std::ops::Range;
use std::sync::Arc;

use corpus::StatementId;

use super::row::{Row, RowContext};
use super::rows::{RowStatements, SHOWN_IN_CELL, in_cells};
use crate::Shared;
use crate::pending::{self, Pending};

/// The statements that the first rows of a long comparison show, at least.
const FIRST: usize = 40;

/// The statements that further rows show together, at least.
const STEP: usize = 120;

/// The rows that are shown at a time, at least, however many statements they have.
const FEWEST_ROWS: usize = 2;

/// The rows of a table, in their order. None of them is built: that takes their texts, and time.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRows {
    context: Arc<RowContext>,
    rows: Vec<Arc<RowStatements>>,
    /// Whether only some are shown at a time.
    is_long: bool,
}

impl TableRows {
    pub(super) fn new(context: Arc<RowContext>, rows: Vec<Arc<RowStatements>>, is_long: bool) -> TableRows {
        TableRows { context, rows, is_long }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The number of rows that are shown at first: of a long comparison as many as hold some statements together.
    pub fn first(&self) -> usize {
        self.next(0)
    }

    /// The number of rows that are shown once a reader asks for more than the first `shown`.
    pub fn next(&self, shown: usize) -> usize {
        if !self.is_long {
            return self.len();
        }
        let mut room = if shown == 0 { FIRST } else { STEP };
        let mut next = shown;
        while next < self.len() && (room > 0 || next < shown + FEWEST_ROWS) {
            room = room.saturating_sub(self.rows[next].shown());
            next += 1;
        }
        next
    }

    /// The index of the row of a topic.
    pub fn position(&self, data: Shared, slug: &str) -> Option<usize> {
        self.rows.iter().position(|row| data.topic(row.topic).slug == slug)
    }

    /// The slug of the topic of a row.
    pub fn slug(&self, data: Shared, index: usize) -> &'static str {
        data.topic(self.rows[index].topic).slug
    }

    /// The chunks that have to be loaded before some rows can be built.
    pub fn pending(&self, data: Shared, range: Range<usize>) -> Option<Pending> {
        pending::statements(data, in_cells(&self.rows[range], SHOWN_IN_CELL))
    }

    /// Builds a row.
    ///
    /// # Panics
    /// If there is no row of the index, or if a text that it quotes is not loaded, see [`Self::pending`].
    pub fn row(&self, data: Shared, index: usize) -> Row {
        self.context.row(data, &self.rows[index])
    }

    /// Builds some rows.
    ///
    /// # Panics
    /// As [`Self::row`].
    pub fn build(&self, data: Shared, range: Range<usize>) -> impl Iterator<Item = Row> {
        range.map(move |index| self.row(data, index))
    }

    /// The statements of all cells; one that stands in several cells comes as often.
    pub fn statements(&self) -> Vec<StatementId> {
        in_cells(&self.rows, usize::MAX)
    }
}
