//! The time axis: when something was said or done, true to time.
//!
//! News comes in bunches: three events in a week, and one two months before. On a linear scale the week would be a
//! point, so long stretches in which nothing begins or ends are folded; each says how many days it has ([`scale`]). Of
//! many times the numbers by month or year are shown, and each opens to a finer scale ([`mod@layout`]). Labels are
//! measured for a width ([`Room`]), on the start page for the narrowest that the axis has there; positions are shares
//! of its width, so that it can be written into the page before a window is known.

use corpus::Date;
use corpus::date::DayNumber;

use self::layout::{Layout, Placed, layout};
use self::mark::{Marks, is_wanted};
use self::off_axis::Counts;
use self::room::Room;
use self::ticks::{Published, published, ticks};
use self::times::{Time, Unit, times, within};
use crate::Shared;
use crate::facets::date;
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link;
use crate::order;
use crate::view::{Choice, Selection, View, When};
use crate::words;

mod layout;
mod mark;
mod model;
mod off_axis;
mod picture;
mod room;
mod scale;
pub mod span;
mod tabular;
mod ticks;
mod times;
mod units;

pub(super) use mark::first_hue;
pub use model::{
    Axis, AxisPosition, Dot, Entry, Fold, HIGHEST_BAR, InSpan, Mark, OffAxis, OpenEnd, OpenEnds, Part, Precision, Tick,
};
pub(super) use tabular::caption;
pub(super) use units::units_of_time;

/// The axis of a selection; none where fewer than two times are known and no statement is off the axis either.
pub fn axis(data: Shared, selection: &Selection, filtered: &Filtered) -> Option<Axis> {
    Timeline::new(data, selection, filtered).axis(data, Room::LEAST)
}

/// What the axis is drawn from, for any width.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    selection: Selection,
    times: Vec<Time>,
    published: Vec<Published>,
    /// The numbers of statements that are shown, of those without a known day, and of these with a first or a last day.
    counts: Counts,
    /// What its shapes and lines mean, where that is to be said.
    legend: Option<Phrase>,
}

impl Timeline {
    /// What is shown of a selection.
    pub(super) fn new(data: Shared, selection: &Selection, filtered: &Filtered) -> Timeline {
        let shown = &filtered.statements;
        Timeline {
            selection: Selection { open: None, ..selection.clone() },
            // A click on a date replaces the chosen dates.
            times: times(data, shown, &filtered.without(&date::Date)),
            published: published(data, shown),
            counts: off_axis::counts(data, shown),
            legend: None,
        }
    }

    /// The same with the legend of its axis.
    pub(super) fn with_legend(self, axis: &Axis) -> Timeline {
        Timeline { legend: (!axis.legend.is_empty()).then(|| Phrase::new(&axis.legend)), ..self }
    }

    /// What its shapes and lines mean; a sentence each.
    pub(super) fn notes(&self) -> &[Phrase] {
        self.legend.as_slice()
    }

    /// The axis where it has some room; none where fewer than two times are known and no statement is off the axis
    /// either.
    pub(super) fn axis(&self, data: Shared, room: Room) -> Option<Axis> {
        let Timeline { selection, times, published, counts, .. } = self;
        let reach = published.first().zip(published.last()).map(|(first, last)| (first.1, last.1));
        let (layout, parts) = shown_part(times, chosen(selection), reach, room);
        let off_axis = off_axis::off_axis(data, selection, *counts, layout.is_some());
        let Some(layout) = layout else {
            let none = Axis {
                entries: Vec::new(),
                ticks: Vec::new(),
                lanes: 0,
                has_bars: false,
                off_axis,
                summary: String::new(),
                parts: Vec::new(),
                legend: String::new(),
            };
            return none.off_axis.is_some().then_some(none);
        };
        let summary = summary(&layout, parts.last().copied());
        let Layout { placed, scale, unit } = layout;
        let lanes = placed.iter().map(|placed| placed.lane + 1).max().unwrap_or_default();
        let is_chosen = placed.iter().any(|placed| is_wanted(selection, placed.time.dates()));
        let span = chosen(selection).filter(|_| !is_chosen);
        let ticks = ticks(data, selection, published, &scale, room);
        let legend = legend(&placed, unit, &ticks);
        let marks = Marks { data, selection, unit, room, span, most: highest(&placed) };
        let marks = marks.of(placed).into_iter().map(Entry::Mark);
        let entries = in_order(marks.collect(), scale.folds);
        let parts = ways_back(data, selection, &parts);
        Some(Axis { entries, ticks, lanes, has_bars: unit.is_some(), off_axis, summary, parts, legend })
    }
}

/// The summary: "Time line of 2021: 3 of 12 months".
fn summary(layout: &Layout, part: Option<Date>) -> String {
    let of = part.map(|part| format!(" of {}", words::date(part))).unwrap_or_default();
    let noun = layout.unit.map_or("date", Unit::noun);
    let some = stacks(&layout.placed).filter(|stack| stack.iter().any(|placed| placed.time.count > 0)).count();
    format!("Time line{of}: {} of {}", words::grouped(some), words::count(layout.units(), noun))
}

