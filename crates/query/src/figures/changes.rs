//! How positions moved: who has been for something and later against it, or the other way round, with both passages.
//!
//! Only statements with a known first and last day are compared, by the day on which they end; what is of one day, or
//! of times that overlap, is no change but a contradiction. Each actor counts for itself, without its parts: that the
//! members of a council disagree is no change either.

use corpus::{ActorId, Date, Form, Hue, Position, StatementId};

use super::drawing::{Area, Colour, Drawing, PIXEL, Point, Shape, Style, measure};
use super::matrix::{Row, mark, name_of, topics};
use super::table::{Table, TableCell, TablePart};
use super::voices::statement_link;
use crate::Shared;
use crate::card;
use crate::filter::Filtered;
use crate::language::{self, Direction, Phrase};
use crate::names::Named;
use crate::pending;
use crate::set::StatementSet;
use crate::statements::sorted;
use crate::view::{Overview, Sort};
use crate::words;

/// The changes among the statements that pass the filter of an overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    list: Vec<Change>,
    /// The number of those that are not shown.
    more: usize,
    /// Whether any two statements that take a side are of different times.
    has_times: bool,
}

/// The change of an actor's position on a topic.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    actor: Phrase,
    /// The accent colour of the actor: of a statement of several voices, the first one has that of another.
    hue: Option<Hue>,
    topic: Phrase,
    /// The statements, in the order of time: the last before each change, and the first after it.
    steps: Vec<Passage>,
}

/// A statement on the way.
#[derive(Clone, Debug, PartialEq)]
struct Passage {
    id: StatementId,
    position: Position,
    when: String,
    /// The words, and their language; none while the text is not loaded.
    words: Option<(String, language::Language)>,
    href: String,
}

/// The largest number of changes that are shown.
const MOST: usize = 20;

/// The largest number of letters of a passage.
const MOST_LETTERS: usize = 320;

/// Builds the changes of what passes the filter of an overview.
pub fn changes(data: Shared, overview: &Overview, filtered: &Filtered) -> Changes {
    let mut sided = StatementSet::empty(data.statements.len());
    let mut times: Vec<Date> = Vec::new();
    for id in &filtered.statements {
        let statement = data.statement(id);
        let takes_a_side = matches!(statement.position, Some(Position::Supports | Position::Opposes));
        if let Some(when) = statement.when.filter(|when| takes_a_side && when.days().is_some()) {
            sided.insert(id);
            times.push(when);
        }
    }
    let has_times = times.iter().any(|when| !when.overlaps(times[0]));
    let voices = voices(data, &sided);
    let mut all = Vec::new();
    for row in topics(data, &overview.filter, &sided).iter().filter(|row| row.topic.is_some()) {
        all.extend(voices.iter().filter_map(|(actor, own)| change(data, overview, row, *actor, own)));
    }
    let more = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    Changes { list: all, more, has_times }
}

/// Those who speak or act themselves in some statements, each with its own in the order of time, in the order of the
/// briefing. Lists rather than sets: there are many actors of few statements.
fn voices(data: Shared, sided: &StatementSet) -> Vec<(ActorId, Vec<StatementId>)> {
    let mut own: Vec<Vec<StatementId>> = vec![Vec::new(); data.actors.len()];
    for id in sorted(data, sided.iter(), Sort::Earliest) {
        for actor in card::voices(data, id) {
            own[actor.index()].push(id);
        }
    }
    // One statement is no change.
    data.actor_ids().zip(own).filter(|(_, own)| own.len() > 1).collect()
}

