//! The drawing of a map: land, the countries with statements, arcs over them, marks over these, the names that have
//! room, and below it what is on no map and what arcs are.
//!
//! A map is not turned around on pages from right to left, only what is below it.

use super::ground::{Ring, WIDTH};
use super::model::{Arc, ArcKind, Map, MapCountry};
use crate::figures::drawing::{
    Anchor, Area, Colour, Drawing, Link, PIXEL, Paint, Point, Shape, Step, Style, measure, times,
};
use crate::figures::network::labels::{Labelled, Side, placements_beside};
use crate::words;

/// The largest height of a map, in CSS pixels.
const MOST_HEIGHT: i32 = 540;
/// The largest width of a name; longer ones are cut off.
const MOST_NAME: i32 = 1_700;
/// The largest number of arcs that are drawn.
const MOST_ARCS: usize = 40;
/// The least and the largest radius of a mark, on a wide map and on a narrow one.
const RADII: [i32; 2] = [35, 110];
const NARROW_RADII: [i32; 2] = [30, 70];
/// Narrower than this, a map has smaller marks.
const NARROW: i32 = 5_000;
/// The least and the largest width of an arc, and what each further act adds.
const WIDTHS: [i32; 2] = [13, 45];
const WIDER: i32 = 7;
/// The length of an arrowhead, without what the width of its arc adds.
const HEAD: i32 = 75;
/// The sides of what takes clicks around a mark, and in the middle of an arc.
const MARK_TARGET: i32 = 240;
const ARC_TARGET: i32 = 120;
/// The least distance of two points of an outline on the page, across and down together.
const APART: i32 = 12;
/// The height of a line below the map, and of one that is a link.
const LINE: i32 = 220;
const LINKED: i32 = 260;

impl Map {
    /// The drawing for a width in CSS pixels, on a page that may begin on the right.
    pub fn drawing(&self, width: i32, begins_on_the_right: bool) -> Drawing {
        let ground = &self.ground;
        let most = MOST_HEIGHT * WIDTH / ground.height.max(1);
        let width = width.min(most).max(200) * PIXEL;
        let height = scaled(ground.height, width);
        let (mut shapes, mut missing) = (Vec::new(), Vec::new());
        if height > 0 {
            shapes.extend(self.outlines(width));
            let (curves, without_room) = self.curves(width, height);
            // Those that join most often are on top.
            shapes.extend(curves.iter().rev().map(|drawn| self.arc(drawn)));
            let (marks, unnamed) = self.marks(&curves, [width, height], begins_on_the_right);
            shapes.extend(marks);
            missing = [(unnamed, "name"), (without_room, "arc")]
                .into_iter()
                .filter(|&(number, _)| number > 0)
                .map(|(number, what)| format!("{} without room", words::count(number, what)))
                .collect();
        }
        let below = self.below(width, height, missing).turned(begins_on_the_right);
        shapes.extend(below.shapes);
        Drawing { width, height: below.height, shapes }
    }

    /// Land, and over it the countries with statements.
    fn outlines(&self, width: i32) -> Vec<Shape> {
        let with_statements = |index: usize| self.countries.iter().find(|country| country.place == Some(index));
        let mut land: Vec<Step> = steps(&self.ground.land, width);
        let mut marked = Vec::new();
        for (index, country) in self.ground.countries.iter().enumerate() {
            let Some(outline) = country else { continue };
            match with_statements(index) {
                Some(country) => marked.push(Shape::Path {
                    steps: steps(&outline.rings, width),
                    paint: Paint { fill: Some(Colour::Wash(country.hue)), stroke: Some((Colour::Paper, 8)) },
                }),
                None => land.extend(steps(&outline.rings, width)),
            }
        }
        let paint = Paint { fill: Some(Colour::Raised), stroke: Some((Colour::Line, 8)) };
        std::iter::once(Shape::Path { steps: land, paint }).chain(marked).collect()
    }

    /// The place of a country's mark.
    fn place(&self, country: &MapCountry, width: i32) -> Option<Point> {
        let mark = self.ground.countries.get(country.place?)?.as_ref()?.mark;
        Some(Point { x: scaled(mark.x, width), y: scaled(mark.y, width) })
    }

    /// The radius of a country's mark, whose area is in proportion to its statements.
    fn radius(&self, country: &MapCountry, width: i32) -> i32 {
        let [least, largest] = if width < NARROW { NARROW_RADII } else { RADII };
        let most = self.countries.first().map_or(1, |country| country.count);
        let share = (country.count as f64 / most as f64).sqrt();
        ((share * f64::from(largest)) as i32).max(least)
    }

