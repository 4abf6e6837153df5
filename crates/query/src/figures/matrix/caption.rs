//! The caption of the matrix: how many speak on how much, what most is said on, and who is alone on what.

use super::model::{Column, Matrix, Row};
use crate::language::Phrase;
use crate::view::MatrixColumns;
use crate::words;

/// The largest number of topics that are named as those that one column has alone.
const MOST_ALONE: usize = 2;

/// The caption.
pub fn caption(matrix: &Matrix) -> Phrase {
    if matrix.is_empty() {
        return Phrase::new("There is no statement to show.");
    }
    let columns = matrix.columns.iter().filter(|column| !column.is_rest).count();
    let rows = matrix.rows.iter().filter(|row| row.topic.is_some()).count();
    let mut caption = Phrase::new(&counts(matrix, columns, rows));
    let by_amount = |row: &&Row| row.statements.len();
    let largest = matrix.rows.iter().filter(|row| row.topic.is_some()).max_by_key(by_amount);
    // Of several as large as each other, none is the largest.
    let is_largest = |row: &&Row| matrix.rows.iter().filter(|other| by_amount(other) == by_amount(row)).count() == 1;
    if let Some(row) = largest.filter(is_largest).filter(|_| rows > 1) {
        caption = caption
            .literal(" Most is said on ")
            .phrase(row.name.clone())
            .literal(&format!(": {}.", words::count(row.statements.len(), "statement")));
    }
    if columns > 1 {
        let alone: Vec<(&Row, &Column)> =
            matrix.rows.iter().filter_map(|row| Some((row, alone(matrix, row)?))).collect();
        for &(row, column) in alone.iter().take(MOST_ALONE) {
            caption = sentence(matrix, caption.literal(" "), row, column);
        }
        let more = alone.len().saturating_sub(MOST_ALONE);
        if more > 0 {
            caption = caption.literal(&format!(" {}", more_alone(matrix, more)));
        }
    }
    caption
}

/// How many columns and topics there are, in how many statements. The rest is none of them.
fn counts(matrix: &Matrix, columns: usize, topics: usize) -> String {
    let counted = |number: usize, noun: &str| match number {
        0 => format!("no {noun}"),
        1 => format!("one {noun}"),
        _ => format!("{} {noun}s", words::spelled(number)),
    };
    let (topics, shown) = (counted(topics, "topic"), words::count(matrix.shown.len(), "statement"));
    let nothing = match matrix.overview.columns {
        _ if columns > 0 => {
            return format!("{} on {topics}, in {shown}.", words::capitalised(&counted(columns, matrix.noun)));
        }
        MatrixColumns::Month => "No statement here has a date",
        MatrixColumns::Camp => "Nobody here is of a camp",
        MatrixColumns::Outlet => "No document here names its outlet",
        // Each statement has a document, and a voice or the document's own words.
        MatrixColumns::Actor | MatrixColumns::Document => "Nobody speaks here",
    };
    format!("{nothing}. {} in {shown}.", words::capitalised(&topics))
}

/// The only column that a topic has.
fn alone<'m>(matrix: &'m Matrix, row: &Row) -> Option<&'m Column> {
    row.topic?;
    let mut columns = matrix.columns.iter().filter(|column| column.statements.len_in(&row.statements) > 0);
    let first = columns.next()?;
    (columns.next().is_none() && !first.is_rest).then_some(first)
}

/// Says that a topic has a column alone.
fn sentence(matrix: &Matrix, before: Phrase, row: &Row, column: &Column) -> Phrase {
    match matrix.overview.columns {
        MatrixColumns::Actor | MatrixColumns::Camp => before
            .literal("On ")
            .phrase(row.name.clone())
            .literal(" only one is heard: ")
            .phrase(column.name.clone())
            .literal("."),
        MatrixColumns::Outlet | MatrixColumns::Document | MatrixColumns::Month => before
            .phrase(row.name.clone())
            .literal(&format!(" comes up in one {} only: ", matrix.noun))
            .phrase(column.name.clone())
            .literal("."),
    }
}

fn more_alone(matrix: &Matrix, number: usize) -> String {
    let topics = words::count(number, "more topic");
    match matrix.overview.columns {
        MatrixColumns::Actor | MatrixColumns::Camp => format!("The same goes for {topics}."),
        _ => format!("So {} {topics}.", if number == 1 { "does" } else { "do" }),
    }
}
