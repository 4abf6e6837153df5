//! The drawing of a discourse network: outlines of clusters, ties over them, nodes over these, and the names that have
//! room.

use super::labels::{Labelled, Side, placements};
use super::model::{Edge, EdgeKind, Network, NetworkNode, Outline};
use crate::figures::axis::AxisPosition;
use crate::figures::drawing::{Anchor, Area, Colour, Drawing, Link, PIXEL, Paint, Point, Shape, Step, Style, measure};
use crate::order;

/// The largest width of a name; longer ones are cut off.
const MOST_NAME: i32 = 1_900;
/// The largest ratio of the width to the height.
const MOST_RATIO: [i32; 2] = [9, 4];
/// How far an outline is from its nodes.
const OUTLINE: i32 = 420;
/// The lengths of a dash and of the gap after it.
const DASH: i32 = 60;
const GAP: i32 = 50;
/// The sides of what takes clicks in the middle of a tie, and around a node.
const TIE_TARGET: i32 = 120;
const NODE_TARGET: i32 = 240;
/// The distance of the outermost nodes from the edge, and the height of a line of the legend.
const MARGIN: i32 = OUTLINE / 2 + 20;
const LINE: i32 = 220;

impl Network {
    /// The drawing for a width in CSS pixels.
    pub fn drawing(&self, width: i32) -> Drawing {
        let height = self.height.cast_signed();
        let size = [width.min(height * MOST_RATIO[0] / MOST_RATIO[1]).max(200), height].map(|pixels| pixels * PIXEL);
        let place = |at: [AxisPosition; 2]| {
            let [x, y] = [0, 1].map(|axis| MARGIN + scaled(at[axis], size[axis] - 2 * MARGIN));
            Point { x, y }
        };
        // Smaller clusters are over larger ones.
        let outlines = order::by_key(self.outlines.iter().collect(), |it| [order::largest(it.nodes.len()), 0, 0]);
        let mut shapes: Vec<Shape> = outlines.into_iter().flat_map(|outline| outlined(outline, place)).collect();
        let radius = |index: usize| self.nodes[index].radius.cast_signed();
        for edge in self.edges.iter().rev() {
            let [from, to] = edge.ends.map(|end| place(self.nodes[end].at));
            shapes.push(tie(edge, from, to));
        }
        let cut = |node: &NetworkNode| measure::lines(node.name.text, Style::Name, MOST_NAME, 1).remove(0);
        let names: Vec<String> = self.nodes.iter().map(cut).collect();
        let labelled = |(index, name): (usize, &String)| {
            let centre = place(self.nodes[index].at);
            let width = measure::width(name, Style::Name);
            Labelled { centre: [centre.x, centre.y], radius: radius(index), width }
        };
        let labelled: Vec<Labelled> = names.iter().enumerate().map(labelled).collect();
        let sides = placements(&labelled, size);
        for (index, name) in names.into_iter().enumerate().rev() {
            let label = sides[index].map(|side| label(&self.nodes[index], &labelled[index], side, name));
            shapes.push(node(&self.nodes[index], place(self.nodes[index].at), label));
        }
        let unnamed = sides.iter().filter(|side| side.is_none()).count();
        let (legend, legend_height) = drawn_legend(self.legend(unnamed), size[1], size[0]);
        shapes.extend(legend);
        Drawing { width: size[0], height: size[1] + legend_height, shapes }
    }

    /// What dashes and shapes say, and how many names have no room: the entries of the legend, each with its sign.
    fn legend(&self, unnamed: usize) -> Vec<(Option<Sign>, String)> {
        let is_two_mode = self.settings.aggregation.is_two_mode();
        let [positive, negative] = if is_two_mode { ["for", "against"] } else { ["agree", "opposed"] };
        let topic = Paint { fill: Some(Colour::Paper), stroke: Some((Colour::Ink, 15)) };
        let cluster = Paint { fill: Some(Colour::Raised), stroke: Some((Colour::Line, 10)) };
        let has = |kind: EdgeKind| self.edges.iter().any(|edge| edge.kind == kind);
        let signs = [
            (has(EdgeKind::Positive), Sign::Line(EdgeKind::Positive), positive),
            (has(EdgeKind::Negative), Sign::Line(EdgeKind::Negative), negative),
            (is_two_mode, Sign::Square(topic), "topic"),
            (!self.outlines.is_empty(), Sign::Square(cluster), "cluster"),
        ];
        let mut entries = Vec::new();
        for (is_shown, sign, words) in signs {
            if is_shown {
                entries.push((Some(sign), words.to_owned()));
            }
        }
        if unnamed > 0 {
            entries.push((None, format!("{unnamed} without a name")));
        }
        entries
    }
}

/// The sign of an entry of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Line(EdgeKind),
    Square(Paint),
}

/// Draws a legend below a figure, in as many lines as it needs; the shapes, and the height.
fn drawn_legend(entries: Vec<(Option<Sign>, String)>, top: i32, width: i32) -> (Vec<Shape>, i32) {
    let mut shapes = Vec::new();
    let (mut x, mut baseline) = (0, top + 220);
    for (sign, words) in entries {
        let indent = match sign {
            Some(Sign::Line(_)) => 340,
            Some(Sign::Square(_)) => 170,
            None => 0,
        };
        let room = indent + measure::width(&words, Style::Small);
        if x > 0 && x + room > width {
            (x, baseline) = (0, baseline + LINE);
        }
        match sign {
            Some(Sign::Line(kind)) => {
                let [from, to] = [x, x + 280].map(|x| Point { x, y: baseline - 40 });
                shapes.push(line(kind, from, to, 20));
            }
            Some(Sign::Square(paint)) => {
                let area = Area { x: x + 10, y: baseline - 100, width: 110, height: 110 };
                shapes.push(Shape::Rectangle { area, paint });
            }
            None => {}
        }
        shapes.push(Shape::words(x + indent, baseline, Style::Small, words));
        x += room + 240;
    }
    (shapes, baseline + 80 - top)
}

