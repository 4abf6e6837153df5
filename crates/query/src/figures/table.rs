//! The table that says what a figure shows: for those who cannot see the figure, or would rather read numbers.

use crate::language::Phrase;

/// A table with heads of columns and of rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the heads of the rows are.
    pub corner: &'static str,
    /// The heads of the columns.
    pub heads: Vec<TableCell>,
    /// The rows, each with its head and a cell for each column.
    pub rows: Vec<(TableCell, Vec<TableCell>)>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCell {
    /// The words, in parts that lead to different views.
    pub parts: Vec<TablePart>,
}

/// A part of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TablePart {
    /// The words.
    pub words: Phrase,
    /// The link to the statements; none where no link names exactly these, or there are none.
    pub href: Option<String>,
}

impl TableCell {
    /// A cell of one part. Never inlined: many times as much code otherwise.
    #[inline(never)]
    pub fn new(words: Phrase, href: Option<String>) -> TableCell {
        TableCell { parts: vec![TablePart { words, href }] }
    }

    /// A cell of words of the interface.
    #[inline(never)]
    pub fn words(words: &str) -> TableCell {
        TableCell::new(Phrase::new(words), None)
    }
}
