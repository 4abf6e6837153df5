//! For and against: by topic, who asks for more of it and who for less.

use corpus::Position;

use super::drawing::{Anchor, Area, Colour, Drawing, PIXEL, Point, Shape, Style, measure, times};
use super::matrix::{Column, Row, columns_of, name_of, only, spoken, topics};
use super::table::{Table, TableCell, TablePart};
use super::voices::filtered_link;
use crate::Shared;
use crate::filter::Filtered;
use crate::language::{self, Direction, Phrase};
use crate::order;
use crate::set::StatementSet;
use crate::view::{Filter, MatrixColumns, Overview};
use crate::words;

/// Who is for and against what, among the statements that pass the filter of an overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Positions {
    filter: Filter,
    rows: Vec<Sides>,
    /// The number of topics that are not shown.
    more: usize,
    /// The number of statements that take a side, and of all.
    sided: (usize, usize),
}

/// A topic with those against it and those for it, each the most outspoken first.
#[derive(Clone, Debug, PartialEq)]
struct Sides {
    row: Row,
    against: Vec<Side>,
    in_favour: Vec<Side>,
}

/// An actor on one side of a topic.
#[derive(Clone, Debug, PartialEq)]
struct Side {
    column: Column,
    /// The number of its statements on that side.
    number: usize,
    /// The link to these; none where no filter shows exactly these.
    href: Option<String>,
}

/// The largest number of topics.
const MOST_ROWS: usize = 40;

/// The largest number of actors on a side of a topic; the others are counted.
const MOST_ON_A_SIDE: usize = 12;

/// The largest width of a drawing, in CSS pixels: names would be too far from what they are of.
const MOST_WIDTH: i32 = 820;

/// The least width of a drawing with the names of topics beside it.
const LEAST_WIDE: i32 = 6400;

/// The width of the names of topics, and of the names of the sides where they are below each other.
const LABELS: i32 = 1780;
const STANCE: i32 = 560;

/// The height of a line of names, and what is between two topics.
const LINE: i32 = 250;
const BETWEEN: i32 = 120;

/// Builds it of what passes the filter of an overview; without a topic where no statement takes a side.
pub fn positions(data: Shared, overview: &Overview, filtered: &Filtered) -> Positions {
    let shown = &filtered.statements;
    let of = |position: Position| {
        let mut set = StatementSet::empty(data.statements.len());
        shown.iter().filter(|&id| data.statement(id).position == Some(position)).for_each(|id| set.insert(id));
        set
    };
    let (supporting, opposing) = (of(Position::Supports), of(Position::Opposes));
    let mut sided = supporting.clone();
    sided.union_with(&opposing);
    let columns = columns_of(data, MatrixColumns::Actor, &sided);
    let filter = &overview.filter;
    let sides = |row: Row| {
        let side = |position: Position, set: &StatementSet| {
            let narrowed = row.topic.and_then(|topic| {
                let topics = only(&filter.topics, topic)?;
                Some(Filter { topics, positions: only(&filter.positions, position)?, ..filter.clone() })
            });
            let of_column = |column: &Column| {
                let mut own = column.statements.clone();
                own.intersect_with(set);
                let number = own.len_in(&row.statements);
                let filter = narrowed.as_ref().and_then(|filter| column.condition.narrowed(filter));
                let href = filter.map(|filter| filtered_link(data, filter));
                (number > 0).then(|| Side { column: column.clone(), number, href })
            };
            order::by_key(columns.iter().filter_map(of_column).collect(), |side| [order::largest(side.number), 0, 0])
        };
        let (against, in_favour) = (side(Position::Opposes, &opposing), side(Position::Supports, &supporting));
        Sides { row, against, in_favour }
    };
    let rows = order::by_key(topics(data, filter, &sided), |row| [order::largest(row.statements.len()), 0, 0]);
    let more = rows.len().saturating_sub(MOST_ROWS);
    let rows = rows.into_iter().take(MOST_ROWS).map(sides).collect();
    Positions { filter: filter.clone(), rows, more, sided: (sided.len(), shown.len()) }
}