/// The change of an actor on a topic, if there is one.
fn change(data: Shared, overview: &Overview, row: &Row, actor: ActorId, said: &[StatementId]) -> Option<Change> {
    let ids: Vec<StatementId> = said.iter().copied().filter(|&id| row.statements.contains(id)).collect();
    let mut steps: Vec<StatementId> = Vec::new();
    let position = |id: StatementId| data.statement(id).position;
    let last_day = |id: StatementId| data.statement(id).when.and_then(Date::days).map(|(_, last)| last);
    let first_day = |id: StatementId| data.statement(id).when.and_then(Date::days).map(|(first, _)| first);
    for pair in ids.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if position(before) != position(after) && last_day(before) < first_day(after) {
            if steps.last() != Some(&before) {
                steps.push(before);
            }
            steps.push(after);
        }
    }
    if steps.is_empty() {
        return None;
    }
    let passage = |id: StatementId| {
        let statement = data.statement(id);
        Passage {
            id,
            position: statement.position.unwrap_or(Position::Neither),
            when: statement.when.map(words::date).unwrap_or_default(),
            words: pending::statements(data, [id])
                .is_none()
                .then(|| (shortened(&data.content(id)), card::content_language(data, id))),
            href: statement_link(data, &overview.filter, id),
        }
    };
    Some(Change {
        actor: Phrase::of(language::named(data, data.actor(actor).short)),
        hue: actor.hue(data),
        topic: row.name.clone(),
        steps: steps.into_iter().map(passage).collect(),
    })
}

/// A passage that is no longer than there is room for, cut at a word.
fn shortened(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(MOST_LETTERS) else { return text.to_owned() };
    let beginning = text.get(..cut).unwrap_or(text);
    let end = beginning.rfind(' ').unwrap_or(beginning.len());
    format!("{}…", beginning.get(..end).unwrap_or(beginning).trim_end_matches([',', ';', ' ']))
}

const fn stance(position: Position) -> &'static str {
    match position {
        Position::Supports => "for it",
        Position::Opposes => "against it",
        Position::Neither => "without a side",
    }
}

impl Changes {
    /// Whether no position has changed.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The statements whose words are shown.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.list.iter().flat_map(|change| &change.steps).map(|step| step.id)
    }

    /// What is to be seen, in sentences.
    pub fn caption(&self) -> Phrase {
        let mut caption = match self.list.as_slice() {
            [] if !self.has_times => {
                return Phrase::new(
                    "Nothing tells how positions moved: no two statements that take a side are of different times.",
                );
            }
            [] => {
                return Phrase::new("Nobody here is first for something and later against it, or the other way round.");
            }
            [first, rest @ ..] => {
                let stances: Vec<&str> = first.steps.iter().map(|step| stance(step.position)).collect();
                let moved = match stances.as_slice() {
                    [one, other] => format!("first {one}, then {other}"),
                    [one, other, .., last] if one == last => format!("first {one}, then {other}, and {one} again"),
                    _ => format!("{} times one and the other", words::spelled(stances.len())),
                };
                let caption = Phrase::default()
                    .phrase(first.actor.clone())
                    .literal(" on ")
                    .phrase(first.topic.clone())
                    .literal(&format!(": {moved}."));
                if rest.is_empty() {
                    caption
                } else {
                    caption
                        .literal(&format!(" {} below.", words::capitalised(&words::count(rest.len(), "more change"))))
                }
            }
        };
        if self.more > 0 {
            caption = caption.literal(&format!(" {} are not shown.", words::count(self.more, "further change")));
        }
        caption
    }

    /// The drawing for a width in CSS pixels: of each change its statements, from the earliest on.
    pub fn drawing(&self, data: Shared, width: i32) -> Drawing {
        let width = width.clamp(200, 760) * PIXEL;
        let mut shapes = Vec::new();
        let mut y = 0;
        for change in &self.list {
            let heading = format!("{} on {}", name_of(&change.actor).0, name_of(&change.topic).0);
            for line in measure::lines(&heading, Style::Heading, width, 4) {
                y += 170;
                shapes.push(Shape::words(0, y, Style::Heading, line));
            }
            y += 120;
            for (step, number) in change.steps.iter().zip(1..) {
                let (top, first) = (y, shapes.len());
                y = draw_step(data, &mut shapes, step, change.hue, y, width);
                if number < change.steps.len() {
                    // From mark to mark, below both.
                    let [from, to] = [top, y].map(|y| Point { x: 80, y: y + 130 });
                    shapes.insert(first, Shape::line(from, to, Colour::Line, 15));
                }
            }
            y += 180;
        }
        Drawing { width, height: y, shapes }.turned(language::page_direction(data) == Direction::RightToLeft)
    }

    /// The table that says the same.
    pub fn table(&self) -> Table {
        let row = |change: &Change| {
            let head = change.actor.clone().literal(" on ").phrase(change.topic.clone());
            let part = |step: &Passage| TablePart {
                words: Phrase::new(&format!("{} ({})", stance(step.position), step.when)),
                href: Some(step.href.clone()),
            };
            (TableCell::new(head, None), vec![TableCell { parts: change.steps.iter().map(part).collect() }])
        };
        Table {
            corner: "Who, on what",
            heads: vec![TableCell::words("Positions, from the earliest on")],
            rows: self.list.iter().map(row).collect(),
        }
    }
}

