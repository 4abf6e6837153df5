//! The drawing of flows: bars for the nodes of each column, with their names outside, and ribbons between the bars as
//! wide as there are statements (Sankey 1898; Riehmann, Hanfler and Froehlich 2005).

use corpus::Hue;

use super::model::{FlowColumn, FlowNode, Flows, Ribbon};
use crate::figures::drawing::{Anchor, Area, Colour, Drawing, Link, PIXEL, Paint, Point, Shape, Step, Style, measure};
use crate::language::Language;
use crate::words;

/// The height of the column with most statements, without the distances between its nodes; the height of a statement at
/// most; and that of a ribbon at least.
const HEIGHT: i64 = 4_000;
const MOST_STATEMENT: i64 = 120;
const LEAST_RIBBON: i64 = 5;
/// The distance between nodes, the width of a bar, that between a bar and its name, and the height of a line.
const APART: i32 = 140;
const BAR: i32 = 40;
const BESIDE: i32 = 60;
const LINE: i32 = 160;
/// Where the first node begins, below the headings.
const TOP: i32 = 300;
/// The largest number of lines of a name.
const MOST_LINES: usize = 3;

/// A node with its place.
struct Placed<'n> {
    node: &'n FlowNode,
    /// The upper end of its bar.
    top: i32,
    height: i32,
    name: Vec<String>,
}

impl Flows {
    /// The drawing for a width in CSS pixels. Names are at the outer sides of the first and the last column, and above
    /// the bar of a column between them.
    pub fn drawing(&self, width: i32) -> Drawing {
        let width = width.max(200) * PIXEL;
        let last = self.columns.len().saturating_sub(1);
        let most_name = (width * 31 / 100).min(1_900);
        let columns: Vec<Vec<Placed<'_>>> =
            (0..self.columns.len()).map(|column| self.placed(column, most_name)).collect();
        let name_width = |column: usize| {
            let names = columns[column].iter().flat_map(|placed| &placed.name);
            let heading = measure::width(self.columns[column].heading, Style::Small);
            names.map(|line| measure::width(line, Style::Label)).max().unwrap_or_default().max(heading) + BESIDE
        };
        let (left, right) =
            if self.columns.is_empty() { (0, width) } else { (name_width(0), width - name_width(last)) };
        let between = right - left - BAR;
        let x = |column: usize| left + between * length(column) / length(last.max(1));
        let bottom = |column: &Vec<Placed<'_>>| column.last().map_or(0, |last| last.top + last.extent());
        let height = columns.iter().map(bottom).max().unwrap_or_default();
        // A column that is shorter is in the middle.
        let offsets: Vec<i32> =
            columns.iter().map(|column| if column.len() == 1 { (height - bottom(column)) / 2 } else { 0 }).collect();
        let mut shapes = self.headings(x, last);
        shapes.extend(self.ribbon_shapes(&columns, &offsets, x));
        for (index, column) in columns.iter().enumerate() {
            for placed in column {
                let side = if index == 0 {
                    Side::Before
                } else if index == last {
                    Side::After
                } else {
                    Side::Above
                };
                shapes.push(placed.draw(x(index), TOP + offsets[index] + placed.top, side));
            }
        }
        Drawing { width, height: TOP + height + 20, shapes }
    }

    /// The width of a ribbon of so many statements.
    fn thickness(&self, count: u32) -> i32 {
        let total = |column: &FlowColumn| column.nodes.iter().map(|node| i64::from(node.count)).sum::<i64>();
        let most = self.columns.iter().map(total).max().unwrap_or_default().max(1);
        let thickness = i64::from(count) * HEIGHT.min(most * MOST_STATEMENT) / most;
        i32::try_from(thickness.max(LEAST_RIBBON)).unwrap_or_default()
    }

    /// The nodes of a column below each other, each with as much room as its bar or its name needs. A bar is as high as
    /// its ribbons are wide.
    fn placed(&self, column: usize, most_name: i32) -> Vec<Placed<'_>> {
        let nodes = &self.columns[column].nodes;
        let is_between = column > 0 && column + 1 < self.columns.len();
        let mut heights = vec![[0; 2]; nodes.len()];
        for ribbon in &self.ribbons {
            for side in [0, 1] {
                if ribbon.column + side == column {
                    heights[ribbon.ends[side]][side] += self.thickness(ribbon.count);
                }
            }
        }
        let mut y = 0;
        let place = |(node, [after, before]): (_, [i32; 2])| {
            let lines = if is_between { 1 } else { MOST_LINES };
            let name = name_lines(node, most_name, lines);
            let height = after.max(before);
            // The bar is in the middle of its name where that is higher.
            let extent = height.max(LINE * length(name.len()));
            let top = y + (extent - height) / 2;
            y += extent + APART;
            Placed { node, top, height, name }
        };
        nodes.iter().zip(heights).map(place).collect()
    }

    /// What the actors of the outer columns do, above their names.
    fn headings(&self, x: impl Fn(usize) -> i32, last: usize) -> Vec<Shape> {
        let heading = |(index, column): (usize, &FlowColumn)| {
            let is_shown = (index == 0 || index == last) && !column.nodes.is_empty();
            is_shown.then(|| {
                let (x, anchor) =
                    if index == 0 { (x(0) - BESIDE, Anchor::End) } else { (x(index) + BAR + BESIDE, Anchor::Start) };
                let (at, text, language) = (Point { x, y: 120 }, column.heading.to_owned(), Language::default());
                Shape::anchored(at, anchor, Style::Small, text, language)
            })
        };
        self.columns.iter().enumerate().filter_map(heading).collect()
    }

    /// The ribbons. At each node they are in the order of their other ends.
    fn ribbon_shapes(&self, columns: &[Vec<Placed<'_>>], offsets: &[i32], x: impl Fn(usize) -> i32) -> Vec<Shape> {
        let starts = |column: usize| -> Vec<i32> {
            columns[column].iter().map(|placed| TOP + offsets[column] + placed.top).collect()
        };
        let mut shapes = Vec::new();
        for column in 0..columns.len().saturating_sub(1) {
            let [mut from, mut to] = [starts(column), starts(column + 1)];
            // Ribbons are sorted by their left ends, and at each of these by their right ends; so both are in order.
            for ribbon in self.ribbons.iter().filter(|ribbon| ribbon.column == column) {
                let [left, right] = ribbon.ends;
                let thickness = self.thickness(ribbon.count);
                let ends = [Point { x: x(column) + BAR, y: from[left] }, Point { x: x(column + 1), y: to[right] }];
                from[left] += thickness;
                to[right] += thickness;
                shapes.push(drawn(ribbon, ends, thickness));
            }
        }
        shapes
    }
}