impl Positions {
    /// Whether no statement takes a side.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What is to be seen, in sentences.
    pub fn caption(&self) -> Phrase {
        if self.is_empty() {
            return Phrase::new("No statement here asks for more or less of something.");
        }
        let names = |sides: &[Side]| {
            let named = sides.iter().take(2).map(|side| side.column.name.clone());
            let more = sides.len().saturating_sub(2);
            let rest = (more > 0).then(|| Phrase::new(&words::count(more, "other")));
            Phrase::list(named.chain(rest).collect())
        };
        let contested: Vec<&Sides> =
            self.rows.iter().filter(|row| !row.against.is_empty() && !row.in_favour.is_empty()).collect();
        let mut caption = match contested.as_slice() {
            [] => Phrase::new("No topic has voices on both sides."),
            [first, rest @ ..] => {
                let sentence = Phrase::new("On ")
                    .phrase(first.row.name.clone())
                    .literal(" there are voices on both sides: ")
                    .phrase(names(&first.in_favour))
                    .literal(" for it, ")
                    .phrase(names(&first.against))
                    .literal(" against it.");
                match rest.len() {
                    0 => sentence,
                    more => sentence.literal(&format!(" So it is on {}.", words::count(more, "more topic"))),
                }
            }
        };
        let is_on_both = |row: &Sides| {
            row.against
                .iter()
                .any(|side| row.in_favour.iter().any(|other| other.column.condition == side.column.condition))
        };
        if self.rows.iter().any(is_on_both) {
            caption = caption.literal(" An actor whose members disagree, or who changed sides, is on both.");
        }
        let (sided, all) = self.sided;
        let takes = if sided == 1 { "takes a side: its" } else { "take a side: their" };
        caption = caption.literal(&format!(
            " {} of {} {takes} words ask for more or less of something.",
            words::grouped(sided),
            words::count(all, "statement"),
        ));
        if self.more > 0 {
            caption = caption.literal(&format!(" {} with fewer are not shown.", words::count(self.more, "topic")));
        }
        caption
    }

    fn row_link(&self, data: Shared, row: &Row) -> Option<String> {
        let filter = Filter { topics: only(&self.filter.topics, row.topic?)?, ..self.filter.clone() };
        Some(filtered_link(data, filter))
    }

    /// The drawing for a width in CSS pixels: the two sides beside each other, or one below the other where that is
    /// narrow.
    pub fn drawing(&self, data: Shared, width: i32) -> Drawing {
        let width = width.clamp(200, MOST_WIDTH) * PIXEL;
        let is_wide = width >= LEAST_WIDE;
        // More are for something than against it in most briefings.
        let axis = LABELS + (width - LABELS) * 45 / 100;
        let mut shapes = Vec::new();
        let mut y = 0;
        if is_wide {
            y = 200;
            shapes.push(anchored(axis - 140, 140, Anchor::End, Style::Small, "against".into()));
            shapes.push(anchored(axis + 140, 140, Anchor::Start, Style::Small, "for".into()));
        }
        for sides in &self.rows {
            let top = y;
            y = if is_wide {
                let named = self.draw_name(data, &mut shapes, sides, top, Style::Label, LABELS - 160);
                let start = top + BETWEEN / 2;
                let place = |direction: i32, room: i32| Place {
                    start: Point { x: axis + direction * 160, y: start },
                    direction,
                    room,
                };
                let against = place(-1, axis - LABELS - 160).draw(&mut shapes, sides, "against", &sides.against);
                let in_favour = place(1, width - axis - 160).draw(&mut shapes, sides, "for", &sides.in_favour);
                named.max(against).max(in_favour) + BETWEEN / 2
            } else {
                let mut end = self.draw_name(data, &mut shapes, sides, top, Style::Heading, width) + 40;
                for (stance, list) in [("for", &sides.in_favour), ("against", &sides.against)] {
                    if !list.is_empty() {
                        shapes.push(Shape::words(0, end + LINE / 2 + 45, Style::Small, stance));
                        let start = Point { x: STANCE + 50, y: end };
                        let place = Place { start, direction: 1, room: width - STANCE - 50 };
                        end = place.draw(&mut shapes, sides, stance, list);
                    }
                }
                end + BETWEEN
            };
            shapes.push(Shape::line(Point { x: 0, y }, Point { x: width, y }, Colour::Line, 10));
        }
        if is_wide {
            shapes.push(Shape::line(Point { x: axis, y: 200 }, Point { x: axis, y }, Colour::Rule, 15));
        }
        Drawing { width, height: y + 10, shapes }.turned(language::page_direction(data) == Direction::RightToLeft)
    }

    /// Draws the name of a topic; returns where it ends.
    fn draw_name(
        &self,
        data: Shared,
        shapes: &mut Vec<Shape>,
        sides: &Sides,
        top: i32,
        style: Style,
        room: i32,
    ) -> i32 {
        let (name, language) = name_of(&sides.row.name);
        let lines = measure::lines(&name, style, room, 3);
        let height = times(lines.len(), 160);
        let first = top + BETWEEN / 2 + 150;
        let text = Shape::lines(Point { x: 0, y: first }, 160, style, lines, language);
        let spoken = spoken(&sides.row.name, sides.row.statements.len());
        let area = Area { x: 0, y: top + 20, width: room, height: height + 80 };
        shapes.push(Shape::linked(self.row_link(data, &sides.row), spoken, area, text));
        top + BETWEEN / 2 + height + 90
    }