/// Where the words of a statement begin, after its mark.
const INDENT: i32 = 250;

/// Draws a statement: its mark on a line from the one before, its position and time, and its words. Returns where it
/// ends.
fn draw_step(data: Shared, shapes: &mut Vec<Shape>, step: &Passage, hue: Option<Hue>, top: i32, width: i32) -> i32 {
    let statement = data.statement(step.id);
    let mut inner = mark(Point { x: 80, y: top + 130 }, statement.form, statement.position, hue);
    let mut y = top + 170;
    inner.push(Shape::words(
        INDENT,
        y,
        Style::Small,
        format!("{} · {}", words::capitalised(stance(step.position)), step.when),
    ));
    if let Some((words, language)) = &step.words {
        // Quotation marks as in a card.
        let words = if statement.form == Form::Direct { format!("“{words}”") } else { words.clone() };
        for line in measure::lines(&words, Style::Passage, width - INDENT, 8) {
            y += 210;
            inner.push(Shape::text(INDENT, y, Style::Passage, line, *language));
        }
    }
    y += 110;
    let area = Area { x: 0, y: top, width, height: y - top };
    shapes.push(Shape::linked(Some(step.href.clone()), String::new(), area, inner));
    y + 40
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{aldport, filtered, shipped, synthetic, view, with_times};
    use crate::view::View;

    fn of(data: Shared, link: &str) -> Changes {
        let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
        changes(data, &overview, &filtered(data, &overview.filter))
    }

    #[test]
    fn a_change_is_from_one_side_to_the_other_at_a_later_time() {
        for data in [aldport(), synthetic(800)] {
            let changes = of(data, "#/overview");
            for change in &changes.list {
                assert!(change.steps.len() > 1);
                for pair in change.steps.windows(2) {
                    let [one, other] = [pair[0].id, pair[1].id].map(|id| data.statement(id));
                    let days = [one, other].map(|it| it.when.and_then(Date::days).expect("known days"));
                    assert!(days[0].0 <= days[1].0, "{change:?}");
                }
            }
        }
        assert!(!of(synthetic(800), "#/overview").is_empty());
    }

    #[test]
    fn where_no_position_moved_that_is_said() {
        assert!(of(with_times(&["2024", "2025"]), "#/overview").caption().to_string().starts_with("Nothing tells"));
        let seeds = of(shipped(), "#/overview");
        assert_eq!(seeds.is_empty(), seeds.drawing(shipped(), 600).height == 0);
        assert!(!seeds.caption().is_empty());
    }

    #[test]
    fn a_drawing_of_any_width_fits() {
        for data in [aldport(), synthetic(800)] {
            for width in [280, 350, 560, 1084] {
                let drawing = of(data, "#/overview").drawing(data, width);
                assert!(drawing.width <= width * PIXEL);
                assert!(drawing.links().all(|link| link.area.y + link.area.height <= drawing.height));
            }
        }
    }

    #[test]
    fn a_long_passage_is_cut_at_a_word() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"word ".repeat(100)), format!("{}…", "word ".repeat(64).trim_end()));
        assert!(shortened(&"x".repeat(400)).chars().count() <= MOST_LETTERS + 1);
    }
}
