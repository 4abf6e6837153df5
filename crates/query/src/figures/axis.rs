//! The time axis: when something was said or done, true to time.
//!
//! News comes in bunches: three events in a week, and one two months before. On a linear scale the week would be a
//! point, so long stretches in which nothing begins or ends are folded; each says how many days it has ([`scale`]). Of
//! many times the numbers by month or year are shown, and each opens to a finer scale ([`mod@layout`]). Labels are
//! measured for the narrowest width of the axis ([`NARROWEST`](room::NARROWEST)); positions are shares of its width, so
//! that it can be written into the page before a window is known.

use corpus::{ActorId, Date, DocumentId, Form, Hue, StatementId};

use self::layout::{DOT, Layout, Placed, layout};
use self::room::{MOST_DOTS, width};
use self::times::{Time, Unit, times, within};
use super::drawing::{self, Style, measure};
use crate::Shared;
use crate::card;
use crate::facets::date;
use crate::filter::Filtered;
use crate::link;
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Selection, View, When};
use crate::words;

mod layout;
mod model;
mod room;
mod scale;
pub mod span;
mod times;
mod units;

pub use model::{Axis, AxisPosition, Dot, Entry, Fold, InSpan, Mark, OffAxis, Part, Precision};
pub(super) use units::units_of_time;

/// The height of the bar of the unit with most statements; the others are in proportion.
pub const HIGHEST_BAR: usize = 48;
/// The largest number of voices that are named.
const MOST_VOICES: usize = 12;

/// The axis of a selection; none where fewer than two times are known and no statement is off the axis either.
pub fn axis(data: Shared, selection: &Selection, filtered: &Filtered) -> Option<Axis> {
    let shown = &filtered.statements;
    // A click on a date replaces the chosen dates.
    let times = times(data, shown, &filtered.without(&date::Date));
    let (layout, parts) = shown_part(&times, chosen(selection));
    let off_axis = off_axis(data, selection, shown, layout.is_some());
    let Some(Layout { placed, scale, unit }) = layout else {
        let none = Axis {
            entries: Vec::new(),
            lanes: 0,
            has_bars: false,
            off_axis,
            summary: String::new(),
            parts: Vec::new(),
            legend: None,
        };
        return none.off_axis.is_some().then_some(none);
    };
    let most = placed.iter().map(|placed| placed.time.count).max().unwrap_or_default();
    let some = placed.iter().filter(|placed| placed.time.count > 0).count();
    let of = parts.last().map(|part| format!(" of {}", words::date(*part))).unwrap_or_default();
    let noun = unit.map_or("date", Unit::noun);
    let summary = format!("Time line{of}: {} of {}", words::grouped(some), words::count(placed.len(), noun));
    let lanes = placed.iter().map(|placed| placed.lane + 1).max().unwrap_or_default();
    let has_acts = placed.iter().any(|placed| placed.time.acts > 0 && placed.time.acts < placed.time.count);
    let legend = has_acts.then_some(if unit.is_some() { "Outlined: acts." } else { "Squares are acts." });
    let is_chosen = placed.iter().any(|placed| is_wanted(selection, placed.time.when));
    let span = chosen(selection).filter(|_| !is_chosen);
    let marks = placed.into_iter().map(|placed| Entry::Mark(mark(data, selection, placed, unit, most, span)));
    let entries = in_order(marks.collect(), scale.folds);
    let parts = ways_back(data, selection, &parts);
    Some(Axis { entries, lanes, has_bars: unit.is_some(), off_axis, summary, parts, legend })
}

/// The smallest unit that the chosen days are in, of those that open one after the other, with its layout and with all
/// that it is in.
fn shown_part(times: &[Time], chosen: Option<Date>) -> (Option<Layout>, Vec<Date>) {
    let mut found = layout(times, None);
    let mut parts: Vec<Date> = Vec::new();
    let Some((first, last)) = chosen.and_then(Date::days) else { return (found, parts) };
    while let Some(Layout { placed, unit: Some(unit), .. }) = &found
        && *unit > Unit::Day
    {
        let is_in = |days: (i32, i32)| days.0 <= first && last <= days.1;
        let Some(part) = placed.iter().find(|placed| is_in(placed.time.days)).map(|placed| placed.time.when) else {
            break;
        };
        let Some(finer) = layout(&within(times, Some(part)), Some(*unit)) else { break };
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

/// The days that are wanted, where there is one such date only.
fn chosen(selection: &Selection) -> Option<Date> {
    match selection.filter.dates.wanted() {
        [When::In(date)] => date.days().map(|_| *date),
        _ => None,
    }
}

fn is_wanted(selection: &Selection, when: Date) -> bool {
    selection.filter.dates.state(When::In(when)) == Chosen::Wanted
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

fn mark(
    data: Shared,
    selection: &Selection,
    placed: Placed,
    unit: Option<Unit>,
    most: usize,
    span: Option<Date>,
) -> Mark {
    let Placed { time, label, group, from, to, lane, label_before } = placed;
    let Time { when, passing, count, acts, is_choosable, .. } = time;
    let chosen = is_wanted(selection, when);
    let next =
        selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::In(when)) });
    let has_bars = unit.is_some();
    let dot = |&id: &StatementId| Dot { is_act: data.statements.coding(id).0 == Form::Act, hue: first_hue(data, id) };
    let dots: Vec<_> = passing.iter().filter(|_| !has_bars).take(MOST_DOTS).map(dot).collect();
    let height = |count: usize| if has_bars { (count * HIGHEST_BAR).div_ceil(most.max(1)) } else { 0 };
    let number = Some(words::grouped(count))
        .filter(|number| has_bars && width(measure::width(number, Style::Small)) <= to.0 - from.0);
    let said_acts = match acts {
        0 => String::new(),
        _ if !has_bars && acts == count => ", reported".to_owned(),
        _ => format!(", {} reported {}", words::grouped(acts), if acts == 1 { "act" } else { "acts" }),
    };
    let voices = if has_bars { String::new() } else { voices(data, &passing) };
    // What is heard begins with what is seen.
    let full = [words::date(when), words::abbreviated_date(when)];
    let full = full.into_iter().find(|full| full.strip_prefix(&label).is_some_and(is_word_end));
    let full = full.unwrap_or_else(|| label.clone());
    Mark {
        when,
        key: when.to_string(),
        from,
        to,
        lane,
        group,
        title: format!("{full}: {}{said_acts}{voices}", words::count(count, "statement")),
        precision: precision(when),
        more: if has_bars { 0 } else { count - dots.len() },
        bar: height(count),
        bar_of_acts: height(count) - height(count - acts),
        number,
        width: measure::width(&label, Style::Small).max(drawing::times(dots.len(), DOT)),
        label,
        dots,
        count,
        chosen,
        in_span: span.map_or(InSpan::None, |span| span::share(when, span)),
        label_before,
        href: (chosen || is_choosable).then(|| link::write(data, &View::Briefing(next))),
    }
}

/// Whether a text that goes on like this does so with another word.
fn is_word_end(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn precision(when: Date) -> Precision {
    match when {
        Date::On(entry) if entry.day > 0 => Precision::Day,
        Date::Between(from, to) if from.day > 0 && to.day > 0 => Precision::Interval,
        _ => Precision::Calendar,
    }
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

#[cfg(test)]
mod tests;