/// Where the name of a node is.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
    Above,
}

impl Placed<'_> {
    /// The height that it takes, with its name.
    fn extent(&self) -> i32 {
        self.height.max(LINE * length(self.name.len()))
    }

    /// The accessible name, which begins with what is read, and has the whole name where that is cut off or broken.
    fn spoken(&self) -> String {
        let (shown, whole) = (self.name.join(" "), numbered(self.node));
        let whole = if shown == whole { String::new() } else { format!("{whole}: ") };
        format!("{shown}: {whole}{}", self.node.spoken)
    }

    fn draw(&self, x: i32, top: i32, side: Side) -> Shape {
        let area = Area { x, y: top, width: BAR, height: self.height };
        let bar = Shape::Rectangle { area, paint: Paint::filled(Colour::Hue(self.node.hue)) };
        let language = self.node.name.map(|name| name.language).unwrap_or_default();
        let lines = length(self.name.len());
        let (at, anchor) = match side {
            Side::Before => (x - BESIDE, Anchor::End),
            Side::After => (x + BAR + BESIDE, Anchor::Start),
            Side::Above => (x + BAR / 2, Anchor::Middle),
        };
        let first = match side {
            Side::Above => top - 60 - LINE * (lines - 1),
            // The lines are in the middle of the bar.
            _ => top + self.height / 2 - LINE * lines / 2 + 120,
        };
        let line = |(index, text): (i32, &String)| {
            let at = Point { x: at, y: first + LINE * index };
            Shape::anchored(at, anchor, Style::Label, text.clone(), language)
        };
        let names = (0..).zip(&self.name).map(line);
        let shapes: Vec<Shape> = std::iter::once(bar).chain(names).collect();
        let Some(href) = self.node.href.clone() else { return Shape::Group(shapes) };
        let width = self.name.iter().map(|line| measure::width(line, Style::Label)).max().unwrap_or_default();
        let (x, width) = match side {
            Side::Before => (at - width, width + BESIDE + BAR),
            Side::After => (x, BAR + BESIDE + width),
            Side::Above => (x, BAR),
        };
        let extent = self.extent().max(240);
        let area = Area { x, y: top + self.height / 2 - extent / 2, width, height: extent };
        Shape::linked(Some(href), self.spoken(), area, shapes)
    }
}

fn name_of(node: &FlowNode) -> String {
    node.name.map_or_else(|| words::count(node.actors, "other"), |name| name.text.to_owned())
}

/// The name of a node and its number.
fn numbered(node: &FlowNode) -> String {
    format!("{} {}", name_of(node), words::grouped(node.count as usize))
}

/// The name of a node and its number, in lines.
fn name_lines(node: &FlowNode, width: i32, most: usize) -> Vec<String> {
    let count = words::grouped(node.count as usize);
    let name = name_of(node);
    // The number stays with the last line.
    let room = width - measure::width(&count, Style::Label) - 60;
    let mut lines = measure::lines(&name, Style::Label, room.max(300), most);
    if let Some(last) = lines.last_mut() {
        last.push(' ');
        last.push_str(&count);
    }
    lines
}

/// A small number as a length.
fn length(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn drawn(ribbon: &Ribbon, [from, to]: [Point; 2], thickness: i32) -> Shape {
    let shape = band(ribbon.hue, from, to, thickness);
    let Some(href) = ribbon.href.clone() else { return shape };
    let middle = Point { x: i32::midpoint(from.x, to.x), y: i32::midpoint(from.y, to.y) + thickness / 2 };
    let side = thickness.clamp(60, 240);
    let area = Area { x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side };
    Shape::Link(Link { href, name: ribbon.spoken.to_string(), area, is_detail: true, shapes: vec![shape] })
}

fn band(hue: Option<Hue>, from: Point, to: Point, thickness: i32) -> Shape {
    let middle = i32::midpoint(from.x, to.x);
    let at = |x: i32, y: i32| Point { x, y };
    let steps = vec![
        Step::Move(from),
        Step::Cubic(at(middle, from.y), at(middle, to.y), to),
        Step::Line(at(to.x, to.y + thickness)),
        Step::Cubic(at(middle, to.y + thickness), at(middle, from.y + thickness), at(from.x, from.y + thickness)),
        Step::Close,
    ];
    Shape::Path { steps, paint: Paint::filled(Colour::Wash(hue)) }
}
