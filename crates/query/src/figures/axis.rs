//! The timeline: the dates of statements along an axis.
//!
//! News comes in bunches: three events in a week, and one two months before. A linear scale would put the week on one
//! point, so long gaps are shortened, and marked as breaks.

use corpus::{ActorId, Date, DocumentId, Hue, StatementId};

use crate::Shared;
use crate::card;
use crate::facets::date;
use crate::filter::Filtered;
use crate::link;
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::statements;
use crate::view::{Choice, Chosen, Selection, Sort, View, When};
use crate::words;

/// The axis of a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The dates, in order; none where fewer than two times are known.
    pub marks: Vec<Mark>,
    /// Shortened gaps: the position, and the number of days in words.
    pub breaks: Vec<(AxisPosition, String)>,
    /// Whether the marks are of months or years: of equal length, with bars that show their numbers of statements.
    pub has_bars: bool,
    /// What is shown and has no place on the axis.
    pub off_axis: Option<OffAxis>,
    /// The summary: "Time line: 3 of 12 dates".
    pub summary: String,
}

/// The statements shown that have no place on the axis, because one end of their time is open or unknown, or both are.
#[derive(Clone, Debug, PartialEq)]
pub struct OffAxis {
    /// How many: "60 of 209 statements", "All 213 statements".
    pub count: String,
    /// What they are, after that.
    pub reason: &'static str,
    /// The link that shows these alone, or all again; none where nothing else is shown anyway.
    pub href: Option<String>,
}

/// A position on the axis, in hundredths of a percent of its length. An integer, as formatting floats would add eleven
/// kilobytes to the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisPosition(pub u32);

impl AxisPosition {
    /// The end of the axis.
    pub const END: AxisPosition = AxisPosition(10_000);
}

impl std::fmt::Display for AxisPosition {
    /// As a length in SVG: "12.05%".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// The mark of a day or of an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The date as in links.
    pub key: String,
    /// The position of its beginning.
    pub from: AxisPosition,
    /// The position of its end.
    pub to: AxisPosition,
    /// The lane above the axis, 0 the lowest, so that labels do not overlap.
    pub lane: usize,
    /// The date in words: "11–16 December".
    pub label: String,
    /// What a screen reader says after the label: " 2021: 5 statements, United States / Uzbekistan".
    pub spoken_rest: String,
    /// The number of its statements that pass the filter.
    pub count: usize,
    /// The accent colours of the first of these statements; of none where the mark is of a month or a year.
    pub dots: Vec<Option<Hue>>,
    /// The number of these statements that have no dot.
    pub more: usize,
    /// The height of the bar of a month or a year, see [`HIGHEST_BAR`]; zero only without statements.
    pub bar: usize,
    /// Whether the date is wanted in the filter.
    pub chosen: bool,
    /// Whether the label ends at the mark rather than beginning there, for want of room at the end of the axis.
    pub label_before: bool,
    /// The link that chooses the date, or takes it back; none where no statement would pass.
    pub href: Option<String>,
}

/// The longest length of a gap on the scale, in days.
const LONGEST_GAP: u32 = 4;
/// The longest length of a mark on the scale, in days.
const LONGEST_MARK: u32 = 8;
/// Estimated width of a letter of a label, on the shortest axis of 500 pixels, in the unit of [`AxisPosition`].
const LETTER: usize = 120;
/// Estimated width of a dot, likewise.
const DOT: usize = 210;
/// Distance between labels, likewise.
const APART: usize = 150;

/// The largest number of dates that have a mark each; where there are more, months or years have one.
const MOST_DATES: usize = 60;
/// The largest number of months that have a mark each.
const MOST_MONTHS: usize = 24;
/// The largest number of dots on a mark; the rest is a number.
const MOST_DOTS: usize = 24;
/// The largest number of months whose names are written out.
const MOST_WRITTEN_OUT: usize = 12;
/// The height of the bar of the month or year with most statements; the others are in proportion.
pub const HIGHEST_BAR: usize = 16;
/// The largest number of voices that are named.
const MOST_VOICES: usize = 12;

/// A time with its mark: its statements that pass the filter, in order, where dates have marks of their own, and what
/// is counted in either case.
struct Time {
    when: Date,
    passing: Vec<StatementId>,
    count: usize,
    /// Whether a click would find a statement.
    is_choosable: bool,
}

