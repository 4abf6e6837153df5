//! The matrix for narrow windows: under each topic its columns one after the other, and who is silent in words.

use super::excerpt::{Others, excerpt};
use super::grid::{name_of, others_link, spoken, spoken_cell};
use super::marks::{STEP, legend, marks, shown_marks};
use super::model::{Column, Matrix, Row};
use crate::Shared;
use crate::figures::drawing::{Area, Colour, Drawing, Point, Shape, Style, measure, times};
use crate::words;

/// The height of a line of names and marks.
const LINE: i32 = 300;

/// The height of a line of the name of a topic, or of those who are silent.
const TEXT_LINE: i32 = 170;

/// The largest number of columns that are told apart.
const MOST_COLUMNS: usize = 12;

/// The largest number of columns of which the silent ones are named.
const MOST_NAMED: usize = 12;

/// The drawing.
pub fn drawing(matrix: &Matrix, data: Shared, width: i32) -> Drawing {
    let parts = excerpt(matrix, data, MOST_COLUMNS);
    let stack = Stack { matrix, data, width };
    let mut shapes = Vec::new();
    let mut y = 0;
    for row in parts.rows {
        y = stack.row(&mut shapes, row, parts.columns, parts.other_columns.as_ref(), y);
    }
    if let Some(others) = &parts.other_rows {
        shapes.push(stack.others(others, y, Style::Heading));
        y += 360;
    }
    if let Some(others) = &parts.other_columns {
        shapes.push(stack.others(others, y, Style::Label));
        y += 360;
    }
    let (key, height) = legend(data, &matrix.shown, y, width);
    shapes.extend(key);
    Drawing { width, height: y + height, shapes }
}

struct Stack<'m> {
    matrix: &'m Matrix,
    data: Shared,
    width: i32,
}

impl Stack<'_> {
    /// A line that leads to the other rows or columns.
    fn others(&self, others: &Others, y: i32, style: Style) -> Shape {
        others_link(others, Point { x: 0, y: y + 200 }, style, Area { x: 0, y, width: self.width, height: 320 })
    }

    /// Draws a topic from a height on; returns where it ends.
    fn row(&self, shapes: &mut Vec<Shape>, row: &Row, columns: &[Column], others: Option<&Others>, top: i32) -> i32 {
        let across = |y| Shape::line(Point { x: 0, y }, Point { x: self.width, y }, Colour::Rule, 15);
        shapes.push(across(top + 8));
        let (name, language) = name_of(&row.name);
        let lines = measure::lines(&name, Style::Heading, self.width, 4);
        let height = 120 + times(lines.len(), TEXT_LINE);
        let first = Point { x: 0, y: top + 40 + TEXT_LINE };
        let text = Shape::lines(first, TEXT_LINE, Style::Heading, lines, language);
        let area = Area { x: 0, y: top + 20, width: self.width, height: height - 30 };
        let name = spoken(&row.name, row.statements.len());
        shapes.push(Shape::linked(self.matrix.row_link(self.data, row), name, area, text));
        let mut at = Point { x: 0, y: top + height };
        let speaking = columns.iter().filter(|column| column.statements.len_in(&row.statements) > 0);
        for column in speaking {
            self.entry(shapes, row, column, &mut at);
        }
        if let Some((number, others)) =
            others.map(|others| (others.statements.len_in(&row.statements), others)).filter(|&(number, _)| number > 0)
        {
            let text = format!("{}: {}", others.name, words::grouped(number));
            let needed = measure::width(&text, Style::Small);
            self.advance(&mut at, needed);
            shapes.push(Shape::words(at.x, at.y + LINE / 2 + 42, Style::Small, text));
            at.x += needed;
        }
        if at.x > 0 {
            at.y += LINE;
        }
        let silent: Vec<&Column> =
            columns.iter().filter(|column| column.statements.len_in(&row.statements) == 0).collect();
        let said = match silent.len() {
            0 => return at.y + 60,
            number if number <= MOST_NAMED => {
                let names: Vec<String> = silent.iter().map(|column| name_of(&column.name).0).collect();
                format!("silent: {}", words::list(&names))
            }
            number => format!("{} silent", words::grouped(number)),
        };
        for line in measure::lines(&said, Style::Silent, self.width, 4) {
            at.y += TEXT_LINE;
            shapes.push(Shape::words(0, at.y - 40, Style::Silent, line));
        }
        at.y + 90
    }

    /// Moves to the next line where less than a width is left of this one.
    fn advance(&self, at: &mut Point, needed: i32) {
        if at.x > 0 && at.x + needed > self.width {
            *at = Point { x: 0, y: at.y + LINE };
        }
    }

    /// Draws a column of a topic: dot, name and marks.
    fn entry(&self, shapes: &mut Vec<Shape>, row: &Row, column: &Column, at: &mut Point) {
        let cell = row.cell(column);
        let (name, language) = name_of(&column.name);
        let name = measure::lines(&name, Style::Label, self.width * 6 / 10, 1).remove(0);
        let before = 120 + measure::width(&name, Style::Label) + 110;
        let most = (self.width - before).min(8 * STEP);
        let shown = shown_marks(cell.len(), most);
        let after = if shown < cell.len() { 300 } else { 0 };
        let needed = before + times(shown, STEP) + after;
        self.advance(at, needed);
        let middle = at.y + LINE / 2;
        let dot = Shape::dot(Point { x: at.x + 45, y: middle }, column.hue);
        let text = Shape::text(at.x + 120, middle + 45, Style::Label, name, language);
        let spoken = spoken_cell(column, row, cell.len());
        let area = Area { x: at.x - 10, y: at.y + 10, width: needed + 20, height: LINE - 20 };
        shapes.push(Shape::linked(self.matrix.cell_link(self.data, row, column), spoken, area, vec![dot, text]));
        let first = Point { x: at.x + before, y: middle };
        shapes.extend(marks(self.matrix, self.data, &cell, column.hue, first, most));
        at.x += needed + 180;
    }
}
