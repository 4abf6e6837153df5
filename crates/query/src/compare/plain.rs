//! A comparison by topic as plain text in a grid, for files.

use super::cell::CellStatement;
use super::compared::Compared;
use super::row::{Cell, Row};
use super::table::TablePage;
use crate::Shared;
use crate::view::Comparison;

/// A comparison by topic: a column for each of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainTable {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows: of each topic as many as its fullest column has statements.
    pub rows: Vec<PlainRow>,
}

/// A row of a [`PlainTable`].
#[derive(Clone, Debug, PartialEq)]
pub struct PlainRow {
    /// The topic.
    pub topic: String,
    /// The difference between the columns; in the first row of the topic.
    pub difference: String,
    /// A statement of each column, "silent" in the first row of a topic on which it has none, or else nothing.
    pub cells: Vec<String>,
    /// The relations between statements of the topic, in its first row.
    pub relations: String,
}

/// Whether a comparison has a table by topic.
pub fn is_by_topic(data: Shared, comparison: &Comparison) -> bool {
    let columns = Compared::new(data, comparison).columns;
    columns.len() > 1 && columns.kind().is_some()
}

/// The table of a comparison by topic; `None` of one with fewer than two columns, or of statements.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::whole_view`].
pub fn plain_table(data: Shared, comparison: &Comparison) -> Option<PlainTable> {
    let super::ComparePage::Table(table) = super::page(data, comparison) else { return None };
    let columns = table.columns.iter().map(|head| head.name.to_string()).collect();
    Some(PlainTable { columns, rows: rows(data, &table) })
}

fn rows(data: Shared, table: &TablePage) -> Vec<PlainRow> {
    let width = table.columns.len();
    let mut rows = Vec::new();
    for row in table.all_rows(data) {
        let first = rows.len();
        for line in &row.lines {
            let columns: Vec<Vec<String>> = columns(data, &line.cells, width);
            let height = columns.iter().map(Vec::len).max().unwrap_or_default();
            rows.extend((0..height).map(|at| PlainRow {
                topic: row.topic.label.to_owned(),
                difference: String::new(),
                cells: columns.iter().map(|own| own.get(at).cloned().unwrap_or_default()).collect(),
                relations: String::new(),
            }));
        }
        if rows.len() == first {
            let cells = vec![String::new(); width];
            rows.push(PlainRow {
                topic: row.topic.label.to_owned(),
                difference: String::new(),
                cells,
                relations: String::new(),
            });
        }
        let heard: Vec<bool> =
            (0..width).map(|column| rows[first..].iter().any(|row| !row.cells[column].is_empty())).collect();
        let head = &mut rows[first];
        head.difference = row.difference.to_string();
        head.relations = relations(&row);
        for (cell, _) in head.cells.iter_mut().zip(heard).filter(|(_, heard)| !heard) {
            "silent".clone_into(cell);
        }
    }
    rows
}

/// The statements of each column in a line; what several say together is in each of theirs.
fn columns(data: Shared, cells: &[Cell], width: usize) -> Vec<Vec<String>> {
    let mut columns = vec![Vec::new(); width];
    for cell in cells {
        let statements: Vec<String> =
            cell.statements.iter().map(words).chain(cell.others.statements(data).map(|one| words(&one))).collect();
        for column in &mut columns[cell.column..cell.column + cell.span] {
            column.extend(statements.iter().cloned());
        }
    }
    columns
}

/// "“Our waters are ours.” (Minister of Beland → The Wire; direct quote, December 2021)"
fn words(statement: &CellStatement) -> String {
    let content: String = statement.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let is_quoted = statement.quoted && !content.starts_with(['“', '"', '«', '„']);
    let content = if is_quoted { format!("“{content}”") } else { content };
    format!("{content} ({}; {})", statement.chain, statement.form)
}

fn relations(row: &Row) -> String {
    let joins = row.lines.iter().flat_map(|line| &line.joins);
    joins.map(|join| format!("{}: {}", join.label, join.reason.text)).collect::<Vec<_>>().join(" ")
}
