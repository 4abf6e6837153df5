//! The topic-by-actor matrix: who speaks on what, each statement a mark. In place of actors, the columns may be camps,
//! outlets, documents or months.
//!
//! Columns and rows beyond those that fit are one of others, with numbers in place of marks; its head leads to the
//! next.

use corpus::TopicId;

use super::drawing::Drawing;
use super::seriation::seriated;
use crate::Shared;
use crate::filter::Filtered;
use crate::language::{self, Direction, Phrase};
use crate::matching;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Filter, MatrixColumns, MatrixSort, Overview};

mod caption;
mod columns;
mod condition;
mod excerpt;
mod grid;
mod marks;
mod model;
mod stacked;
mod tabular;

#[cfg(test)]
mod tests;

pub use caption::caption;
use columns::are_ordered;
pub use columns::has_columns;
use condition::is_last;
pub(super) use condition::only;
pub(super) use grid::{name_of, spoken};
pub(super) use marks::mark;
pub use model::Matrix;
pub(super) use model::{Column, Row};
pub use tabular::table;

/// Builds the matrix of what passes the filter of an overview.
pub fn matrix(data: Shared, overview: &Overview, filtered: &Filtered) -> Matrix {
    let shown = &filtered.statements;
    let (columns, noun) = columns::columns(data, overview.columns, shown);
    let rows = topics(data, &overview.filter, shown);
    let (columns, rows) = sorted(overview, columns, rows);
    Matrix { overview: overview.clone(), noun, columns, rows, shown: shown.clone() }
}

/// The columns of a kind that have one of some statements, in the order of the briefing.
pub(super) fn columns_of(data: Shared, kind: MatrixColumns, shown: &StatementSet) -> Vec<Column> {
    columns::columns(data, kind, shown).0
}

/// The topics that have one of some statements, and what is on no topic. Where topics are wanted, these alone: what
/// passes is only a part of what is said on the others.
pub(super) fn topics(data: Shared, filter: &Filter, shown: &StatementSet) -> Vec<Row> {
    let wanted = filter.topics.wanted();
    let mut on_some = StatementSet::empty(data.statements.len());
    let mut rows = Vec::new();
    for topic in (0..data.topics.len() as u32).map(TopicId) {
        let mut statements = matching::listed(data, data.index.facets.topic(topic));
        on_some.union_with(&statements);
        statements.intersect_with(shown);
        if !statements.is_empty() && (wanted.is_empty() || wanted.contains(&topic)) {
            let name = Phrase::of(language::named(data, data.topic(topic).name));
            rows.push(Row { name, topic: Some(topic), statements });
        }
    }
    let mut on_none = shown.clone();
    on_none.difference_with(&on_some);
    if !on_none.is_empty() {
        rows.push(Row { name: Phrase::new("On no topic"), topic: None, statements: on_none });
    }
    rows
}

/// Sorts columns and rows.
fn sorted(overview: &Overview, columns: Vec<Column>, rows: Vec<Row>) -> (Vec<Column>, Vec<Row>) {
    let are_ordered = are_ordered(overview.columns);
    let last = |column: &Column| i32::from(is_last(&column.condition));
    let is_other = |row: &Row| i32::from(row.topic.is_none());
    // The largest first: also before those that are alike are put together, which begins with the first.
    let columns = order::by_key(columns, |column| {
        [last(column), if are_ordered { 0 } else { order::largest(column.statements.len()) }, 0]
    });
    let rows = order::by_key(rows, |row| [i32::from(row.topic.is_none()), order::largest(row.statements.len()), 0]);
    match overview.sort {
        MatrixSort::Amount => (columns, rows),
        MatrixSort::Name => {
            let by_name = |names: Vec<String>| order::of_texts(&names);
            let of_columns = by_name(columns.iter().map(|column| sort_name(&column.name)).collect());
            let of_rows = by_name(rows.iter().map(|row| sort_name(&row.name)).collect());
            let sorted = if are_ordered { columns } else { arranged(columns, &of_columns, last) };
            (sorted, arranged(rows, &of_rows, is_other))
        }
        MatrixSort::Similarity => {
            let number = |one: &StatementSet, other: &StatementSet| one.len_in(other) as u32;
            let of_columns: Vec<Vec<u32>> = columns
                .iter()
                .map(|column| rows.iter().map(|row| number(&column.statements, &row.statements)).collect())
                .collect();
            let of_rows: Vec<Vec<u32>> =
                (0..rows.len()).map(|row| of_columns.iter().map(|column| column[row]).collect()).collect();
            let (by_columns, by_rows) = (seriated(&of_columns), seriated(&of_rows));
            let sorted = if are_ordered { columns } else { arranged(columns, &by_columns, last) };
            (sorted, arranged(rows, &by_rows, is_other))
        }
    }
}

/// A name as it is compared: letters without case, by the order of Unicode.
fn sort_name(name: &Phrase) -> String {
    name.to_string().chars().flat_map(char::to_lowercase).collect()
}

/// Items in an order of their indices, those with a larger `last` behind the others.
fn arranged<T>(items: Vec<T>, order: &[usize], last: impl Fn(&T) -> i32) -> Vec<T> {
    let mut keys: Vec<_> = items.iter().map(|item| [last(item), 0, 0]).collect();
    for (&index, place) in order.iter().zip(0..) {
        keys[index][1] = place;
    }
    order::by_keys(items, &keys)
}

/// The drawing for a width in CSS pixels: columns side by side where four fit, or else the columns of each row one
/// after the other.
pub fn drawing(matrix: &Matrix, data: Shared, width: i32) -> Drawing {
    let width = width.max(200) * super::drawing::PIXEL;
    let drawing = if grid::fits(matrix, width) {
        grid::drawing(matrix, data, width)
    } else {
        stacked::drawing(matrix, data, width)
    };
    drawing.turned(language::page_direction(data) == Direction::RightToLeft)
}