    /// The arcs that have both ends on the map, of many the first; and the number of those that have no room between
    /// the marks and the arcs over them.
    fn curves(&self, width: i32, height: i32) -> (Vec<Drawn<'_>>, usize) {
        let target = |country| {
            let centre = self.place(country, width)?;
            Some(around(centre, MARK_TARGET.max(self.radius(country, width) * 2)))
        };
        let mut targets: Vec<Area> = self.countries.iter().filter_map(target).collect();
        let (mut drawn, mut without_room) = (Vec::new(), 0);
        for arc in &self.arcs {
            let ends = arc.ends.map(|end| &self.countries[end]);
            let [near, far] = ends.map(|country| self.radius(country, width));
            let [Some(from), Some(to)] = ends.map(|country| self.place(country, width)) else { continue };
            let curve = curve(arc.kind, [(from, near), (to, far)], [width, height]);
            match uncovered(&curve, &targets) {
                _ if drawn.len() == MOST_ARCS => {}
                Some(target) => {
                    // What follows is drawn below it.
                    targets.push(around(target, ARC_TARGET));
                    drawn.push(Drawn { arc, curve, target });
                }
                None => without_room += 1,
            }
        }
        (drawn, without_room)
    }

    fn arc(&self, &Drawn { arc, curve, target }: &Drawn<'_>) -> Shape {
        let colour = match arc.kind {
            ArcKind::Toward => Colour::Hue(self.countries[arc.ends[0]].hue),
            ArcKind::Together => Colour::Soft,
        };
        let width = (WIDTHS[0] + times(arc.count.min(99) - 1, WIDER)).min(WIDTHS[1]);
        Shape::Link(Link {
            href: arc.href.clone(),
            name: arc.spoken.to_string(),
            area: around(target, ARC_TARGET),
            is_detail: true,
            shapes: line(arc.kind, curve, width, colour),
        })
    }