    /// The table that says the same.
    pub fn table(&self, data: Shared) -> Table {
        let names = |list: &[Side]| {
            let part = |side: &Side| {
                let number =
                    if side.number > 1 { format!(" ({})", words::grouped(side.number)) } else { String::new() };
                TablePart { words: side.column.name.clone().literal(&number), href: side.href.clone() }
            };
            if list.is_empty() {
                TableCell::words("nobody")
            } else {
                TableCell { parts: list.iter().map(part).collect() }
            }
        };
        let row = |sides: &Sides| {
            let head = TableCell::new(sides.row.name.clone(), self.row_link(data, &sides.row));
            (head, vec![names(&sides.against), names(&sides.in_favour)])
        };
        let heads = ["Against", "For"].map(TableCell::words).to_vec();
        Table { corner: "Topic", heads, rows: self.rows.iter().map(row).collect() }
    }
}

fn anchored(x: i32, y: i32, anchor: Anchor, style: Style, text: String) -> Shape {
    Shape::anchored(Point { x, y }, anchor, style, text, language::Language::default())
}

/// Where those on a side are drawn.
struct Place {
    /// The beginning of the first line, which is in the middle of the drawing for those that go to the left.
    start: Point,
    /// One to the right, minus one to the left.
    direction: i32,
    /// The width of a line.
    room: i32,
}

impl Place {
    /// Draws those on a side one after the other. Returns where they end.
    fn draw(&self, shapes: &mut Vec<Shape>, sides: &Sides, stance: &str, list: &[Side]) -> i32 {
        let &Place { start, direction, room } = self;
        if list.is_empty() {
            return start.y;
        }
        let anchor = if direction > 0 { Anchor::Start } else { Anchor::End };
        let (mut used, mut y) = (0, start.y);
        let mut place = |needed: i32| {
            if used > 0 && used + needed > room {
                (used, y) = (0, y + LINE);
            }
            let at = Point { x: start.x + direction * used, y: y + LINE / 2 };
            used += needed + 170;
            at
        };
        for side in list.iter().take(MOST_ON_A_SIDE) {
            let number = if side.number > 1 { format!(" {}", words::grouped(side.number)) } else { String::new() };
            let (name, language) = name_of(&side.column.name);
            let after = measure::width(&number, Style::Label);
            let name = measure::lines(&name, Style::Label, (room - 90 - after).max(300), 1).remove(0);
            let needed = 90 + measure::width(&name, Style::Label) + after;
            let at = place(needed);
            let dot = Shape::dot(at, side.column.hue);
            let text = Point { x: at.x + direction * 90, y: at.y + 45 };
            let words = Shape::anchored(text, anchor, Style::Label, format!("{name}{number}"), language);
            let left = if direction > 0 { at.x } else { at.x - needed };
            let area = Area { x: left - 50, y: at.y - LINE / 2 + 5, width: needed + 100, height: LINE - 10 };
            let name = format!("{}{number}: {stance} {}", side.column.name, sides.row.name);
            shapes.push(Shape::linked(side.href.clone(), name, area, vec![dot, words]));
        }
        let more = list.len().saturating_sub(MOST_ON_A_SIDE);
        if more > 0 {
            let text = words::count(more, "other");
            let at = place(measure::width(&text, Style::Small));
            shapes.push(anchored(at.x, at.y + 42, anchor, Style::Small, text));
        }
        y + LINE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{aldport, both, filtered, shipped, synthetic, view, with_times};
    use crate::view::View;

    fn of(data: Shared, link: &str) -> Positions {
        let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
        positions(data, &overview, &filtered(data, &overview.filter))
    }

    #[test]
    fn those_for_and_against_lead_to_what_they_said() {
        for data in both().into_iter().chain([aldport(), synthetic(800)]) {
            for link in ["#/overview", "#/overview?topic=-basing", "#/overview?form=direct,indirect"] {
                let positions = of(data, &link.replace("basing", data.topics[0].slug));
                for sides in &positions.rows {
                    for side in sides.against.iter().chain(&sides.in_favour) {
                        let href = side.href.as_ref().expect("no actor is wanted");
                        let filter = crate::link::parse(data, href).view.selection().filter;
                        assert_eq!(filtered(data, &filter).statements.len(), side.number, "{href}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_seeds_are_told_in_a_sentence() {
        let positions = of(shipped(), "#/overview");
        assert!(positions.caption().to_string().contains("of 29 statements take a side"), "{}", positions.caption());
        let table = positions.table(shipped());
        assert_eq!(table.rows.len(), positions.rows.len());
    }

    #[test]
    fn without_a_position_there_is_nothing_to_draw() {
        let positions = of(with_times(&["2024"]), "#/overview");
        assert!(positions.is_empty());
        assert_eq!(positions.caption(), "No statement here asks for more or less of something.");
    }

    #[test]
    fn a_drawing_of_any_width_fits() {
        for data in both().into_iter().chain([aldport(), synthetic(800)]) {
            for width in [280, 350, 560, 780, 1084] {
                let drawing = of(data, "#/overview").drawing(data, width);
                assert!(drawing.width <= width * PIXEL);
                for link in drawing.links() {
                    let area = link.area;
                    assert!(area.x >= -100 && area.x + area.width <= drawing.width + 100, "{width}: {link:?}");
                }
            }
        }
    }
}
