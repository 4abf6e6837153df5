//! The axis as a figure of the overview: shapes for a width, which a page draws and a file has.

use super::Timeline;
use super::model::{Axis, AxisPosition, Entry, Fold, Mark, OpenEnd, OpenEnds, Precision, Tick};
use super::room::{OPEN, Room};
use crate::Shared;
use crate::figures::drawing::{self, Anchor, Area, Colour, Drawing, PIXEL, Paint, Point, Shape, Step, Style, measure};
use crate::language::Language;

/// The height of a lane.
const LANE: i32 = 440;
/// The distance of a mark's line from the upper edge of its lane.
const LINE: i32 = 400;
/// The height of a line of labels.
const LABEL: i32 = 160;
/// The height of the highest bar.
const BAR: i32 = 960;
/// The height of the row of ticks.
const TICKS: i32 = 240;
/// The least size of what takes clicks.
const LEAST: i32 = 240;
/// The size of a dot, and the distance from one to the next.
const DOT: i32 = 70;
const NEXT_DOT: i32 = 100;
/// The lanes of a figure, which has more height than the start page.
const LANES: usize = 8;
/// The lanes where the axis is narrow.
const NARROW_LANES: usize = 14;

/// A drawing while it is made.
struct Picture<'a> {
    axis: &'a Axis,
    width: i32,
    /// The distance of the axis from the top.
    base: i32,
    below: i32,
}

impl Timeline {
    /// The drawing for a width in CSS pixels.
    pub(in crate::figures) fn drawing(&self, data: Shared, width: i32) -> Drawing {
        let width = width.max(200) * PIXEL;
        let lanes = if width < 6000 { NARROW_LANES } else { LANES };
        let axis = self.axis(data, Room { width, lanes });
        axis.filter(|axis| !axis.entries.is_empty()).map(|axis| draw(&axis, width)).unwrap_or_default()
    }
}

fn draw(axis: &Axis, width: i32) -> Drawing {
    let has_open = axis.marks().any(|mark| matches!(mark.precision, Precision::Open(_)));
    let base = match axis.has_bars {
        true if has_open => BAR + 2 * LABEL,
        true => BAR + LABEL,
        false => drawing::times(axis.lanes, LANE),
    };
    let has_groups = axis.has_bars && axis.marks().any(|mark| mark.group.is_some());
    let below = if has_groups { 2 * LABEL } else { LABEL } + 60;
    let picture = Picture { axis, width, base, below };
    let mut shapes = vec![Shape::line(Point { x: 0, y: base }, Point { x: width, y: base }, Colour::Line, 10)];
    for entry in &axis.entries {
        match entry {
            Entry::Mark(mark) if axis.has_bars => picture.bar(mark, &mut shapes),
            Entry::Mark(mark) => shapes.push(picture.time(mark)),
            Entry::Fold(fold) => shapes.push(picture.fold(fold)),
        }
    }
    shapes.extend(axis.ticks.iter().map(|tick| picture.tick(tick)));
    let ticks = if axis.ticks.is_empty() { 0 } else { TICKS };
    Drawing { width, height: base + below + ticks, shapes }
}

