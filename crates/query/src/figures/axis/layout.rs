//! The layout of the axis: which times have marks, on which scale, and in which lanes, so that no label covers another.
//!
//! Each time has a mark of its own where there is room for the labels of all. Otherwise units of the calendar have one,
//! the finest for which there is room; a click on one of them shows what is in it, again as finely as there is room.

use corpus::Date;
use corpus::date::DayNumber;

use super::model::AxisPosition;
use super::model::{OpenEnds, open_ends};
use super::room::{MOST_DOTS, OPEN, Room};
use super::scale::{Scale, scales};
use super::times::{self, Time, Unit, units};
use crate::figures::drawing::{self, Style, measure};
use crate::words;

/// The largest number of times of which each may have a mark.
const MOST_DATES: usize = 60;
/// The width of a dot, in tenths of a CSS pixel.
pub(super) const DOT: i32 = 100;

/// The least distance between the lines of two marks in a lane, in the unit of [`AxisPosition`].
const LINES_APART: u32 = 50;
/// The least width of a bar, in tenths of a CSS pixel.
const LEAST_BAR: i32 = 40;
/// The distance between the labels of bars, in tenths of a CSS pixel.
const BARS_APART: i32 = 20;

/// A time with its place.
pub(super) struct Placed {
    pub time: Time,
    /// The label.
    pub label: String,
    /// Whether there is room for the label.
    pub shows_label: bool,
    /// What is written below the label, for this unit and those after it of the same year or month.
    pub group: Option<String>,
    pub from: AxisPosition,
    pub to: AxisPosition,
    /// The lane, 0 the lowest.
    pub lane: usize,
    /// Whether the label ends at the end of the mark.
    pub label_before: bool,
}

/// Times with their places.
pub(super) struct Layout {
    pub placed: Vec<Placed>,
    pub scale: Scale,
    /// The unit of which the marks are; none where each time has its own.
    pub unit: Option<Unit>,
}

/// The layout of times; `None` where fewer than two marks would be on it. `within` is the unit that is shown alone, and
/// `reach` are the first and the last day that the axis has at least.
pub(super) fn layout(
    times: &[Time],
    within: Option<Unit>,
    reach: Option<(DayNumber, DayNumber)>,
    room: Room,
) -> Option<Layout> {
    let by_date = || (times.len() <= MOST_DATES).then(|| dates(times, reach, room)).flatten();
    let mut finer = Unit::ALL.into_iter().filter(move |&unit| within.is_none_or(|within| unit < within));
    // Where there is no room for the names of any units, the largest of which there are several, some without names.
    let mut larger = finer.clone().rev();
    let of = |unit: Unit, skips: bool| bars(&units(times, unit)?, unit, reach, room, skips);
    let has_several = |layout: &Layout| layout.units() >= 2;
    let found = by_date().or_else(|| finer.find_map(|unit| of(unit, false))).filter(has_several);
    found.or_else(|| larger.find_map(|unit| of(unit, true).filter(has_several)))
}

impl Layout {
    /// The number of times, or of units of which there are marks.
    pub fn units(&self) -> usize {
        self.placed.iter().filter(|placed| placed.is_first()).count()
    }
}

/// The days of times, with those that the axis has at least where these are beyond.
fn days(times: &[Time], reach: Option<(DayNumber, DayNumber)>) -> Vec<(DayNumber, DayNumber)> {
    let own = || times.iter().map(|time| time.days);
    let first = own().map(|days| days.0).min();
    let last = own().map(|days| days.1).max();
    let before = reach.map(|reach| reach.0).filter(|&day| first.is_some_and(|first| day < first));
    let after = reach.map(|reach| reach.1).filter(|&day| last.is_some_and(|last| last < day));
    let alone = |day: DayNumber| (day, day);
    before.map(alone).into_iter().chain(own()).chain(after.map(alone)).collect()
}

fn dates(times: &[Time], reach: Option<(DayNumber, DayNumber)>, room: Room) -> Option<Layout> {
    let labels = labels(times);
    let days = days(times, reach);
    let open: Vec<OpenEnds> = times.iter().map(|time| open_ends(&[time.when])).collect();
    // What goes on beyond the first or the last day has room there.
    let free = |is_open: fn(&OpenEnds) -> bool| if open.iter().any(is_open) { room.share(OPEN) } else { 0 };
    let free = (free(|ends| ends.before.is_some()), free(|ends| ends.after.is_some()));
    scales(&days, free, room).into_iter().find_map(|scale| {
        let mut ends: Vec<AxisPosition> = Vec::new();
        let mut placed = Vec::new();
        for ((time, label), open) in times.iter().zip(&labels).zip(&open) {
            let (from, to) = (scale.position(time.days.0), scale.position(time.days.1 + 1));
            let dots = room.share(drawing::times(time.total.min(MOST_DOTS), DOT));
            let width = room.of(label).max(dots);
            // What is drawn of it, with what goes on beyond its known day.
            let (drawn_from, drawn_to) = match (open.before, open.after) {
                (None, None) => (from.0, to.0),
                (Some(_), _) => (to.0.saturating_sub(room.share(OPEN)), to.0),
                (None, Some(_)) => (from.0, from.0 + room.share(OPEN)),
            };
            // The words of a time that ends on a day end there, too.
            let label_before = drawn_from + width > AxisPosition::END.0 || open.before.is_some() && width <= drawn_to;
            let begin = if label_before { drawn_from.min(drawn_to.saturating_sub(width)) } else { drawn_from };
            let lane = ends.iter().position(|end| end.0 <= begin).unwrap_or(ends.len());
            // Lines that touch would look like one.
            let end = drawn_to + LINES_APART;
            let end = AxisPosition(if label_before { end } else { end.max(drawn_from + width) });
            match ends.get_mut(lane) {
                Some(last) => *last = end,
                None => ends.push(end),
            }
            placed.push(Placed {
                time: time.clone(),
                label: label.clone(),
                shows_label: true,
                group: None,
                from,
                to,
                lane,
                label_before,
            });
        }
        (ends.len() <= room.lanes).then_some(Layout { placed, scale, unit: None })
    })
}

