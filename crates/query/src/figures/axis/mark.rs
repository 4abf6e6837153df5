//! The marks of the axis: of times, with a dot for each statement, or of units, with bars.

use corpus::{ActorId, Date, DocumentId, Form, Hue, StatementId};

use super::layout::{DOT, Placed};
use super::model::{Dot, HIGHEST_BAR, InSpan, Mark, OpenEnds, open_ends, precision};
use super::room::{MOST_DOTS, Room};
use super::span;
use super::times::{Time, Unit};
use crate::Shared;
use crate::card;
use crate::figures::drawing::{self, Style, measure};
use crate::link;
use crate::names::Named;
use crate::view::{Choice, Chosen, Selection, View, When};
use crate::words;

/// The largest number of voices that are named.
const MOST_VOICES: usize = 12;

/// What marks are made with.
pub(super) struct Marks<'a> {
    pub data: Shared,
    pub selection: &'a Selection,
    /// The unit that has bars; none where each time has a mark of its own.
    pub unit: Option<Unit>,
    pub room: Room,
    /// The wanted dates that are no mark.
    pub span: Option<Date>,
    /// The largest number of statements of a unit.
    pub most: usize,
}

/// Whether all of some dates are wanted.
pub(super) fn is_wanted(selection: &Selection, dates: &[Date]) -> bool {
    dates.iter().all(|&date| selection.filter.dates.state(When::In(date)) == Chosen::Wanted)
}

impl Marks<'_> {
    /// The marks of times in their places. Of a unit with several, each bar is on that before it.
    pub fn of(&self, placed: Vec<Placed>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for placed in placed {
            let is_first = placed.is_first();
            let mut mark = self.mark(placed);
            if let Some(below) = marks.last_mut().filter(|_| !is_first) {
                below.stack += mark.bar;
                mark.stack = below.stack;
            }
            marks.push(mark);
        }
        marks
    }

    fn mark(&self, placed: Placed) -> Mark {
        let Marks { data, selection, span, .. } = *self;
        let Placed { time, label, shows_label, group, from, to, lane, label_before } = placed;
        let dates = time.dates();
        let chosen = is_wanted(selection, dates);
        let next = selection.with(|filter| {
            let all = dates.iter().map(|&date| When::In(date));
            filter.dates = if chosen { Choice::default() } else { Choice::any_of(all) };
        });
        let has_bars = self.unit.is_some();
        let dots: Vec<_> = time.passing.iter().take(MOST_DOTS).map(|&id| dot(data, id)).collect();
        let height = |count: usize| if has_bars { (count * HIGHEST_BAR).div_ceil(self.most.max(1)) } else { 0 };
        let known = time.count - time.beyond;
        let acts = time.acts - time.acts_beyond;
        let keys: Vec<_> = dates.iter().map(|&date| When::In(date).slug(data)).collect();
        Mark {
            when: time.when,
            key: keys.join(","),
            from,
            to,
            lane,
            shows_label,
            group,
            title: self.title(&time, &label),
            precision: precision(dates),
            more: if has_bars { 0 } else { time.count - dots.len() },
            bar: height(time.count),
            bar_of_acts: height(known) - height(known - acts),
            bar_beyond: height(time.count) - height(known),
            stack: height(time.count),
            number: self.number(&time).filter(|number| self.fits(number, to.0 - from.0)),
            width: measure::width(&label, Style::Small).max(drawing::times(dots.len(), DOT)),
            label,
            dots,
            count: time.count,
            acts: time.acts,
            beyond: time.beyond,
            chosen,
            in_span: span.filter(|_| time.open.is_empty()).map_or(InSpan::None, |span| span::share(time.when, span)),
            label_before,
            href: (chosen || time.is_choosable).then(|| link::write(data, &View::Briefing(next))),
        }
    }

    /// The number over a bar, with an arrow to where times are not known.
    fn number(&self, time: &Time) -> Option<String> {
        self.unit?;
        let OpenEnds { before, after } = open_ends(&time.open);
        let arrow = |is_there: bool, arrow: &'static str| if is_there { arrow } else { "" };
        let (before, after) = (arrow(before.is_some(), "◂"), arrow(after.is_some(), "▸"));
        Some(format!("{before}{}{after}", words::grouped(time.count)))
    }

    fn fits(&self, words: &str, share: u32) -> bool {
        self.room.share(measure::width(words, Style::Small)) <= share
    }

    /// What is heard of a mark, which begins with what is seen of it.
    fn title(&self, time: &Time, label: &str) -> String {
        let full = [words::date(time.when), words::abbreviated_date(time.when)];
        let begins = |full: &String| label.is_empty() || full.strip_prefix(label).is_some_and(is_word_end);
        let full = full.into_iter().find(begins);
        let full = full.unwrap_or_else(|| label.to_owned());
        let ends = match open_ends(&time.open) {
            OpenEnds { before: None, after: None } => "",
            OpenEnds { before: Some(_), after: None } => ", by then",
            OpenEnds { before: None, after: Some(_) } => ", from then on",
            OpenEnds { before: Some(_), after: Some(_) } => ", by then or from then on",
        };
        let acts = match time.acts {
            0 => String::new(),
            acts if self.unit.is_none() && acts == time.count => ", reported".to_owned(),
            acts => format!(", {} reported {}", words::grouped(acts), if acts == 1 { "act" } else { "acts" }),
        };
        let beyond = match time.beyond {
            0 => String::new(),
            beyond => format!(", {} at times that go beyond", words::grouped(beyond)),
        };
        let voices = voices(self.data, &time.passing);
        format!("{full}{ends}: {}{acts}{beyond}{voices}", words::count(time.count, "statement"))
    }
}

/// Whether a text that goes on like this does so with another word.
fn is_word_end(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn dot(data: Shared, id: StatementId) -> Dot {
    Dot { is_act: data.statements.coding(id).0 == Form::Act, hue: first_hue(data, id) }
}

/// The accent colour of the first voice of a statement.
pub(in crate::figures) fn first_hue(data: Shared, id: StatementId) -> Option<Hue> {
    card::voices(data, id).first().and_then(|&actor| actor.hue(data))
}

/// The voices of statements: ", United States / Uzbekistan".
fn voices(data: Shared, statements: &[StatementId]) -> String {
    // Each document speaks for itself.
    let mut known: Vec<(&[ActorId], Option<DocumentId>)> = Vec::new();
    let mut text = String::new();
    for &id in statements {
        let voices = card::voices(data, id);
        let voices = (voices, voices.is_empty().then(|| *data.statements.document(id)));
        if known.contains(&voices) {
            continue;
        }
        if known.len() == MOST_VOICES {
            text.push_str(" and others");
            break;
        }
        text.push_str(if known.is_empty() { ", " } else { " / " });
        text.push_str(&card::voice(data, id).to_string());
        known.push(voices);
    }
    text
}