impl Picture<'_> {
    fn x(&self, at: AxisPosition) -> i32 {
        let x = i64::from(at.0) * i64::from(self.width) / i64::from(AxisPosition::END.0);
        x.try_into().unwrap_or(self.width)
    }

    /// The mark of a time: its label, a dot for each statement, and its line.
    fn time(&self, mark: &Mark) -> Shape {
        let lane = i32::try_from(mark.lane).unwrap_or_default();
        let top = self.base - (lane + 1) * LANE;
        let (from, to) = (self.x(mark.from), self.x(mark.to));
        let (from, to, line) = match mark.precision {
            Precision::Open(OpenEnds { before: Some(end), .. }) => (to - OPEN, to, open_line(to, top + LINE, -1, end)),
            Precision::Open(OpenEnds { after, .. }) => {
                let end = after.unwrap_or(OpenEnd::Open);
                (from, from + OPEN, open_line(from, top + LINE, 1, end))
            }
            Precision::Calendar => (from, to, vec![dashed(&[(from, top + LINE), (to, top + LINE)], 30)]),
            Precision::Day | Precision::Interval => {
                let [from, to] = [from, to.max(from + 20)].map(|x| Point { x, y: top + LINE });
                (from.x, to.x, vec![Shape::line(from, to, Colour::Soft, 30)])
            }
        };
        let (at, anchor) = if mark.label_before { (to, Anchor::End) } else { (from, Anchor::Start) };
        let mut shapes = vec![words(at, top + 190, anchor, Style::Label, mark.label.clone())];
        let dots = drawing::times(mark.dots.len(), NEXT_DOT);
        let more = (mark.more > 0).then(|| crate::words::grouped(mark.more));
        let first = if mark.label_before { to - dots } else { from };
        for (dot, number) in mark.dots.iter().zip(0..) {
            let (x, y) = (first + number * NEXT_DOT, top + 270);
            let paint = Paint::filled(Colour::Hue(dot.hue));
            shapes.push(if dot.is_act {
                Shape::Rectangle { area: Area { x, y, width: DOT, height: DOT }, paint }
            } else {
                Shape::Circle { centre: Point { x: x + DOT / 2, y: y + DOT / 2 }, radius: DOT / 2 + 3, paint }
            });
        }
        shapes.extend(more.map(|more| {
            let (at, anchor) = if mark.label_before { (first - 30, Anchor::End) } else { (from + dots, Anchor::Start) };
            words(at, top + 340, anchor, Style::Small, more)
        }));
        shapes.extend(line);
        let wide = measure::width(&mark.label, Style::Label).max(to - from).max(dots).max(LEAST);
        let left = if mark.label_before { to - wide } else { from };
        let area = Area { x: left.clamp(0, (self.width - wide).max(0)), y: top + 60, width: wide, height: LANE - 80 };
        Shape::linked(mark.href.clone(), mark.title.clone(), area, shapes)
    }

    /// The bar of a unit, with its number over it and its name below it.
    fn bar(&self, mark: &Mark, all: &mut Vec<Shape>) {
        let (x, to) = (self.x(mark.from), self.x(mark.to));
        let width = (to - x - 10).max(10);
        let high = |steps: usize| drawing::times(steps, BAR) / drawing::times(super::model::HIGHEST_BAR, 1);
        let is_open = matches!(mark.precision, Precision::Open(_));
        let below = if is_open { high(mark.stack - mark.bar) } else { 0 };
        let [acts, beyond] = [mark.bar_of_acts, mark.bar_beyond].map(high);
        let said = high(mark.bar) - acts - beyond;
        let mut top = self.base - below;
        let mut part = |height: i32| {
            top -= height;
            Area { x, y: top, width, height }
        };
        let mut shapes = Vec::new();
        if said > 0 {
            let area = part(said);
            let fill = if is_open { Colour::Raised } else { Colour::Wash(None) };
            shapes.push(Shape::Rectangle { area, paint: Paint::filled(fill) });
            shapes.extend(is_open.then(|| outlined(area)));
        }
        if acts > 0 {
            let area = part(acts);
            let paint = Paint { fill: Some(Colour::Paper), stroke: (!is_open).then_some((Colour::Soft, 10)) };
            shapes.push(Shape::Rectangle { area, paint });
            shapes.extend(is_open.then(|| outlined(area)));
        }
        if beyond > 0 {
            let area = part(beyond);
            shapes.push(Shape::Rectangle { area, paint: Paint::filled(Colour::Raised) });
            shapes.push(outlined(area));
        }
        let middle = x + width / 2;
        if mark.shows_label && !mark.label.is_empty() {
            shapes.push(words(middle, self.base + LABEL - 20, Anchor::Middle, Style::Small, mark.label.clone()));
        }
        let is_second = below > 0;
        let over = high(mark.stack) + 40 + if is_second { LABEL } else { 0 };
        if let Some(number) = &mark.number {
            shapes.push(words(middle, self.base - over, Anchor::Middle, Style::Small, number.clone()));
        }
        let split = self.base - below.min(BAR - LABEL);
        let (y, end) = if is_second { (0, split) } else { (0, self.base + LABEL) };
        let area = Area { x, y, width, height: end - y };
        all.push(Shape::linked(mark.href.clone(), mark.title.clone(), area, shapes));
        all.extend(
            mark.group.clone().map(|group| words(x, self.base + 2 * LABEL - 20, Anchor::Start, Style::Small, group)),
        );
    }

    /// A folded stretch: two strokes through the axis, and how many days it has.
    fn fold(&self, fold: &Fold) -> Shape {
        let middle = i32::midpoint(self.x(fold.from), self.x(fold.to));
        let is_beside = self.axis.has_bars && fold.is_covered;
        let x = if is_beside { i32::midpoint(middle, self.x(fold.to)) } else { middle };
        let at = |x_from: i32, up: i32| Point { x: x + x_from, y: self.base - up };
        let ground = vec![
            Step::Move(at(-50, -50)),
            Step::Line(at(-10, 50)),
            Step::Line(at(50, 50)),
            Step::Line(at(10, -50)),
            Step::Close,
        ];
        let strokes =
            vec![Step::Move(at(-50, -50)), Step::Line(at(-10, 50)), Step::Move(at(10, -50)), Step::Line(at(50, 50))];
        let paint = Paint { fill: None, stroke: Some((Colour::Soft, 10)) };
        let mut shapes = vec![
            Shape::Path { steps: ground, paint: Paint::filled(Colour::Paper) },
            Shape::Path { steps: strokes, paint },
        ];
        let label = fold.label.clone().filter(|_| !is_beside);
        let below = self.base + LABEL - 20;
        shapes.extend(label.map(|label| words(x, below, Anchor::Middle, Style::Small, label)));
        Shape::Group(shapes)
    }

    /// The publication of documents, in a row below the axis.
    fn tick(&self, tick: &Tick) -> Shape {
        let (x, top) = (self.x(tick.at), self.base + self.below);
        let stroke = Shape::line(Point { x, y: top }, Point { x, y: top + 130 }, Colour::Soft, 20);
        let number = (tick.count > 1).then(|| crate::words::grouped(tick.count));
        let wide = number.as_ref().map_or(0, |number| measure::width(number, Style::Small) + 40);
        let is_before = x + wide.max(LEAST / 2) > self.width;
        let (at, anchor) = if is_before { (x - 40, Anchor::End) } else { (x + 40, Anchor::Start) };
        let number = number.map(|number| words(at, top + 110, anchor, Style::Small, number));
        let width = (wide + 40).max(LEAST);
        let left = if is_before { x + 20 - width } else { x - width.min(LEAST) / 2 + (width - LEAST).min(80) };
        let area = Area { x: left.clamp(0, (self.width - width).max(0)), y: top - 20, width, height: LEAST };
        let shapes = [stroke].into_iter().chain(number).collect();
        Shape::linked(tick.href.clone(), tick.title.clone(), area, shapes)
    }
}