    /// The marks, those with most statements on top, each with its name where that has room; and the number of those
    /// without.
    fn marks(&self, curves: &[Drawn<'_>], size: [i32; 2], begins_on_the_right: bool) -> (Vec<Shape>, usize) {
        let width = size[0];
        let placed = self.countries.iter().filter_map(|country| Some((country, self.place(country, width)?)));
        let placed: Vec<(&MapCountry, Point)> = placed.collect();
        let name = |country: &MapCountry| measure::lines(country.name.text, Style::Name, MOST_NAME, 1).remove(0);
        let names: Vec<String> = placed.iter().map(|(country, _)| name(country)).collect();
        let labelled = placed.iter().zip(&names).map(|(&(country, at), name)| Labelled {
            centre: [at.x, at.y],
            radius: self.radius(country, width),
            width: measure::width(name, Style::Name),
        });
        let labelled: Vec<Labelled> = labelled.collect();
        let points = curves.iter().flat_map(|drawn| (0..=SAMPLES).map(|part| on_curve(&drawn.curve, part)));
        let points: Vec<[i32; 2]> = points.map(|at| [at.x, at.y]).collect();
        let sides = placements_beside(&labelled, &points, size);
        let mut shapes = Vec::new();
        for (index, (&(country, centre), text)) in placed.iter().zip(names).enumerate().rev() {
            let radius = labelled[index].radius;
            let paint = Paint { fill: Some(Colour::Hue(country.hue)), stroke: Some((Colour::Paper, 15)) };
            let label = sides[index].map(|side| label(country, centre, radius, side, text, begins_on_the_right));
            let mark = std::iter::once(Shape::Circle { centre, radius, paint }).chain(label).collect();
            shapes.push(linked(country, around(centre, MARK_TARGET.max(radius * 2)), mark));
        }
        (shapes, sides.iter().filter(|side| side.is_none()).count())
    }

    /// What is below the map, whose height it includes: the countries on no map, and what marks and arcs are.
    fn below(&self, width: i32, top: i32, missing: Vec<String>) -> Drawing {
        let mut shapes = Vec::new();
        let mut baseline = top + LINE;
        let off_map: Vec<&MapCountry> = self.countries.iter().filter(|country| country.place.is_none()).collect();
        if !off_map.is_empty() {
            let words = if top > 0 { "On no map: " } else { "Countries on no map: " };
            shapes.push(Shape::words(0, baseline, Style::Small, words));
            let mut x = measure::width(words, Style::Small) + 60;
            for country in off_map {
                let number = format!(" {}", words::grouped(country.count));
                let name = measure::lines(country.name.text, Style::Label, MOST_NAME, 1).remove(0) + &number;
                let length = measure::width(&name, Style::Label);
                if x > 0 && x + length > width {
                    (x, baseline) = (0, baseline + LINKED);
                }
                let area = Area { x: x - 40, y: baseline - 170, width: length + 80, height: 240 };
                let name = Shape::text(x, baseline, Style::Label, name, country.name.language);
                shapes.push(linked(country, area, vec![name]));
                x += length + 240;
            }
            baseline += LINE;
        }
        let mut x = 0;
        for (sign, words) in self.legend(top, missing) {
            let indent = match sign {
                Some(Sign::Arc(_)) => 340,
                Some(Sign::Mark) => 170,
                None => 0,
            };
            let length = indent + measure::width(&words, Style::Small);
            if x > 0 && x + length > width {
                (x, baseline) = (0, baseline + LINE);
            }
            match sign {
                Some(Sign::Arc(kind)) => {
                    let curve = [x, x + 90, x + 180, x + 280].map(|x| Point { x, y: baseline - 40 });
                    shapes.extend(line(kind, curve, WIDTHS[0] + WIDER, Colour::Soft));
                }
                Some(Sign::Mark) => {
                    let centre = Point { x: x + 60, y: baseline - 42 };
                    let paint = Paint::filled(Colour::Soft);
                    shapes.push(Shape::Circle { centre, radius: 50, paint });
                }
                None => {}
            }
            shapes.push(Shape::words(x + indent, baseline, Style::Small, words));
            x += length + 240;
        }
        let last = if x > 0 { baseline } else { baseline - LINE };
        Drawing { width, height: last + 80, shapes }
    }

    /// What marks and arcs are, where there are any, and what is missing.
    fn legend(&self, height: i32, missing: Vec<String>) -> Vec<(Option<Sign>, String)> {
        if height == 0 {
            return Vec::new();
        }
        let kinds = [(ArcKind::Toward, "acts of one, about the other"), (ArcKind::Together, "acts of both together")];
        let is_drawn = |kind: ArcKind| {
            let is_placed = |&end: &usize| self.countries[end].place.is_some();
            self.arcs.iter().any(|arc| arc.kind == kind && arc.ends.iter().all(is_placed))
        };
        let mut entries = vec![(Some(Sign::Mark), "statements of or about actors of the country".to_owned())];
        for (kind, words) in kinds {
            if is_drawn(kind) {
                entries.push((Some(Sign::Arc(kind)), words.to_owned()));
            }
        }
        for words in missing {
            entries.push((None, words));
        }
        entries
    }
}

/// The sign of an entry of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Mark,
    Arc(ArcKind),
}

/// A length of the ground on a map of a width.
fn scaled(length: i32, width: i32) -> i32 {
    (i64::from(length) * i64::from(width) / i64::from(WIDTH)) as i32
}

/// Rings as steps, without points that are next to each other on the page, and without specks.
fn steps(rings: &[Ring], width: i32) -> Vec<Step> {
    let mut steps = Vec::new();
    for ring in rings {
        let begin = steps.len();
        let mut last: Option<Point> = None;
        for point in ring {
            let at = Point { x: scaled(point.x, width), y: scaled(point.y, width) };
            if last.is_some_and(|last| (at.x - last.x).abs() + (at.y - last.y).abs() < APART) {
                continue;
            }
            steps.push(if last.is_none() { Step::Move(at) } else { Step::Line(at) });
            last = Some(at);
        }
        if steps.len() - begin > 2 {
            steps.push(Step::Close);
        } else {
            steps.truncate(begin);
        }
    }
    steps
}

/// A cubic Bézier curve: its begin, two control points, its end.
type Curve = [Point; 4];

/// An arc on a map.
struct Drawn<'m> {
    arc: &'m Arc,
    curve: Curve,
    /// The middle of what takes clicks beside the curve itself.
    target: Point,
}

/// The point nearest to the middle of a curve that no target covers; none where they cover all of it.
fn uncovered(curve: &Curve, targets: &[Area]) -> Option<Point> {
    let middle = SAMPLES / 2;
    let parts = (0..=middle).flat_map(|away| [middle - away, middle + away]);
    let is_covered = |at: &Point| {
        targets.iter().any(|target| {
            let (right, down) = (at.x - target.x, at.y - target.y);
            (0..=target.width).contains(&right) && (0..=target.height).contains(&down)
        })
    };
    parts.map(|part| on_curve(curve, part)).find(|at| !is_covered(at))
}

/// The parts of a curve beside which names are placed.
const SAMPLES: i32 = 32;

