//! The matrix with its columns side by side.

use super::excerpt::{Excerpt, Others, excerpt};
use super::marks::{legend, marks};
use super::model::{Column, Matrix, Row};
use crate::Shared;
use crate::figures::drawing::{Area, Colour, Drawing, Point, Shape, Style, measure, times};
use crate::language::{Language, Phrase};
use crate::set::StatementSet;
use crate::words;

/// The smallest and the largest distance from a column to the next.
const LEAST_PITCH: i32 = 1000;
const MOST_PITCH: i32 = 2200;

/// The least number of columns that is worth a grid.
const LEAST_COLUMNS: usize = 4;

/// The height of a row whose name has one line, and of each further line.
const ROW: i32 = 380;
const LINE: i32 = 160;

/// Where the marks of a cell begin, and the name of a column after its dot.
const INSET: i32 = 50;
const AFTER_DOT: i32 = 140;

/// The width of the names of rows.
const fn label_width(width: i32) -> i32 {
    if width >= 9000 { 1780 } else { 1440 }
}

fn columns_that_fit(width: i32) -> usize {
    usize::try_from((width - label_width(width)) / LEAST_PITCH).unwrap_or_default()
}

/// Whether a grid of a width shows all columns, or enough of them.
pub fn fits(matrix: &Matrix, width: i32) -> bool {
    columns_that_fit(width) >= LEAST_COLUMNS.min(matrix.columns.len())
}

/// A name without marks of direction around it, and its language.
pub fn name_of(phrase: &Phrase) -> (String, Language) {
    match phrase.clone().parts().as_slice() {
        [only] => (only.text.clone(), only.language.unwrap_or_default()),
        _ => (phrase.to_string(), Language::default()),
    }
}

/// The drawing.
pub fn drawing(matrix: &Matrix, data: Shared, width: i32) -> Drawing {
    let Excerpt { columns, other_columns, rows, other_rows } = excerpt(matrix, data, columns_that_fit(width));
    let labels = label_width(width);
    let number = times((columns.len() + usize::from(other_columns.is_some())).max(1), 1);
    let pitch = ((width - labels) / number).min(MOST_PITCH);
    let grid = Grid { matrix, data, labels, pitch, width: labels + number * pitch };
    let mut shapes = Vec::new();
    let heads: Vec<Vec<String>> = columns
        .iter()
        .map(|column| measure::lines(&name_of(&column.name).0, Style::Heading, pitch - AFTER_DOT - 60, 3))
        .collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
    let bottom = 100 + times(lines, LINE);
    for ((column, lines), x) in columns.iter().zip(heads).zip(grid.edges()) {
        shapes.push(grid.head(column, lines, x, bottom));
    }
    if let (Some(others), Some(x)) = (&other_columns, grid.edges().nth(columns.len())) {
        shapes.push(Grid::others(others, Area { x, y: 0, width: pitch, height: bottom }));
    }
    shapes.push(rule(bottom, grid.width, Colour::Rule, 15));
    let mut y = bottom;
    for row in rows {
        y += grid.row(&mut shapes, row, columns, other_columns.as_ref(), y);
        shapes.push(rule(y, grid.width, Colour::Line, 10));
    }
    if let Some(others) = &other_rows {
        shapes.push(Grid::others(others, Area { x: 0, y, width: labels, height: ROW }));
        let columns = columns.iter().map(|column| &column.statements);
        let sets = columns.chain(other_columns.as_ref().map(|others| &others.statements));
        for (set, x) in sets.zip(grid.edges()) {
            shapes.push(number_or_silence(&others.statements, set, x, y + ROW / 2));
        }
        y += ROW;
        shapes.push(rule(y, grid.width, Colour::Line, 10));
    }
    let (key, height) = legend(data, &matrix.shown, y + 60, grid.width);
    shapes.extend(key);
    Drawing { width: grid.width, height: y + 60 + height, shapes }
}

/// A line across the drawing.
fn rule(y: i32, width: i32, colour: Colour, thickness: i32) -> Shape {
    Shape::line(Point { x: 0, y }, Point { x: width, y }, colour, thickness)
}