fn words(x: i32, y: i32, anchor: Anchor, style: Style, text: String) -> Shape {
    Shape::anchored(Point { x, y }, anchor, style, text, Language::default())
}

/// A dashed line through some points, which are in a row or a column.
fn dashed(points: &[(i32, i32)], width: i32) -> Shape {
    let (dash, next) = (if width > 20 { 60 } else { 40 }, if width > 20 { 100 } else { 70 });
    let mut steps = Vec::new();
    for pair in points.windows(2) {
        let [(x, y), (to_x, to_y)] = [pair[0], pair[1]];
        let length = (to_x - x).abs() + (to_y - y).abs();
        let at = |distance: i32| Point {
            x: x + (to_x - x).signum() * distance.min((to_x - x).abs()),
            y: y + (to_y - y).signum() * distance.min((to_y - y).abs()),
        };
        let mut from = 0;
        while from < length {
            steps.push(Step::Move(at(from)));
            steps.push(Step::Line(at((from + dash).min(length))));
            from += next;
        }
    }
    Shape::Path { steps, paint: Paint { fill: None, stroke: Some((Colour::Soft, width)) } }
}

/// A bar of what is known less exactly: its outline, in dashes.
fn outlined(Area { x, y, width, height }: Area) -> Shape {
    let (right, bottom) = (x + width, y + height);
    dashed(&[(x, bottom), (x, y), (right, y), (right, bottom)], 10)
}

/// A line from a known day, with a stroke there: to an arrowhead where it is open, and in dots where it ends some time.
/// `side` is -1 to the left and 1 to the right.
fn open_line(x: i32, y: i32, side: i32, end: OpenEnd) -> Vec<Shape> {
    let at = |along: i32, up: i32| Point { x: x + side * along, y: y - up };
    let stroke = Some((Colour::Soft, 30));
    let line = |steps: Vec<Step>| Shape::Path { steps, paint: Paint { fill: None, stroke } };
    let mut steps = vec![Step::Move(at(0, 50)), Step::Line(at(0, 0))];
    match end {
        OpenEnd::Open => {
            steps.push(Step::Line(at(OPEN - 90, 0)));
            let head = vec![
                Step::Move(at(OPEN, 0)),
                Step::Line(at(OPEN - 90, 50)),
                Step::Line(at(OPEN - 90, -50)),
                Step::Close,
            ];
            vec![line(steps), Shape::Path { steps: head, paint: Paint::filled(Colour::Soft) }]
        }
        OpenEnd::Unknown => {
            steps.push(Step::Line(at(80, 0)));
            for from in [130, 180, 230] {
                steps.push(Step::Move(at(from - 20, 0)));
                steps.push(Step::Line(at(from + 10, 0)));
            }
            vec![line(steps)]
        }
    }
}
