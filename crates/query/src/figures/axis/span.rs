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

/// The first and the last of the marks that a drag from one position to another passes: those of which the middle is
/// between these. `None` where there is none at which a span can end.
pub fn brushed(axis: &Axis, ends: [AxisPosition; 2]) -> Option<(usize, usize)> {
    let (from, to) = (ends[0].min(ends[1]).0, ends[0].max(ends[1]).0);
    let is_passed = |mark: &Mark| is_end(mark) && (from..=to).contains(&mark.from.0.midpoint(mark.to.0));
    let passed = || axis.marks().enumerate().filter(|(_, mark)| is_passed(mark));
    let first = passed().min_by_key(|(_, mark)| mark.from)?.0;
    let last = passed().max_by_key(|(_, mark)| mark.to)?.0;
    Some((first, last))
}

/// From where to where two marks reach.
pub fn extent(axis: &Axis, ends: (usize, usize)) -> Option<(AxisPosition, AxisPosition)> {
    let (one, other) = (axis.marks().nth(ends.0)?, axis.marks().nth(ends.1)?);
    Some((one.from.min(other.from), one.to.max(other.to)))
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
    let span = hull(mark(ends.0)?, mark(ends.1)?)?;
    Some(link::write(data, &View::Briefing(selection.with(|filter| filter.dates = Choice::of(When::In(span))))))
}

/// The shortest date that has all days of two marks.
fn hull(one: &Mark, other: &Mark) -> Option<Date> {
    let ((one_first, one_last), (other_first, other_last)) = (entries(one.when)?, entries(other.when)?);
    let first = if other_first.first_day() < one_first.first_day() { other_first } else { one_first };
    let last = if other_last.last_day() > one_last.last_day() { other_last } else { one_last };
    Some(if first == last { Date::On(first) } else { Date::Between(first, last) })
}

/// The entries of the calendar with the first and the last day.
const fn entries(when: Date) -> Option<(Calendar, Calendar)> {
    match when {
        Date::On(entry) => Some((entry, entry)),
        Date::Between(first, last) => Some((first, last)),
        Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => None,
    }
}
