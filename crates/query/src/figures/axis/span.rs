//! Spans that are chosen on the axis: from one mark to another. A span is a date of the filter, from the first day of
//! the one to the last day of the other, so it is in the link like any date.

use corpus::Date;
use corpus::date::Calendar;

use super::model::{Axis, AxisPosition, InSpan, Mark};
use crate::Shared;
use crate::link;
use crate::view::{Choice, Selection, View, When};

/// The end of a span that stays where it is, when the other end is put on a mark: the other end of what is chosen. That
/// is the mark itself where nothing is chosen yet. Marks are named by their numbers in the order of time.
pub fn anchor(axis: &Axis, to: usize) -> usize {
    let chosen = || chosen(axis);
    match (chosen().next(), chosen().last()) {
        (Some(_), Some(last)) if to < last && !chosen().any(|index| index == to) => last,
        (Some(first), _) => first,
        _ => to,
    }
}

/// The numbers of the marks that are chosen.
fn chosen(axis: &Axis) -> impl Iterator<Item = usize> {
    let is_chosen = |mark: &Mark| is_end(mark) && (mark.chosen || mark.in_span == InSpan::All);
    axis.marks().enumerate().filter(move |(_, mark)| is_chosen(mark)).map(|(index, _)| index)
}

/// Whether a span can begin or end at a mark: not where only one day of its time is known.
pub fn is_end(mark: &Mark) -> bool {
    mark.when.days().is_some()
}

/// The same where the end that moves goes from a mark to the next one: what is chosen ends at `from`, or else the span
/// begins there.
pub fn anchor_of_step(axis: &Axis, from: usize) -> usize {
    let chosen = || chosen(axis);
    match (chosen().next(), chosen().last()) {
        (Some(first), Some(last)) if from == last => first,
        (Some(first), Some(last)) if from == first => last,
        _ => from,
    }
}

/// How near to a mark a drag begins or ends on it, in the unit of [`AxisPosition`].
const NEAR: u32 = 100;

/// A span that is dragged over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brushed {
    /// From the first to the last day.
    pub when: Date,
    /// The position of its beginning.
    pub from: AxisPosition,
    /// The position of its end.
    pub to: AxisPosition,
}

/// The span that a drag from one position to another chooses: from where the first mark begins that it is on or comes to,
/// to where the last one ends. Of several marks at a position it is the shortest. `None` between two marks.
pub fn brushed(axis: &Axis, ends: [AxisPosition; 2]) -> Option<Brushed> {
    let (from, to) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
    let marks = || axis.marks().filter(|mark| is_end(mark));
    let length = |mark: &Mark| mark.to.0 - mark.from.0;
    let first = marks().filter(|mark| mark.to > from);
    let first = first.min_by_key(|mark| (mark.from.0.saturating_sub(from.0) / NEAR, length(mark)))?;
    let last = marks().filter(|mark| mark.from < to);
    let last = last.min_by_key(|mark| (to.0.saturating_sub(mark.to.0) / NEAR, length(mark)))?;
    let ((begin, _), (_, end)) = (entries(first.when)?, entries(last.when)?);
    let is_between = first.from >= last.to || begin.first_day() > end.last_day();
    (!is_between).then(|| Brushed { when: interval(begin, end), from: first.from, to: last.to })
}

/// How many days of a date are in a span.
pub fn share(when: Date, span: Date) -> InSpan {
    let is_within = |((first, last), (from, to)): ((Calendar, Calendar), (Calendar, Calendar))| {
        first.first_day() >= from.first_day() && last.last_day() <= to.last_day()
    };
    match entries(when).zip(entries(span)) {
        Some(both) if is_within(both) => InSpan::All,
        _ if span.overlaps(when) => InSpan::Some,
        _ => InSpan::None,
    }
}

/// The link that shows a span from one mark to another, whichever is first; `None` where one of them [is no end](is_end).
pub fn link(data: Shared, selection: &Selection, axis: &Axis, ends: (usize, usize)) -> Option<String> {
    let mark = |index: usize| axis.marks().nth(index);
    Some(link_to(data, selection, hull(mark(ends.0)?, mark(ends.1)?)?))
}

/// The link that shows a span.
pub fn link_to(data: Shared, selection: &Selection, span: Date) -> String {
    link::write(data, &View::Briefing(selection.with(|filter| filter.dates = Choice::of(When::In(span)))))
}

/// The shortest date that has all days of two marks.
fn hull(one: &Mark, other: &Mark) -> Option<Date> {
    let ((one_first, one_last), (other_first, other_last)) = (entries(one.when)?, entries(other.when)?);
    let first = if other_first.first_day() < one_first.first_day() { other_first } else { one_first };
    let last = if other_last.last_day() > one_last.last_day() { other_last } else { one_last };
    Some(interval(first, last))
}

fn interval(first: Calendar, last: Calendar) -> Date {
    if first == last { Date::On(first) } else { Date::Between(first, last) }
}

/// The entries of the calendar with the first and the last day.
const fn entries(when: Date) -> Option<(Calendar, Calendar)> {
    match when {
        Date::On(entry) => Some((entry, entry)),
        Date::Between(first, last) => Some((first, last)),
        Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => None,
    }
}
