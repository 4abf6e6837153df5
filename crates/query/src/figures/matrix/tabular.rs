//! The table that says what the matrix shows.

use corpus::{Enumeration, Form, Position};

use super::excerpt::{Others, excerpt};
use super::model::Matrix;
use crate::Shared;
use crate::figures::table::{Table, TableCell};
use crate::language::Phrase;
use crate::set::StatementSet;
use crate::words;

/// The largest number of columns: cells of words need more room than marks.
const MOST_COLUMNS: usize = 7;

/// The table.
pub fn table(matrix: &Matrix, data: Shared) -> Table {
    let parts = excerpt(matrix, data, MOST_COLUMNS);
    let others = |others: &Others| {
        TableCell::new(Phrase::new(&format!("{}, {}", others.name, others.action)), Some(others.href.clone()))
    };
    let head = |name: &Phrase, href: Option<String>| TableCell::new(name.clone(), href);
    let columns = parts.columns.iter().map(|column| head(&column.name, matrix.column_link(data, column)));
    let heads = columns.chain(parts.other_columns.as_ref().map(others)).collect();
    let mut rows: Vec<_> = parts
        .rows
        .iter()
        .map(|row| {
            let cell = |column| cell(data, &row.cell(column), || matrix.cell_link(data, row, column));
            let cells = parts.columns.iter().map(cell);
            let rest = parts.other_columns.as_ref().map(|others| number(&row.statements, &others.statements));
            (head(&row.name, matrix.row_link(data, row)), cells.chain(rest).collect())
        })
        .collect();
    if let Some(other_rows) = &parts.other_rows {
        let columns = parts.columns.iter().map(|column| &column.statements);
        let sets = columns.chain(parts.other_columns.as_ref().map(|others| &others.statements));
        rows.push((others(other_rows), sets.map(|set| number(&other_rows.statements, set)).collect()));
    }
    Table { corner: "Topic", heads, rows }
}

fn silent() -> TableCell {
    TableCell::words("silent")
}

/// How many statements are in both sets.
fn number(one: &StatementSet, other: &StatementSet) -> TableCell {
    match one.len_in(other) {
        0 => silent(),
        number => TableCell::words(&words::count(number, "statement")),
    }
}

/// The statements of a cell by form, and how many are for and against.
fn cell(data: Shared, set: &StatementSet, href: impl Fn() -> Option<String>) -> TableCell {
    if set.is_empty() {
        return silent();
    }
    let of_form = |form: Form| {
        let number = set.iter().filter(|&id| data.statements.coding(id).0 == form).count();
        let (one, many) = match form {
            Form::Direct => ("quote", "quotes"),
            Form::Mixed => ("partly quoted", "partly quoted"),
            Form::Indirect => ("paraphrase", "paraphrases"),
            Form::Act => ("act", "acts"),
            Form::Narration => ("in its own words", "in its own words"),
        };
        (number > 0).then(|| format!("{} {}", words::grouped(number), if number == 1 { one } else { many }))
    };
    let of_position = |(position, name): (Position, &str)| {
        let number = set.iter().filter(|&id| data.statement(id).position == Some(position)).count();
        (number > 0).then(|| format!("{} {name}", words::grouped(number)))
    };
    let forms: Vec<String> = Form::VALUES.iter().copied().filter_map(of_form).collect();
    let positions: Vec<String> =
        [(Position::Supports, "for"), (Position::Opposes, "against")].into_iter().filter_map(of_position).collect();
    let mut words = forms.join(", ");
    if !positions.is_empty() {
        words.push_str("; ");
        words.push_str(&positions.join(", "));
    }
    TableCell::new(Phrase::new(&words), href())
}
