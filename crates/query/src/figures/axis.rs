//! The timeline: the dates of statements along an axis.
//!
//! News comes in bunches: three events in a week, and one two months before. A linear scale would put the week on one
//! point, so long gaps are shortened, and marked as breaks.

use corpus::{Date, Hue, StatementId};

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
    /// The dates, in order.
    pub marks: Vec<Mark>,
    /// Shortened gaps: the position, and the number of days in words.
    pub breaks: Vec<(AxisPosition, String)>,
    /// The number of statements without a known day.
    pub undated: usize,
    /// The summary: "Time line: 3 of 12 dates".
    pub summary: String,
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
    /// The accent colour of each of its statements that pass the filter.
    pub dots: Vec<Option<Hue>>,
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

/// The axis of a selection; none where fewer than two times are known.
pub fn axis(data: Shared, selection: &Selection, filtered: &Filtered) -> Option<Axis> {
    let shown = &filtered.statements;
    // A click on a date replaces the chosen dates.
    let at_any_time = filtered.without(&date::Date);
    let ids = data.statement_ids().filter(|&id| data.statement(id).when.is_some_and(|when| when.days().is_some()));
    let ids = statements::sorted(data, ids, Sort::Earliest);
    let times = statements::by_time(data, &ids);
    let times: Vec<_> = times.into_iter().filter_map(|(when, statements)| Some((when?, statements))).collect();
    if times.len() < 2 {
        return None;
    }
    let scale = Scale::new(&times.iter().filter_map(|(when, _)| when.days()).collect::<Vec<_>>());
    let mut ends = Vec::new();
    let mark = |(when, statements): (Date, Vec<StatementId>)| {
        let (first, last) = when.days().unwrap_or_default();
        let (from, to) = (scale.position(first), scale.position(last + 1));
        let label = words::short_date(when);
        let passing: Vec<_> = statements.iter().copied().filter(|&id| shown.contains(id)).collect();
        let width = (label.chars().count() * LETTER).max(passing.len() * DOT) + APART;
        let label_before = from.0 as usize + width > AxisPosition::END.0 as usize;
        let begin = if label_before { from.min(AxisPosition(to.0.saturating_sub(width as u32))) } else { from };
        let lane = ends.iter().position(|&end: &AxisPosition| end <= begin).unwrap_or(ends.len());
        let end = if label_before { to } else { to.max(AxisPosition(from.0 + width as u32)) };
        if lane == ends.len() {
            ends.push(end);
        } else {
            ends[lane] = end;
        }
        let mut voices: Vec<String> = Vec::new();
        for voice in passing.iter().map(|&id| card::voice(data, id).to_string()) {
            if !voices.contains(&voice) {
                voices.push(voice);
            }
        }
        let count = words::count(passing.len(), "statement");
        let by = if voices.is_empty() { String::new() } else { format!(", {}", voices.join(" / ")) };
        let chosen = selection.filter.dates.state(When::In(when)) == Chosen::Wanted;
        let next =
            selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::In(when)) });
        Mark {
            key: when.to_string(),
            from,
            to,
            lane,
            // A short date is the date without its end.
            spoken_rest: format!("{}: {count}{by}", words::date(when).strip_prefix(&label).unwrap_or_default()),
            label,
            dots: passing.iter().map(|&id| card::voices(data, id).first().and_then(|&actor| actor.hue(data))).collect(),
            chosen,
            label_before,
            href: (chosen || statements.iter().any(|&id| at_any_time.contains(id)))
                .then(|| link::write(data, &View::Briefing(next))),
        }
    };
    let marks: Vec<Mark> = times.into_iter().map(mark).collect();
    let mut undated = StatementSet::empty(data.statements.len());
    undated.add_all(data.index.undated);
    undated.intersect_with(shown);
    let some = marks.iter().filter(|mark| !mark.dots.is_empty()).count();
    let summary = format!("Time line: {} of {}", words::grouped(some), words::count(marks.len(), "date"));
    Some(Axis { marks, breaks: scale.breaks, undated: undated.len(), summary })
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
