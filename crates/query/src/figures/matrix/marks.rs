//! The marks of statements: form by shape, position by an arrowhead above or below. The colour only repeats who speaks,
//! so nothing is lost in black and white.

use corpus::{Form, Hue, Position, StatementId};

use super::model::Matrix;
use crate::Shared;
use crate::card;
use crate::figures::axis::first_hue;
use crate::figures::drawing::{Area, Colour, Link, Paint, Point, Shape, Step, Style, measure, times};
use crate::figures::voices::statement_link;
use crate::set::StatementSet;
use crate::statements::sorted;
use crate::view::Sort;
use crate::words;

/// The distance from a mark to the next.
pub const STEP: i32 = 125;

/// The height of the area of a mark, which its arrowheads are within.
const HEIGHT: i32 = 280;

/// The shapes of a mark around its centre.
pub fn mark(centre: Point, form: Form, position: Option<Position>, hue: Option<Hue>) -> Vec<Shape> {
    let colour = Colour::Hue(hue);
    let Point { x, y } = centre;
    let at = |right: i32, down: i32| Point { x: x + right, y: y + down };
    let circle = |radius, paint| Shape::Circle { centre, radius, paint };
    let outline = Paint { fill: Some(Colour::Paper), stroke: Some((colour, 15)) };
    let mut shapes = match form {
        Form::Direct => vec![circle(45, Paint::filled(colour))],
        Form::Indirect => vec![circle(39, outline)],
        Form::Mixed => {
            // Half of a circle by two curves; 0.5523 of the radius gives the control points.
            let (radius, control) = (39, 22);
            let half = vec![
                Step::Move(at(0, -radius)),
                Step::Cubic(at(-control, -radius), at(-radius, -control), at(-radius, 0)),
                Step::Cubic(at(-radius, control), at(-control, radius), at(0, radius)),
                Step::Close,
            ];
            vec![circle(39, outline), Shape::Path { steps: half, paint: Paint::filled(colour) }]
        }
        Form::Act => {
            let area = Area { x: x - 39, y: y - 39, width: 78, height: 78 };
            vec![Shape::Rectangle { area, paint: Paint::filled(colour) }]
        }
        Form::Narration => {
            let area = Area { x: x - 42, y: y - 11, width: 84, height: 22 };
            vec![Shape::Rectangle { area, paint: Paint::filled(colour) }]
        }
    };
    let arrowhead = |tip: i32, base: i32| Shape::Path {
        steps: vec![Step::Move(at(-30, base)), Step::Line(at(0, tip)), Step::Line(at(30, base))],
        paint: Paint::outlined(colour),
    };
    match position {
        Some(Position::Supports) => shapes.push(arrowhead(-115, -80)),
        Some(Position::Opposes) => shapes.push(arrowhead(115, 80)),
        Some(Position::Neither) | None => {}
    }
    shapes
}

/// The statements of a cell as marks, from a centre on, within a width; where they are more, the first and the number
/// of the others. `hue` is that of the column.
pub fn marks(
    matrix: &Matrix,
    data: Shared,
    set: &StatementSet,
    hue: Option<Hue>,
    first: Point,
    width: i32,
) -> Vec<Shape> {
    let ids = sorted(data, set.iter(), Sort::Earliest);
    let shown = shown_marks(ids.len(), width);
    let mut shapes = Vec::new();
    for (&id, index) in ids.iter().zip(0..).take(shown) {
        let centre = Point { x: first.x + index * STEP, ..first };
        let area = Area { x: centre.x - STEP / 2, y: centre.y - HEIGHT / 2, width: STEP, height: HEIGHT };
        let statement = data.statement(id);
        shapes.push(Shape::Link(Link {
            href: statement_link(data, &matrix.overview.filter, id),
            name: name(data, id),
            area,
            is_detail: true,
            shapes: mark(centre, statement.form, statement.position, hue.or_else(|| first_hue(data, id))),
        }));
    }
    if shown < ids.len() {
        let more = more(ids.len() - shown);
        shapes.push(Shape::words(first.x + times(shown, STEP) - 35, first.y + 42, Style::Small, more));
    }
    shapes
}

/// How many of some marks are shown within a width, so that there is room for the number of the others.
pub fn shown_marks(number: usize, width: i32) -> usize {
    let fitting = |width: i32| usize::try_from(width / STEP).unwrap_or_default().max(1);
    if number <= fitting(width) {
        return number;
    }
    fitting(width - measure::width(&more(number), Style::Small)).min(number - 1).max(1)
}

fn more(number: usize) -> String {
    format!("+{}", words::grouped(number))
}

/// A statement in words: "United States and Uzbekistan: reported act, for it, 11–16 December 2021".
fn name(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let position = match statement.position {
        Some(Position::Supports) => ", for it",
        Some(Position::Opposes) => ", against it",
        Some(Position::Neither) | None => "",
    };
    let when = statement.when.map(|when| format!(", {}", words::date(when))).unwrap_or_default();
    format!("{}: {}{position}{when}", card::voice(data, id), card::form(data, id))
}

/// The forms and positions that some statements have, as marks with their names, in lines of a width; and the height of
/// the lines.
pub fn legend(data: Shared, shown: &StatementSet, top: i32, width: i32) -> (Vec<Shape>, i32) {
    let has = |form: Form| shown.iter().any(|id| data.statements.coding(id).0 == form);
    let takes = |position: Position| shown.iter().any(|id| data.statement(id).position == Some(position));
    let own_words = if data.documents.len() == 1 { "the article’s own words" } else { "the document’s own words" };
    let forms = [
        (Form::Direct, "direct quote"),
        (Form::Mixed, "partly quoted"),
        (Form::Indirect, "paraphrase"),
        (Form::Act, "reported act"),
        (Form::Narration, own_words),
    ];
    let positions = [(Position::Supports, "for"), (Position::Opposes, "against")];
    let mut entries: Vec<(Form, Option<Position>, &str)> =
        forms.into_iter().filter(|&(form, _)| has(form)).map(|(form, name)| (form, None, name)).collect();
    // On the shape that most statements have, so that an arrowhead is seen where it is.
    let base = entries.first().map_or(Form::Direct, |entry| entry.0);
    entries.extend(positions.into_iter().filter(|&(it, _)| takes(it)).map(|(it, name)| (base, Some(it), name)));
    let mut shapes = Vec::new();
    let (mut x, mut y) = (0, top + 150);
    for (form, position, name) in entries {
        let needed = 110 + measure::width(name, Style::Small) + 200;
        if x > 0 && x + needed - 200 > width {
            (x, y) = (0, y + 260);
        }
        shapes.extend(mark(Point { x: x + 45, y }, form, position, None));
        shapes.push(Shape::words(x + 125, y + 42, Style::Small, name));
        x += needed;
    }
    (shapes, y + 130 - top)
}