/// The bars of each unit; each time on its own.
fn stacks(placed: &[Placed]) -> impl Iterator<Item = &[Placed]> {
    placed.chunk_by(|_, next| !next.is_first())
}

/// The largest number of statements of a unit.
fn highest(placed: &[Placed]) -> usize {
    stacks(placed).map(|stack| stack.iter().map(|placed| placed.time.count).sum()).max().unwrap_or_default()
}

/// What shapes and lines mean that no words are at; a sentence each.
fn legend(placed: &[Placed], unit: Option<Unit>, ticks: &[Tick]) -> String {
    let is_any = |is: fn(&Time) -> bool| placed.iter().any(|placed| is(&placed.time));
    let has_acts = is_any(|time| time.acts > 0 && time.acts < time.count);
    let mut legend = String::new();
    let mut add = |is_needed: bool, sentence: &str| {
        if is_needed {
            legend.push_str(if legend.is_empty() { "" } else { " " });
            legend.push_str(sentence);
        }
    };
    add(has_acts, if unit.is_some() { "Outlined: acts." } else { "Squares: acts." });
    add(is_any(|time| time.beyond > 0), "Dashed: at times that go beyond.");
    let has_open = |is: fn(&Date) -> bool| placed.iter().any(|placed| placed.time.open.iter().any(is));
    add(has_open(|date| matches!(date, Date::By(_) | Date::UnknownStart(_))), "◂ by then.");
    add(has_open(|date| matches!(date, Date::From(_) | Date::UnknownEnd(_))), "▸ from then on.");
    add(!ticks.is_empty(), "Ticks: published.");
    legend
}

/// The smallest unit that the chosen days are in, of those that open one after the other, with its layout and with all
/// that it is in.
fn shown_part(
    times: &[Time],
    chosen: Option<Date>,
    reach: Option<(DayNumber, DayNumber)>,
    room: Room,
) -> (Option<Layout>, Vec<Date>) {
    let mut found = layout(times, None, reach, room);
    let mut parts: Vec<Date> = Vec::new();
    let Some((first, last)) = chosen.and_then(days_of_entry) else { return (found, parts) };
    while let Some(Layout { placed, unit: Some(unit), .. }) = &found
        && *unit > Unit::Day
    {
        let is_in = |days: (i32, i32)| days.0 <= first && last <= days.1;
        let Some(part) = placed.iter().find(|placed| is_in(placed.time.days)).map(|placed| placed.time.when) else {
            break;
        };
        let Some(finer) = layout(&within(times, Some(part)), Some(*unit), None, room) else { break };
        parts.push(part);
        found = Some(finer);
    }
    (found, parts)
}

/// The ways back from a part of time to those that it is in, and to all of it.
fn ways_back(data: Shared, selection: &Selection, parts: &[Date]) -> Vec<Part> {
    let Some((current, before)) = parts.split_last() else { return Vec::new() };
    let way = |label: String, dates: Choice<When>| {
        let href = link::write(data, &View::Briefing(selection.with(|filter| filter.dates = dates)));
        Part { label, href, current: false }
    };
    let all = way("All times".to_owned(), Choice::default());
    let part = |&part: &Date| way(words::capitalised(&words::date(part)), Choice::of(When::In(part)));
    let current = Part { current: true, ..part(current) };
    [all].into_iter().chain(before.iter().map(part)).chain([current]).collect()
}

/// The date that is wanted, where there is one only; of several open ones of the same days, the first.
fn chosen(selection: &Selection) -> Option<Date> {
    let wanted = selection.filter.dates.wanted();
    let days = |when: &When| match when {
        When::In(date) => days_of_entry(*date),
        When::Undated => None,
    };
    match wanted {
        [When::In(first), rest @ ..] if rest.iter().all(|when| days(when) == days_of_entry(*first)) => Some(*first),
        _ => None,
    }
}

/// The days of a date; of one that is open or unknown at an end, those of its entry.
fn days_of_entry(when: Date) -> Option<(i32, i32)> {
    match when {
        Date::By(entry) | Date::From(entry) | Date::UnknownStart(entry) | Date::UnknownEnd(entry) => {
            Date::On(entry).days()
        }
        Date::On(_) | Date::Between(..) => when.days(),
    }
}

/// Marks and folds in the order in which they are on the axis.
fn in_order(marks: Vec<Entry>, folds: Vec<Fold>) -> Vec<Entry> {
    let key = |entry: &Entry| match entry {
        // What begins where a fold ends comes after it.
        Entry::Mark(mark) => [mark.from.0.cast_signed(), 1, 0],
        Entry::Fold(fold) => [fold.from.0.cast_signed() + i32::from(fold.is_covered), 0, 0],
    };
    order::by_key(folds.into_iter().map(Entry::Fold).chain(marks).collect(), key)
}

#[cfg(test)]
mod tests;
