//! Which columns and rows are shown apart, and what the others are.

use std::ops::Range;

use super::model::{Column, Matrix, Row};
use crate::Shared;
use crate::link;
use crate::set::StatementSet;
use crate::view::{Offset, Overview, View};
use crate::words;

/// The largest number of topics that are shown apart.
const MOST_ROWS: usize = 24;

/// What is shown apart of a matrix.
pub struct Excerpt<'m> {
    /// The columns.
    pub columns: &'m [Column],
    /// The columns that are not, together.
    pub other_columns: Option<Others>,
    /// The rows.
    pub rows: &'m [Row],
    /// The rows that are not, together.
    pub other_rows: Option<Others>,
}

/// Columns or rows together.
pub struct Others {
    /// The name: "22 others", "276 more topics".
    pub name: String,
    /// The link that shows the next ones apart, or the first ones after the last.
    pub href: String,
    /// What the link does.
    pub action: &'static str,
    /// Their statements.
    pub statements: StatementSet,
}

/// The excerpt with at most so many columns, the others counted as one.
pub fn excerpt(matrix: &Matrix, data: Shared, most_columns: usize) -> Excerpt<'_> {
    let overview = &matrix.overview;
    let columns = range(matrix.columns.len(), overview.column, most_columns.max(2));
    // Another row takes no more room than the others.
    let rows = range(matrix.rows.len(), overview.row, MOST_ROWS + 1);
    let others = |all: usize, range: &Range<usize>, noun: &str, put: fn(&mut Overview, Offset)| {
        let number = all - range.len();
        let next = if range.end < all { range.end } else { 0 };
        let mut view = overview.clone();
        put(&mut view, Offset(next as u32));
        let name = match noun {
            "" if number == 1 => "1 other".to_owned(),
            "" => format!("{} others", words::grouped(number)),
            noun => words::count(number, noun),
        };
        let action = if next == 0 { "show the first" } else { "show the next" };
        (number > 0).then(|| Others {
            name,
            href: link::write(data, &View::Overview(view)),
            action,
            statements: StatementSet::empty(data.statements.len()),
        })
    };
    let mut other_columns = others(matrix.columns.len(), &columns, "", |next, offset| next.column = offset);
    let mut other_rows = others(matrix.rows.len(), &rows, "other topic", |next, offset| next.row = offset);
    if let Some(others) = &mut other_columns {
        let hidden = matrix.columns[..columns.start].iter().chain(&matrix.columns[columns.end..]);
        hidden.for_each(|column| others.statements.union_with(&column.statements));
    }
    if let Some(others) = &mut other_rows {
        let hidden = matrix.rows[..rows.start].iter().chain(&matrix.rows[rows.end..]);
        hidden.for_each(|row| others.statements.union_with(&row.statements));
    }
    Excerpt { columns: &matrix.columns[columns], other_columns, rows: &matrix.rows[rows], other_rows }
}

/// The items that are shown apart: all, where so many fit, or one less, from an offset on. The last ones are shown with
/// those before them.
fn range(all: usize, offset: Offset, most: usize) -> Range<usize> {
    if all <= most {
        return 0..all;
    }
    let number = most - 1;
    let start = (offset.0 as usize).min(all - number);
    start..start + number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_shown_where_they_fit_and_the_last_with_those_before_them() {
        assert_eq!(range(8, Offset(5), 8), 0..8);
        assert_eq!(range(9, Offset(0), 8), 0..7);
        assert_eq!(range(9, Offset(7), 8), 2..9);
        assert_eq!(range(30, Offset(7), 8), 7..14);
        assert_eq!(range(30, Offset(u32::MAX), 8), 23..30);
        assert_eq!(range(0, Offset(3), 8), 0..0);
    }
}