/// The labels of times: with their years unless all are of one.
fn labels(all: &[Time]) -> Vec<String> {
    // Also of those that reach into other years than the part of time that is shown.
    let years = |time: &Time| {
        let (first, last) = times::days(time.when).unwrap_or(time.days);
        (Unit::Years(1).index(first), Unit::Years(1).index(last))
    };
    let first = all.first().map(|time| years(time).0);
    let of_one = all.iter().map(years).all(|(from, to)| Some(from) == first && from == to);
    let label = |time: &Time| {
        let label = if of_one { words::short_date(time.when) } else { words::abbreviated_date(time.when) };
        // That an end is unknown is drawn.
        label.split_once(", ").map_or(label.clone(), |(known, _)| known.to_owned())
    };
    all.iter().map(label).collect()
}

/// The bars of units. Where `skips`, those without room have no labels, if all are wide enough to be seen.
fn bars(times: &[Time], unit: Unit, reach: Option<(DayNumber, DayNumber)>, room: Room, skips: bool) -> Option<Layout> {
    let days = days(times, reach);
    scales(&days, (0, 0), room).into_iter().find_map(|scale| {
        let mut placed: Vec<Placed> = Vec::new();
        let mut last_group = String::new();
        let (mut label_end, mut group_end) = (0, 0);
        for time in times {
            let (from, to) = (scale.position(time.days.0), scale.position(time.days.1 + 1));
            // Only the first bar of a unit has its name.
            let is_next = placed.last().is_none_or(|last| last.time.when != time.when);
            let (label, group) = if is_next { unit_label(time.when, unit) } else { Default::default() };
            let begins = is_next && group != last_group;
            if is_next {
                last_group.clone_from(&group);
            }
            let mut group = (begins && !group.is_empty()).then_some(group);
            let mut shows_label = true;
            if skips {
                let (middle, half) = (from.0.midpoint(to.0), room_in_bars(&label, room) / 2);
                shows_label = label_end + half <= middle && middle + half <= AxisPosition::END.0;
                if shows_label {
                    label_end = middle + half;
                }
                group = group.filter(|group| group_end <= from.0 && from.0 + room.of(group) <= AxisPosition::END.0);
                if let Some(group) = &group {
                    group_end = from.0 + room.of(group);
                }
            }
            let time = time.clone();
            placed.push(Placed { time, label, shows_label, group, from, to, lane: 0, label_before: false });
        }
        let fits = |placed: &[Placed]| {
            let mut end = AxisPosition(0);
            placed.iter().all(|bar| {
                let group_fits = bar.group.is_none() || end <= bar.from;
                if let Some(group) = &bar.group {
                    end = AxisPosition(bar.from.0 + room.of(group));
                }
                group_fits
                    && end.0 <= AxisPosition::END.0
                    && bar.to.0.saturating_sub(bar.from.0) >= room_in_bars(&bar.label, room)
            })
        };
        let is_seen = |bar: &Placed| bar.to.0.saturating_sub(bar.from.0) >= room.share(LEAST_BAR);
        let fits = if skips { placed.iter().all(is_seen) } else { fits(&placed) };
        fits.then_some(Layout { placed, scale, unit: Some(unit) })
    })
}

impl Placed {
    /// Whether it has the name of its unit, or is a time.
    pub fn is_first(&self) -> bool {
        !self.label.is_empty()
    }
}

/// The share of the axis that the label of a bar needs: what is next to it is as regular.
fn room_in_bars(label: &str, room: Room) -> u32 {
    room.share(measure::width(label, Style::Small) + BARS_APART)
}

/// The label of a unit, and that of the greater one that it is in.
fn unit_label(when: Date, unit: Unit) -> (String, String) {
    match (when, unit) {
        (Date::On(entry), Unit::Day) if entry.day > 0 => {
            (entry.day.to_string(), words::abbreviated_date(Date::On(corpus::date::Calendar { day: 0, ..entry })))
        }
        (Date::On(entry), Unit::Month) if entry.month > 0 => {
            (words::abbreviated_month(entry).to_owned(), entry.year.to_string())
        }
        (Date::Between(first, _), Unit::Years(10)) if first.month == 0 => (format!("{}s", first.year), String::new()),
        _ => (words::abbreviated_date(when), String::new()),
    }
}
