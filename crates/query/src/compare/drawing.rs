//! A comparison as a drawing: the columns under their names, a row for each topic, or for each thing that is known of
//! statements. Links as on the page. Long comparisons are cut, and say by how much.

use std::ops::Range;

use corpus::Hue;

use super::ComparePage;
use super::cell::CellStatement;
use super::pair::{Known, PairPage, Side};
use super::row::{Cell, Join, Line, Row};
use super::table::TablePage;
use crate::Shared;
use crate::card::Piece;
use crate::figures::drawing::{
    Anchor, Area, Colour, Drawing, Link, PIXEL, Paint, Point, Shape, Style, Text, measure, times,
};
use crate::language::{Language, Phrase};
use crate::words;

/// The statements of a cell that are drawn.
const MOST_IN_CELL: usize = 3;

/// The lines of related statements that are drawn of a row.
const MOST_LINES: usize = 4;

/// The height from which on no other row begins: browsers make no pictures that are higher than 16,384 dots, and a row
/// is not higher than as much again.
const HIGHEST: i32 = 26_000;

/// The space above and below a row.
const AROUND: i32 = 90;

/// The rows that are made: more would have no place if each were a blank.
const MOST_ROWS: usize = (HIGHEST / (2 * AROUND)) as usize + 1;

/// The lines of a statement, of a remark, and of a name.
const LINES: usize = 7;
const REMARK_LINES: usize = 3;
const NAME_LINES: usize = 3;

/// The width of the names of rows, and the space between columns.
const NAMES: i32 = 1500;
const GAP: i32 = 280;

/// The radius of the dot of a camp, and the space that it takes.
const DOT: i32 = 45;
const AFTER_DOT: i32 = 160;