/// How many statements are in both sets.
fn number_or_silence(one: &StatementSet, other: &StatementSet, x: i32, middle: i32) -> Shape {
    match one.len_in(other) {
        0 => Shape::words(x, middle + 42, Style::Silent, "silent"),
        number => Shape::words(x, middle + 42, Style::Small, words::grouped(number)),
    }
}

struct Grid<'m> {
    matrix: &'m Matrix,
    data: Shared,
    labels: i32,
    pitch: i32,
    width: i32,
}

impl Grid<'_> {
    /// The left edges of the columns.
    fn edges(&self) -> impl Iterator<Item = i32> + use<> {
        let (labels, pitch) = (self.labels, self.pitch);
        (0..).map(move |index| labels + index * pitch)
    }

    /// The head of a column.
    fn head(&self, column: &Column, lines: Vec<String>, x: i32, bottom: i32) -> Shape {
        let language = name_of(&column.name).1;
        let first = bottom - 100 - times(lines.len() - 1, LINE);
        let mut shapes = Shape::lines(Point { x: x + AFTER_DOT, y: first }, LINE, Style::Heading, lines, language);
        shapes.insert(0, Shape::dot(Point { x: x + INSET, y: first - 40 }, column.hue));
        Shape::linked(
            self.matrix.column_link(self.data, column),
            spoken(&column.name, column.statements.len()),
            Area { x, y: 0, width: self.pitch - 60, height: bottom - 20 },
            shapes,
        )
    }

    /// The head of the other columns, or of the other rows.
    fn others(others: &Others, area: Area) -> Shape {
        let is_row = area.x == 0;
        let (x, y) = if is_row { (0, area.y + ROW / 2 + 42) } else { (area.x, area.y + area.height - 100) };
        let style = if is_row { Style::Label } else { Style::Heading };
        let area = Area { width: area.width - 60, height: area.height - 20, ..area };
        others_link(others, Point { x, y }, style, area)
    }

    /// Draws a row; returns its height.
    fn row(&self, shapes: &mut Vec<Shape>, row: &Row, columns: &[Column], others: Option<&Others>, y: i32) -> i32 {
        let (name, language) = name_of(&row.name);
        let lines = measure::lines(&name, Style::Label, self.labels - 160, 3);
        let further = times(lines.len() - 1, LINE);
        let height = ROW + further;
        let first = y + (height - further) / 2 + 45;
        let text = Shape::lines(Point { x: 0, y: first }, LINE, Style::Label, lines, language);
        shapes.push(Shape::linked(
            self.matrix.row_link(self.data, row),
            spoken(&row.name, row.statements.len()),
            Area { x: 0, y, width: self.labels - 100, height },
            text,
        ));
        let middle = y + height / 2;
        for (column, x) in columns.iter().zip(self.edges()) {
            let cell = row.cell(column);
            if cell.is_empty() {
                shapes.push(Shape::words(x, middle + 42, Style::Silent, "silent"));
                continue;
            }
            let link = self.matrix.cell_link(self.data, row, column);
            if link.is_some() {
                let area = Area { x: x - 20, y: y + 10, width: self.pitch - 40, height: height - 20 };
                shapes.push(Shape::linked(link, spoken_cell(column, row, cell.len()), area, Vec::new()));
            }
            let first = Point { x: x + INSET, y: middle };
            shapes.extend(marks(self.matrix, self.data, &cell, column.hue, first, self.pitch - 120));
        }
        if let (Some(others), Some(x)) = (others, self.edges().nth(columns.len())) {
            shapes.push(number_or_silence(&row.statements, &others.statements, x, middle));
        }
        height
    }
}

/// What is said of a column or a row: its name and the number of its statements.
#[inline(never)]
pub fn spoken(name: &Phrase, number: usize) -> String {
    format!("{name}: {}", words::count(number, "statement"))
}

/// The same of a cell.
#[inline(never)]
pub fn spoken_cell(column: &Column, row: &Row, number: usize) -> String {
    format!("{} on {}", column.name, spoken(&row.name, number))
}

/// The link to the other columns, or to the other rows, with words that begin at a position.
#[inline(never)]
pub fn others_link(others: &Others, at: Point, style: Style, area: Area) -> Shape {
    let words = Shape::words(at.x, at.y, style, format!("{} ›", others.name));
    let spoken = format!("{}: {}", others.name, others.action);
    Shape::linked(Some(others.href.clone()), spoken, area, vec![words])
}