/// The axis of a selection; none where fewer than two times are known and no statement is off the axis either.
pub fn axis(data: Shared, selection: &Selection, filtered: &Filtered) -> Option<Axis> {
    let shown = &filtered.statements;
    // A click on a date replaces the chosen dates.
    let at_any_time = filtered.without(&date::Date);
    let (times, unit) =
        if has_few_dates(data) { (dates(data, shown, &at_any_time), "date") } else { units(data, shown, &at_any_time) };
    let off_axis = off_axis(data, selection, shown, times.len() >= 2);
    if times.len() < 2 {
        let none = Axis { marks: Vec::new(), breaks: Vec::new(), has_bars: false, off_axis, summary: String::new() };
        return none.off_axis.is_some().then_some(none);
    }
    let has_bars = unit != "date";
    let is_written_out = times.len() <= MOST_WRITTEN_OUT;
    let most = times.iter().map(|time| time.count).max().unwrap_or_default();
    let scale = Scale::new(&times.iter().filter_map(|time| time.when.days()).collect::<Vec<_>>());
    let mut ends = Vec::new();
    let mark = |time: Time| {
        let Time { when, passing, count, is_choosable } = time;
        let (first, last) = when.days().unwrap_or_default();
        let (from, to) = (scale.position(first), scale.position(last + 1));
        let label = match unit {
            "date" => words::short_date(when),
            "month" if !is_written_out => short_month(when),
            _ => words::date(when),
        };
        let dots: Vec<_> = passing.iter().take(MOST_DOTS).map(|&id| first_hue(data, id)).collect();
        let width = (label.chars().count() * LETTER).max(dots.len() * DOT) + APART;
        let label_before = from.0 as usize + width > AxisPosition::END.0 as usize;
        let begin = if label_before { from.min(AxisPosition(to.0.saturating_sub(width as u32))) } else { from };
        let lane = ends.iter().position(|&end: &AxisPosition| end <= begin).unwrap_or(ends.len());
        let end = if label_before { to } else { to.max(AxisPosition(from.0 + width as u32)) };
        if lane == ends.len() {
            ends.push(end);
        } else {
            ends[lane] = end;
        }
        let chosen = selection.filter.dates.state(When::In(when)) == Chosen::Wanted;
        let next =
            selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::In(when)) });
        Mark {
            key: when.to_string(),
            from,
            to,
            lane,
            // A short date is the date without its end.
            spoken_rest: format!(
                "{}: {}{}",
                words::date(when).strip_prefix(&label).filter(|_| !has_bars).unwrap_or_default(),
                words::count(count, "statement"),
                voices(data, &passing)
            ),
            label,
            more: count - dots.len(),
            bar: if has_bars { (count * HIGHEST_BAR).div_ceil(most.max(1)) } else { 0 },
            dots,
            count,
            chosen,
            label_before,
            href: (chosen || is_choosable).then(|| link::write(data, &View::Briefing(next))),
        }
    };
    let marks: Vec<Mark> = times.into_iter().map(mark).collect();
    let some = marks.iter().filter(|mark| mark.count > 0).count();
    let summary = format!("Time line: {} of {}", words::grouped(some), words::count(marks.len(), unit));
    Some(Axis { marks, breaks: scale.breaks, has_bars, off_axis, summary })
}

/// What is shown and has no place on the axis; none where all has one.
fn off_axis(data: Shared, selection: &Selection, shown: &StatementSet, has_axis: bool) -> Option<OffAxis> {
    let number = shown.count_in(data.index.facets.undated());
    let chosen = selection.filter.dates.state(When::Undated) == Chosen::Wanted;
    let next =
        selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::Undated) });
    let of = words::count(shown.len(), "statement");
    let count = match words::grouped(number) {
        _ if number > 1 && number == shown.len() => format!("All {of}"),
        some => format!("{some} of {of}"),
    };
    let reason = match (has_axis, number) {
        (true, 1) => " is not on the line: it has no date, or only a first or a last day.",
        (true, _) => " are not on the line: they have no date, or only a first or a last day.",
        (false, 1) => " has no date, or only a first or a last day. So there is no time line.",
        (false, _) => " have no date, or only a first or a last day. So there is no time line.",
    };
    let href = (chosen || number < shown.len()).then(|| link::write(data, &View::Briefing(next)));
    (number > 0).then_some(OffAxis { count, reason, href })
}

/// A month by the first letters of its name: "Sep 2024".
fn short_month(when: Date) -> String {
    match when {
        Date::On(entry) => format!("{} {}", words::month(entry).get(..3).unwrap_or_default(), entry.year),
        _ => words::date(when),
    }
}

