//! The times of statements, and the units of the calendar in which many of them are counted.

use corpus::date::{Calendar, DayNumber};
use corpus::{Date, Form, StatementId};

use crate::Shared;
use crate::order;
use crate::set::StatementSet;

/// The largest number of units that are considered at all.
const MOST_UNITS: usize = 130;

/// A time of statements, or a unit in which they are counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    pub when: Date,
    /// For the statements of a unit whose time is open or unknown at an end: the dates that find these. Else none.
    pub open: Vec<Date>,
    /// The first and the last day, within the part of time that the axis shows; the known one where an end is not
    /// known.
    pub days: (DayNumber, DayNumber),
    /// Its statements that pass the filter, in order; none for a unit.
    pub passing: Vec<StatementId>,
    /// Their number.
    pub count: usize,
    /// The number of these that are acts.
    pub acts: usize,
    /// The number of statements of a unit whose times reach beyond it.
    pub beyond: usize,
    /// The number of these that are acts.
    pub acts_beyond: usize,
    /// The number of all of its statements.
    pub total: usize,
    /// Whether a click would find a statement.
    pub is_choosable: bool,
}

/// The days of a date on the axis: all of them, or the known one where an end is open or unknown.
pub(super) fn days(when: Date) -> Option<(DayNumber, DayNumber)> {
    when.days().or_else(|| when.known_day().map(|day| (day, day)))
}

/// The times with a known day, in order.
pub(super) fn times(data: Shared, shown: &StatementSet, at_any_time: &StatementSet) -> Vec<Time> {
    let known = |id: StatementId| data.statements.when(id).and_then(|when| Some((id, when, days(when)?)));
    let known: Vec<_> = data.statement_ids().filter_map(known).collect();
    // A month and the interval of all its days have the same days, and are two times.
    let known = order::by_key(known, |&(_, when, (first, last))| [first, last, entries(when)]);
    let mut times: Vec<Time> = Vec::new();
    for (id, when, days) in known {
        if times.last().is_none_or(|time| time.when != when) {
            times.push(Time::new(when, days));
        }
        let Some(time) = times.last_mut() else { continue };
        time.total += 1;
        time.is_choosable |= at_any_time.contains(id);
        if shown.contains(id) {
            time.count += 1;
            time.acts += usize::from(data.statements.coding(id).0 == Form::Act);
            time.passing.push(id);
        }
    }
    times
}

/// A number that tells dates of the same days apart.
fn entries(when: Date) -> i32 {
    let (kind, entry) = match when {
        Date::Between(from, to) => return 3 + 3 * precision(from) + precision(to),
        Date::On(entry) => (0, entry),
        Date::By(entry) => (12, entry),
        Date::UnknownStart(entry) => (15, entry),
        Date::From(entry) => (18, entry),
        Date::UnknownEnd(entry) => (21, entry),
    };
    kind + precision(entry)
}

/// 0 for a day, 1 for a month, 2 for a year.
fn precision(entry: Calendar) -> i32 {
    match (entry.month, entry.day) {
        (0, _) => 2,
        (_, 0) => 1,
        _ => 0,
    }
}

impl Time {
    fn new(when: Date, days: (DayNumber, DayNumber)) -> Time {
        Time {
            when,
            open: Vec::new(),
            days,
            passing: Vec::new(),
            count: 0,
            acts: 0,
            beyond: 0,
            acts_beyond: 0,
            total: 0,
            is_choosable: false,
        }
    }

    /// The dates that find its statements.
    pub fn dates(&self) -> &[Date] {
        if self.open.is_empty() { std::slice::from_ref(&self.when) } else { &self.open }
    }

    /// Counts the statements of another time.
    fn add(&mut self, time: &Time) {
        self.count += time.count;
        self.acts += time.acts;
        self.total += time.total;
        self.is_choosable |= time.is_choosable;
    }

    /// The time within a part of time; `None` outside of it.
    fn within(&self, part: (DayNumber, DayNumber)) -> Option<Time> {
        let days = (self.days.0.max(part.0), self.days.1.min(part.1));
        (days.0 <= days.1).then(|| Time { days, ..self.clone() })
    }
}

/// The times that share a day with a part of time, clipped to it; all where none is given.
pub(super) fn within(times: &[Time], part: Option<Date>) -> Vec<Time> {
    match part.and_then(days) {
        None => times.to_vec(),
        Some(part) => times.iter().filter_map(|time| time.within(part)).collect(),
    }
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// Some years, from one that the number divides.
    Years(u16),
}