/// An arc between two marks, with their radii: to the left of its direction, so that arcs there and back are apart, and
/// flatter where both act together.
fn curve(kind: ArcKind, [(begin, near), (end, far)]: [(Point, i32); 2], size: [i32; 2]) -> Curve {
    let away = [end.x - begin.x, end.y - begin.y].map(f64::from);
    let bend = if kind == ArcKind::Toward { 0.19 } else { 0.07 };
    let control = |along: f64| {
        let x = f64::from(begin.x) + away[0] * along + away[1] * bend;
        let y = f64::from(begin.y) + away[1] * along - away[0] * bend;
        Point { x: (x as i32).clamp(0, size[0]), y: (y as i32).clamp(0, size[1]) }
    };
    let [one, other] = [control(0.3), control(0.7)];
    [toward(begin, one, near + 15), one, other, toward(end, other, far + 20)]
}

/// The point of a curve after so many of [`SAMPLES`] parts.
fn on_curve([from, one, other, to]: &Curve, part: i32) -> Point {
    let (done, left) = (i64::from(part), i64::from(SAMPLES - part));
    let weights = [left * left * left, 3 * left * left * done, 3 * left * done * done, done * done * done];
    let mixed = |of: fn(&Point) -> i32| {
        let weighed =
            [from, one, other, to].into_iter().zip(weights).map(|(point, weight)| i64::from(of(point)) * weight);
        (weighed.sum::<i64>() / i64::from(SAMPLES).pow(3)) as i32
    };
    Point { x: mixed(|point| point.x), y: mixed(|point| point.y) }
}

/// A curve, with an arrowhead where it says that one acts toward another.
fn line(kind: ArcKind, [from, one, other, to]: Curve, width: i32, colour: Colour) -> Vec<Shape> {
    let neck = if kind == ArcKind::Toward { toward(to, other, HEAD + width) } else { to };
    let paint = Paint { fill: None, stroke: Some((colour, width)) };
    let curve = Shape::Path { steps: vec![Step::Move(from), Step::Cubic(one, other, neck)], paint };
    let head = (kind == ArcKind::Toward).then(|| arrowhead(neck, to, colour));
    std::iter::once(curve).chain(head).collect()
}

/// A triangle from its base to its tip.
fn arrowhead(base: Point, tip: Point, colour: Colour) -> Shape {
    let [x, y] = [(tip.x - base.x) * 2 / 5, (tip.y - base.y) * 2 / 5];
    let corners = [Point { x: base.x - y, y: base.y + x }, Point { x: base.x + y, y: base.y - x }];
    let steps = vec![Step::Move(tip), Step::Line(corners[0]), Step::Line(corners[1]), Step::Close];
    Shape::Path { steps, paint: Paint::filled(colour) }
}

/// A point at a distance from another, in the direction of a third; at most the whole way.
fn toward(from: Point, to: Point, distance: i32) -> Point {
    let away = [to.x - from.x, to.y - from.y].map(f64::from);
    let length = (away[0] * away[0] + away[1] * away[1]).sqrt();
    let share = if length > 0.0 { (f64::from(distance) / length).min(1.0) } else { 0.0 };
    Point { x: from.x + (away[0] * share) as i32, y: from.y + (away[1] * share) as i32 }
}

fn label(
    country: &MapCountry,
    centre: Point,
    radius: i32,
    side: Side,
    text: String,
    begins_on_the_right: bool,
) -> Shape {
    let (Point { x, y }, away) = (centre, radius + 40);
    let (at, anchor) = match side {
        Side::Right => (Point { x: x + away, y: y + 45 }, Anchor::Start),
        Side::Left => (Point { x: x - away, y: y + 45 }, Anchor::End),
        Side::Above => (Point { x, y: y - away - 35 }, Anchor::Middle),
        Side::Below => (Point { x, y: y + away + 115 }, Anchor::Middle),
    };
    // An end of a text is that in the direction of the page.
    let anchor = match anchor {
        Anchor::Start if begins_on_the_right => Anchor::End,
        Anchor::End if begins_on_the_right => Anchor::Start,
        anchor => anchor,
    };
    Shape::anchored(at, anchor, Style::Name, text, country.name.language)
}

/// Shapes that lead to the statements of a country.
fn linked(country: &MapCountry, area: Area, shapes: Vec<Shape>) -> Shape {
    Shape::linked(Some(country.href.clone()), country.spoken.to_string(), area, shapes)
}

/// A square around a point.
const fn around(centre: Point, side: i32) -> Area {
    Area { x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side }
}