/// A share of a length.
fn scaled(at: AxisPosition, length: i32) -> i32 {
    let share = i64::from(at.0) * i64::from(length) / i64::from(AxisPosition::END.0);
    i32::try_from(share).unwrap_or(length)
}

/// The outline of a cluster: its hull with a broad edge, whose corners the style sheet rounds, over one a little
/// broader.
fn outlined(outline: &Outline, place: impl Fn([AxisPosition; 2]) -> Point) -> [Shape; 2] {
    let corners = outline.corners.iter().map(|&corner| place(corner)).enumerate();
    let steps = corners.map(|(index, at)| if index == 0 { Step::Move(at) } else { Step::Line(at) });
    let steps: Vec<Step> = steps.chain([Step::Close]).collect();
    [(Colour::Line, OUTLINE + 20), (Colour::Raised, OUTLINE)].map(|(colour, width)| {
        let paint = Paint { fill: Some(colour), stroke: Some((colour, width)) };
        Shape::Path { steps: steps.clone(), paint }
    })
}

fn tie(edge: &Edge, from: Point, to: Point) -> Shape {
    let middle = Point { x: i32::midpoint(from.x, to.x), y: i32::midpoint(from.y, to.y) };
    let shapes = vec![line(edge.kind, from, to, edge.width.cast_signed())];
    match edge.href.clone() {
        Some(href) => {
            let (name, area) = (edge.spoken.to_string(), around(middle, TIE_TARGET));
            Shape::Link(Link { href, name, area, is_detail: true, shapes })
        }
        None => Shape::Group(shapes),
    }
}

/// A line, dashed where it says that two are opposed.
fn line(kind: EdgeKind, from: Point, to: Point, width: i32) -> Shape {
    let steps = match kind {
        EdgeKind::Positive => vec![Step::Move(from), Step::Line(to)],
        EdgeKind::Negative => dashes(from, to),
    };
    Shape::Path { steps, paint: Paint { fill: None, stroke: Some((Colour::Wash(None), width)) } }
}

/// The steps of a dashed line, which ends in a dash.
fn dashes(from: Point, to: Point) -> Vec<Step> {
    let [x, y] = [to.x - from.x, to.y - from.y].map(f64::from);
    let length = (x * x + y * y).sqrt() as i32;
    let number = (length - DASH) / (DASH + GAP) + 1;
    let at = |along: i32| {
        let along = i64::from(along.min(length));
        let part = |from: i32, to: i32| {
            let part = i64::from(to - from) * along / i64::from(length.max(1));
            from + i32::try_from(part).unwrap_or_default()
        };
        Point { x: part(from.x, to.x), y: part(from.y, to.y) }
    };
    // The gaps are as long as lets the last dash end at the end.
    let begin = |dash: i32| if number > 1 { (length - DASH) / (number - 1) * dash } else { 0 };
    (0..number.max(1)).flat_map(|dash| [Step::Move(at(begin(dash))), Step::Line(at(begin(dash) + DASH))]).collect()
}

fn node(node: &NetworkNode, centre: Point, label: Option<Shape>) -> Shape {
    let radius = node.radius.cast_signed();
    let shape = if node.is_topic {
        let paint = Paint { fill: Some(Colour::Paper), stroke: Some((Colour::Ink, 15)) };
        Shape::Rectangle { area: around(centre, radius * 2), paint }
    } else {
        // A ring in the colour of the page keeps it apart from its ties.
        let paint = Paint { fill: Some(Colour::Hue(node.hue)), stroke: Some((Colour::Paper, 15)) };
        Shape::Circle { centre, radius, paint }
    };
    let shapes = std::iter::once(shape).chain(label).collect();
    Shape::linked(node.href.clone(), node.spoken.to_string(), around(centre, NODE_TARGET.max(radius * 2)), shapes)
}

fn label(node: &NetworkNode, labelled: &Labelled, side: Side, text: String) -> Shape {
    let ([x, y], away) = (labelled.centre, labelled.radius + 40);
    let (at, anchor) = match side {
        Side::Right => (Point { x: x + away, y: y + 45 }, Anchor::Start),
        Side::Left => (Point { x: x - away, y: y + 45 }, Anchor::End),
        Side::Above => (Point { x, y: y - away - 35 }, Anchor::Middle),
        Side::Below => (Point { x, y: y + away + 115 }, Anchor::Middle),
    };
    Shape::anchored(at, anchor, Style::Name, text, node.name.language)
}

/// A square around a point.
const fn around(centre: Point, side: i32) -> Area {
    Area { x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_begin_and_end_at_the_ends() {
        for length in [10, 60, 61, 170, 1_000, 9_999] {
            let (from, to) = (Point { x: 0, y: 0 }, Point { x: length, y: 0 });
            let steps = dashes(from, to);
            assert_eq!(steps.first(), Some(&Step::Move(from)), "{length}");
            let Some(Step::Line(end)) = steps.last() else { panic!("{steps:?}") };
            assert!((length - end.x).abs() < DASH, "{length}: {end:?}");
        }
    }
}