impl Unit {
    /// The units, from the finest on.
    pub const ALL: [Unit; 6] =
        [Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100), Unit::Years(1000)];

    /// What one is called.
    pub const fn noun(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Years(1) => "year",
            Unit::Years(10) => "decade",
            Unit::Years(_) => "period",
        }
    }

    /// The number of the unit that a day is in.
    pub fn index(self, day: DayNumber) -> i32 {
        let Calendar { year, month, .. } = Calendar::from_day(day).unwrap_or(Calendar { year: 0, month: 1, day: 1 });
        match self {
            Unit::Day => day,
            Unit::Month => i32::from(year) * 12 + i32::from(month) - 1,
            Unit::Years(number) => i32::from(year / number),
        }
    }

    /// The unit with a number.
    fn date(self, index: i32) -> Option<Date> {
        let year = |year: i32| Some(Calendar { year: year.try_into().ok()?, month: 0, day: 0 });
        match self {
            Unit::Day => Calendar::from_day(index).map(Date::On),
            Unit::Month => {
                Some(Date::On(Calendar { month: (index % 12 + 1).try_into().ok()?, ..year(index.div_euclid(12))? }))
            }
            Unit::Years(1) => year(index).map(Date::On),
            Unit::Years(number) => {
                let first = index * i32::from(number);
                Some(Date::Between(year(first)?, year(first + i32::from(number) - 1)?))
            }
        }
    }

    /// Whether a date says in which of these units it is.
    fn is_known(self, when: Date) -> bool {
        let most = match self {
            Unit::Day => 0,
            Unit::Month => 1,
            Unit::Years(_) => 2,
        };
        match when {
            Date::Between(from, to) => precision(from).max(precision(to)) <= most,
            Date::On(entry) => precision(entry) <= most,
            // Its known day is.
            Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => true,
        }
    }

    /// The date that finds an open time, and all others of its kind in the same unit; in the same year where that is
    /// longer.
    fn open_date(self, when: Date) -> Option<Date> {
        let Calendar { year, month, day } = Calendar::from_day(when.known_day()?)?;
        let entry = match self {
            Unit::Day => Calendar { year, month, day },
            Unit::Month => Calendar { year, month, day: 0 },
            Unit::Years(_) => Calendar { year, month: 0, day: 0 },
        };
        match when {
            Date::By(_) => Some(Date::By(entry)),
            Date::From(_) => Some(Date::From(entry)),
            Date::UnknownStart(_) => Some(Date::UnknownStart(entry)),
            Date::UnknownEnd(_) => Some(Date::UnknownEnd(entry)),
            Date::On(_) | Date::Between(..) => None,
        }
    }
}

/// The units in which there are times, in order, each with the statements of all times that it shares a day with, as a
/// click finds them; then those of times that are open or unknown at an end, and have their known day in it. A unit
/// without the ones or the others is there once. A time that is known less exactly has a bar of its own where it is in
/// none of these. `None` where they are too many for an axis.
pub(super) fn units(times: &[Time], unit: Unit) -> Option<Vec<Time>> {
    let mut dates: Vec<Date> = Vec::new();
    let mut next = i32::MIN;
    // In the order of their first days; the units until `next` are there.
    for time in times.iter().filter(|time| unit.is_known(time.when)) {
        let (first, last) = (unit.index(time.days.0).max(next), unit.index(time.days.1));
        if usize::try_from(last.saturating_sub(first)).unwrap_or_default() + dates.len() > MOST_UNITS {
            return None;
        }
        dates.extend((first..=last).filter_map(|index| unit.date(index)));
        next = next.max(last.saturating_add(1));
    }
    for time in times.iter().filter(|time| !unit.is_known(time.when)) {
        if !dates.iter().any(|&date| date.overlaps(time.when)) {
            dates.push(time.when);
        }
        if dates.len() > MOST_UNITS {
            return None;
        }
    }
    let dates = order::by_key(dates, |date| [date.sort_key().0, 0, 0]);
    Some(dates.into_iter().flat_map(|date| counted(times, unit, date)).collect())
}

/// The statements of a unit: those that share a day with it, and those that are open.
fn counted(times: &[Time], unit: Unit, when: Date) -> impl Iterator<Item = Time> {
    let days = when.days().unwrap_or_default();
    let (mut dated, mut open) = (Time::new(when, days), Time::new(when, days));
    for time in times.iter().filter(|time| time.days.0 <= days.1 && days.0 <= time.days.1) {
        match (time.when.days(), unit.open_date(time.when)) {
            (Some((first, last)), _) => {
                dated.add(time);
                if first < days.0 || days.1 < last {
                    dated.beyond += time.count;
                    dated.acts_beyond += time.acts;
                }
            }
            (None, Some(date)) => {
                open.add(time);
                if !open.open.contains(&date) {
                    open.open.push(date);
                }
            }
            (None, None) => {}
        }
    }
    let has_open = open.total > 0;
    let dated = (dated.total > 0 || !has_open).then_some(dated);
    dated.into_iter().chain(has_open.then_some(open))
}