/// A comparison as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComparisonDrawing {
    heads: Vec<Head>,
    rows: Vec<DrawnRow>,
    /// The rows that are not made.
    others: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Head {
    name: String,
    summary: String,
    hue: Option<Hue>,
    href: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct DrawnRow {
    name: String,
    language: Language,
    href: Option<String>,
    difference: String,
    lines: Vec<DrawnLine>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct DrawnLine {
    cells: Vec<DrawnCell>,
    /// Sentences below the cells, each from a column on.
    relations: Vec<(usize, usize, String)>,
}

#[derive(Clone, Debug, PartialEq)]
struct DrawnCell {
    column: usize,
    span: usize,
    paragraphs: Vec<Paragraph>,
}

/// Lines in one style, which lead somewhere or not.
#[derive(Clone, Debug, PartialEq)]
struct Paragraph {
    text: String,
    /// The ranges of its bytes that are underlined: the words that it has in common with others.
    underlined: Vec<Range<usize>>,
    style: Style,
    language: Language,
    href: Option<String>,
    most: usize,
}

impl Paragraph {
    fn remark(text: String) -> Paragraph {
        Paragraph {
            text,
            underlined: Vec::new(),
            style: Style::Small,
            language: Language::default(),
            href: None,
            most: REMARK_LINES,
        }
    }
}

/// The drawing of a comparison; `None` where nothing is compared yet.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::whole_view`].
pub fn comparison_drawing(data: Shared, page: &ComparePage) -> Option<ComparisonDrawing> {
    match page {
        ComparePage::Choose(_) => None,
        ComparePage::Table(table) => Some(of_table(data, table)),
        ComparePage::Pair(pair) => Some(of_statements(pair)),
    }
}

fn of_table(data: Shared, table: &TablePage) -> ComparisonDrawing {
    let heads = table.columns.iter().map(|head| Head {
        name: head.name.to_string(),
        summary: head.summary.clone(),
        hue: head.hue,
        href: head.href.clone(),
    });
    let rows: Vec<DrawnRow> = table.all_rows(data).take(MOST_ROWS).map(|one| row(&one)).collect();
    let others = table.rows.len() + table.folded.len() - rows.len();
    ComparisonDrawing { heads: heads.collect(), rows, others }
}

fn row(row: &Row) -> DrawnRow {
    let drawn = |line: &Line| DrawnLine {
        cells: line.cells.iter().map(cell).collect(),
        relations: line.joins.iter().map(|join| (join.column, join.span, relation(join))).collect(),
    };
    let mut lines: Vec<DrawnLine> = row.lines.iter().take(MOST_LINES).map(drawn).collect();
    let left: usize =
        row.lines.iter().skip(MOST_LINES).flat_map(|line| &line.cells).map(|cell| cell.ids().count()).sum();
    if left > 0 {
        let words = format!("and {} more on this topic", words::count(left, "statement"));
        let paragraphs = vec![Paragraph::remark(words)];
        lines.push(DrawnLine { cells: vec![DrawnCell { column: 0, span: 1, paragraphs }], relations: Vec::new() });
    }
    DrawnRow {
        name: row.topic.label.to_owned(),
        language: row.topic.language,
        href: Some(row.topic.href.clone()),
        difference: row.difference.to_string(),
        lines,
    }
}

fn relation(join: &Join) -> String {
    format!("{}: {}", join.label, join.reason.text)
}

fn cell(cell: &Cell) -> DrawnCell {
    let mut paragraphs = Vec::new();
    if cell.silent {
        paragraphs.push(Paragraph { style: Style::Silent, most: 1, ..Paragraph::remark("silent".into()) });
    }
    if cell.span > 1 {
        paragraphs.push(Paragraph { style: Style::Heading, ..Paragraph::remark(cell.who.clone()) });
    }
    for statement in cell.statements.iter().take(MOST_IN_CELL) {
        let CellStatement { pieces, quoted, language, chain, form, href, .. } = statement;
        paragraphs.push(said(pieces, *quoted, *language, href.clone()));
        paragraphs.push(Paragraph::remark(format!("{chain}. {}", words::capitalised(form))));
    }
    let left = cell.ids().count() - cell.statements.len().min(MOST_IN_CELL);
    if left > 0 {
        paragraphs.push(Paragraph::remark(format!("and {left} more")));
    }
    DrawnCell { column: cell.column, span: cell.span, paragraphs }
}

/// The words of a statement. Marks of quotation are those of English: no style sheet adds others.
fn said(pieces: &[Piece], is_quoted: bool, language: Language, href: String) -> Paragraph {
    let is_quoted = is_quoted && pieces.first().is_some_and(|first| !first.text.starts_with(['“', '"', '«', '„']));
    let mut text = if is_quoted { "“".to_owned() } else { String::new() };
    let mut underlined = Vec::new();
    for Piece { text: words, marked } in pieces {
        let begin = text.len();
        text.push_str(words);
        if *marked {
            underlined.push(begin..text.len());
        }
    }
    if is_quoted {
        text.push('”');
    }
    Paragraph { text, underlined, style: Style::Passage, language, href: Some(href), most: LINES }
}

fn of_statements(pair: &PairPage) -> ComparisonDrawing {
    let head = |side: &Side| Head {
        name: side.name.to_string(),
        summary: String::new(),
        hue: Some(side.hue.unwrap_or(Hue::Grey)),
        href: Some(side.href.clone()),
    };
    let one = |column: usize, paragraph: Paragraph| DrawnCell { column, span: 1, paragraphs: vec![paragraph] };
    let named = |name: &str, cells: Vec<DrawnCell>, difference: String| DrawnRow {
        name: name.to_owned(),
        language: Language::default(),
        href: None,
        difference,
        lines: vec![DrawnLine { cells, relations: Vec::new() }],
    };
    let words = pair.sides.iter().enumerate().map(|(column, side)| {
        let said = said(&side.pieces, side.card.quoted, side.card.language, side.href.clone());
        one(column, Paragraph { most: 2 * LINES, ..said })
    });
    let words = named("Words", words.collect(), pair.common.clone().unwrap_or_default());
    let facts = pair.rows.iter().map(|row| {
        let known = |(column, known): (usize, &Option<Known>)| {
            let text = match known {
                Some(Known::Words(words)) => words.to_string(),
                Some(Known::Names(refs)) => refs.iter().map(|one| one.label).collect::<Vec<_>>().join(", "),
                None => "none given".to_owned(),
            };
            let style = if known.is_some() { Style::Label } else { Style::Silent };
            one(column, Paragraph { style, ..Paragraph::remark(text) })
        };
        named(row.label, row.cells.iter().enumerate().map(known).collect(), row.difference.clone().unwrap_or_default())
    });
    let rows = [words].into_iter().chain(facts).collect();
    ComparisonDrawing { heads: pair.sides.iter().map(head).collect(), rows, others: 0 }
}

/// The columns in the width of a drawing.
struct Columns {
    /// Of the drawing.
    width: i32,
    number: usize,
    /// The width of one.
    column: i32,
}

impl Columns {
    fn left(&self, column: usize) -> i32 {
        NAMES + GAP + times(column, self.column + GAP)
    }

    fn width(&self, span: usize) -> i32 {
        times(span, self.column + GAP) - GAP
    }
}

impl ComparisonDrawing {
    /// The drawing for a width in CSS pixels, and how many rows, which are the last, have no place in it.
    pub fn drawing(&self, width: i32) -> (Drawing, usize) {
        let width = width * PIXEL;
        let number = self.heads.len().max(1);
        let room = width - NAMES - times(number, GAP);
        let columns = Columns { width, number: self.heads.len(), column: room / times(number, 1) };
        let mut shapes = Vec::new();
        let mut y = self.draw_heads(&columns, &mut shapes);
        rule(&mut shapes, &columns, y, Colour::Rule, 20);
        let mut drawn = 0;
        for row in &self.rows {
            if y > HIGHEST {
                break;
            }
            drawn += 1;
            y = row.draw(&columns, y + AROUND, &mut shapes) + AROUND;
            rule(&mut shapes, &columns, y, Colour::Line, 10);
        }
        (Drawing { width, height: y + 20, shapes }, self.rows.len() - drawn + self.others)
    }

    fn draw_heads(&self, columns: &Columns, shapes: &mut Vec<Shape>) -> i32 {
        let mut end = 0;
        for (column, head) in self.heads.iter().enumerate() {
            let left = columns.left(column);
            let indent = if head.hue.is_some() { AFTER_DOT } else { 0 };
            if head.hue.is_some() {
                let centre = Point { x: left + DOT, y: 78 };
                shapes.push(Shape::Circle { centre, radius: DOT, paint: Paint::filled(Colour::Hue(head.hue)) });
            }
            let name = Paragraph {
                style: Style::Heading,
                href: head.href.clone(),
                most: NAME_LINES,
                ..Paragraph::remark(head.name.clone())
            };
            let y = name.draw(left + indent, columns.column - indent, 0, shapes);
            let summary = Paragraph::remark(head.summary.clone());
            end = end.max(if head.summary.is_empty() { y } else { summary.draw(left, columns.column, y, shapes) });
        }
        end + 90
    }
}

fn rule(shapes: &mut Vec<Shape>, columns: &Columns, y: i32, colour: Colour, width: i32) {
    shapes.push(Shape::line(Point { x: 0, y }, Point { x: columns.width, y }, colour, width));
}

impl DrawnRow {
    /// Draws the row from a position on, and returns where it ends.
    fn draw(&self, columns: &Columns, top: i32, shapes: &mut Vec<Shape>) -> i32 {
        let name = Paragraph {
            style: Style::Heading,
            language: self.language,
            href: self.href.clone(),
            most: 2 * NAME_LINES,
            ..Paragraph::remark(self.name.clone())
        };
        let name_end = name.draw(0, NAMES, top, shapes);
        let mut y = top;
        if !self.difference.is_empty() {
            let difference = Paragraph::remark(self.difference.clone());
            y = difference.draw(columns.left(0), columns.width(columns.number), y, shapes) + 40;
        }
        for line in &self.lines {
            let mut end = y;
            for cell in &line.cells {
                let (left, width) = (columns.left(cell.column), columns.width(cell.span));
                let mut at = y;
                for paragraph in &cell.paragraphs {
                    at = paragraph.draw(left, width, at, shapes);
                    at += if paragraph.style == Style::Small { 70 } else { 0 };
                }
                end = end.max(at);
            }
            for (column, span, words) in &line.relations {
                let words = Paragraph { style: Style::Label, most: 4, ..Paragraph::remark(words.clone()) };
                end = words.draw(columns.left(*column), columns.width(*span), end + 30, shapes) + 30;
            }
            y = end + 30;
        }
        name_end.max(y - 30)
    }
}

impl Paragraph {
    /// Draws the lines from a position on, and returns where they end.
    fn draw(&self, left: i32, width: i32, top: i32, shapes: &mut Vec<Shape>) -> i32 {
        let step = self.style.size() * 135 / 100;
        let lines = measure::lines(&self.text, self.style, width, self.most);
        let height = times(lines.len(), step);
        let underlined = measure::ranges_in_lines(&self.text, &self.underlined, &lines);
        let line = |(index, (text, underlined)): (i32, (String, Vec<Range<usize>>))| {
            let at = Point { x: left, y: top + index * step + self.style.size() };
            let (anchor, style, language) = (Anchor::Start, self.style, self.language);
            Shape::Text(Text { at, anchor, style, text, underlined, language })
        };
        let drawn = (0..).zip(lines.into_iter().zip(underlined)).map(line);
        match &self.href {
            None => shapes.extend(drawn),
            Some(href) => shapes.push(Shape::Link(Link {
                href: href.clone(),
                name: String::new(),
                area: Area { x: left, y: top, width, height },
                is_detail: false,
                shapes: drawn.collect(),
            })),
        }
        top + height + 30
    }
}

/// Sentences that say what is compared, for above the drawing.
pub(crate) fn sentences(page: &ComparePage) -> (Phrase, Vec<String>) {
    match page {
        ComparePage::Choose(choose) => (Phrase::new(choose.title), Vec::new()),
        ComparePage::Table(table) => (table.title.clone(), vec![table.summary.to_string()]),
        ComparePage::Pair(pair) => {
            let relations = pair.relations.iter().map(|(_, label, reason)| format!("{label}: {}", reason.text));
            (pair.title.clone(), relations.collect())
        }
    }
}

#[cfg(test)]
mod tests;