pub(super) fn first_hue(data: Shared, id: StatementId) -> Option<Hue> {
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

/// Whether the statements have few enough different dates for a mark each.
fn has_few_dates(data: Shared) -> bool {
    let mut known: Vec<Date> = Vec::new();
    for when in data.statement_ids().filter_map(|id| data.statements.when(id)) {
        if !known.contains(&when) {
            known.push(when);
        }
        if known.len() > MOST_DATES {
            return false;
        }
    }
    true
}

/// The dates of the statements.
fn dates(data: Shared, shown: &StatementSet, at_any_time: &StatementSet) -> Vec<Time> {
    let ids = data.statement_ids().filter(|&id| data.statements.when(id).is_some_and(|when| when.days().is_some()));
    let ids = statements::sorted(data, ids, Sort::Earliest);
    let time = |(when, statements): (Option<Date>, Vec<StatementId>)| {
        let is_choosable = statements.iter().any(|&id| at_any_time.contains(id));
        let passing: Vec<_> = statements.into_iter().filter(|&id| shown.contains(id)).collect();
        Some(Time { when: when?, count: passing.len(), passing, is_choosable })
    };
    statements::by_time(data, &ids).into_iter().filter_map(time).collect()
}

/// The months in which there are statements, or the years where these are many, and what they are called. A statement
/// counts for each that it shares a day with, as a click finds it.
fn units(data: Shared, shown: &StatementSet, at_any_time: &StatementSet) -> (Vec<Time>, &'static str) {
    let (units, unit) = units_of_time(data);
    let in_no_month = date::in_no_month(data);
    let time = |when: Date| {
        let statements = date::overlapping(data, when, &in_no_month);
        let is_choosable = statements.len_in(at_any_time) > 0;
        Time { when, passing: Vec::new(), count: statements.len_in(shown), is_choosable }
    };
    (units.into_iter().map(time).collect(), unit)
}

/// The months in which there are statements, or the years where these are many, in order, and what one is called.
pub(super) fn units_of_time(data: Shared) -> (Vec<Date>, &'static str) {
    let mut units: Vec<Date> = data.index.facets.months().map(|(month, _)| month).collect();
    let by_month = units.len() <= MOST_MONTHS;
    if !by_month {
        for month in &mut units {
            if let Date::On(entry) = month {
                entry.month = 0;
            }
        }
        units.dedup();
    }
    let in_no_month = date::in_no_month(data);
    // A year of which no month is known has a place of its own.
    for when in in_no_month.iter().filter_map(|id| data.statements.when(id)) {
        if !units.iter().any(|unit| unit.overlaps(when)) {
            units.push(when);
        }
    }
    let units = order::by_key(units, |unit| [unit.sort_key().0, 0, 0]);
    (units, if by_month { "month" } else { "year" })
}

/// The scale: from days to positions.
struct Scale {
    /// Days with their positions, ascending.
    points: Vec<(i32, AxisPosition)>,
    breaks: Vec<(AxisPosition, String)>,
}

impl Scale {
    fn new(times: &[(i32, i32)]) -> Scale {
        let days = times.iter().flat_map(|&(first, last)| [first, last + 1]).collect();
        let mut days = order::by_key(days, |&day| [day, 0, 0]);
        days.dedup();
        let covered = |from: i32, to: i32| times.iter().any(|&(first, last)| first <= from && to <= last + 1);
        let length = |from: i32, to: i32| {
            let most = if covered(from, to) { LONGEST_MARK } else { LONGEST_GAP };
            to.abs_diff(from).min(most)
        };
        let whole: u32 = days.windows(2).map(|pair| length(pair[0], pair[1])).sum();
        let position = |length: u32| {
            AxisPosition(u64::from(length).saturating_mul(10_000).checked_div(whole.into()).unwrap_or(0) as u32)
        };
        let mut points = Vec::new();
        let mut breaks = Vec::new();
        let mut at = 0;
        for pair in days.windows(2) {
            points.push((pair[0], position(at)));
            let step = length(pair[0], pair[1]);
            let days = pair[1].abs_diff(pair[0]);
            if !covered(pair[0], pair[1]) && days > LONGEST_GAP {
                breaks.push((
                    AxisPosition(position(at).0.midpoint(position(at + step).0)),
                    words::count(days as usize, "day"),
                ));
            }
            at += step;
        }
        points.extend(days.last().map(|&day| (day, AxisPosition::END)));
        Scale { points, breaks }
    }

    fn position(&self, day: i32) -> AxisPosition {
        self.points.iter().find(|(known, _)| *known == day).map_or(AxisPosition(0), |&(_, position)| position)
    }
}

#[cfg(test)]
mod tests;
