//! Dates: a subset of the Extended Date/Time Format (EDTF, ISO 8601-2:2019, levels 0 and 1).
//!
//! The forms are `2021`, `2021-12`, `2021-12-16`, an interval `2021-12-11/2021-12-16`, and an interval of which only
//! one end has a date. The other end is open where it is written as two dots, `../2021-12-18` (any time up to then) or
//! `2021-12-18/..` (from then on), and unknown where it is left empty, `/2021-12-18` or `2021-12-18/`: the interval has
//! such an end, but it is not known when. A year has four digits; there is no time of day. `tests/edtf.rs` compares
//! this parser with another one and lists the differences.

use std::fmt;
use std::str::FromStr;

/// A day, a month, a year, or an interval of these.
///
/// ```
/// use corpus::Date;
///
/// let visit: Date = "2021-12-11/2021-12-16".parse()?;
/// let december: Date = "2021-12".parse()?;
/// assert!(visit.overlaps(december));
/// assert_eq!(visit.days().map(|(first, last)| last - first + 1), Some(6));
/// assert_eq!(visit.to_string(), "2021-12-11/2021-12-16");
///
/// let open: Date = "../2021-12-18".parse()?;
/// assert_eq!(open.days(), None);
/// assert!("2021-02-29".parse::<Date>().is_err());
/// # Ok::<(), corpus::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "write", derive(serde::Deserialize))]
pub enum Date {
    /// A day, month or year.
    On(Calendar),
    /// An interval from the first day of one entry to the last day of another.
    Between(Calendar, Calendar),
    /// An interval with an open start: any time up to the last day of an entry.
    By(Calendar),
    /// An interval with an open end: any time from the first day of an entry on.
    From(Calendar),
    /// An interval with an unknown start, up to the last day of an entry.
    UnknownStart(Calendar),
    /// An interval with an unknown end, from the first day of an entry on.
    UnknownEnd(Calendar),
}

/// A year, a month or a day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "write", derive(serde::Deserialize))]
pub struct Calendar {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12, or 0 where only the year is known.
    pub month: u8,
    /// 1 to 31, or 0 where only the month is known.
    pub day: u8,
}

/// A Julian day number: a continuous count of days, so that the difference of two is a number of days.
pub type DayNumber = i32;

/// The reason why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of them around a slash.
    Form,
    /// Of the right form, but the calendar has no such month or day.
    NoSuchDay,
    /// An interval that ends before it begins.
    Backwards,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => {
                "not a date: write 2021, 2021-12, 2021-12-16, 2021-12-11/2021-12-16, ../2021-12-18 (open beginning) or \
                 /2021-12-18 (unknown beginning)"
            }
            Self::NoSuchDay => "the calendar has no such month or day",
            Self::Backwards => "the interval ends before it begins",
        })
    }
}

impl std::error::Error for DateError {}

impl Calendar {
    fn first_date(self) -> Option<time::Date> {
        let month = time::Month::try_from(self.month.max(1)).ok()?;
        time::Date::from_calendar_date(i32::from(self.year), month, self.day.max(1)).ok()
    }

    /// Whether the entry is a day, month or year of the calendar.
    pub fn exists(self) -> bool {
        self.year <= 9999 && (self.month > 0 || self.day == 0) && self.first_date().is_some()
    }

    /// The first day of the entry; 0 for an entry that does not [exist](Self::exists).
    pub fn first_day(self) -> DayNumber {
        self.first_date().map_or(0, time::Date::to_julian_day)
    }

    /// The last day of the entry; 0 for an entry that does not [exist](Self::exists).
    pub fn last_day(self) -> DayNumber {
        let Some(first) = self.first_date() else { return 0 };
        let length = match (self.month, self.day) {
            (0, _) => i32::from(time::util::days_in_year(first.year())),
            (_, 0) => i32::from(first.month().length(first.year())),
            _ => 1,
        };
        first.to_julian_day() + length - 1
    }

    /// The month of the entry; `None` for a year.
    pub fn month(self) -> Option<Calendar> {
        (self.month > 0).then_some(Calendar { day: 0, ..self })
    }

    /// The day with a number; `None` outside the years 0 to 9999.
    pub fn from_day(day: DayNumber) -> Option<Calendar> {
        let (year, month, day) = time::Date::from_julian_day(day).ok()?.to_calendar_date();
        Some(Calendar { year: u16::try_from(year).ok()?, month: month.into(), day })
    }
}

impl Date {
    /// First and last day; `None` where an end is open or unknown.
    pub fn days(self) -> Option<(DayNumber, DayNumber)> {
        match self {
            // Most dates are days; a whole list of statements is sorted by them with each key press.
            Date::On(entry) if entry.day > 0 => Some(entry.first_day()).map(|day| (day, day)),
            Date::On(entry) => Some((entry.first_day(), entry.last_day())),
            Date::Between(from, to) => Some((from.first_day(), to.last_day())),
            Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => None,
        }
    }

    /// The key for sorting by time. An interval without a start date is sorted by its end.
    pub fn sort_key(self) -> (DayNumber, DayNumber) {
        match self {
            Date::By(entry) | Date::UnknownStart(entry) => (entry.last_day(), DayNumber::MAX),
            Date::From(entry) | Date::UnknownEnd(entry) => (entry.first_day(), DayNumber::MAX),
            Date::On(_) | Date::Between(..) => self.days().unwrap_or_default(),
        }
    }

    /// Whether two dates have a day in common; never where an end is open or unknown.
    pub fn overlaps(self, other: Date) -> bool {
        match (self.days(), other.days()) {
            (Some((a, b)), Some((c, d))) => a <= d && c <= b,
            _ => false,
        }
    }

    /// The only known day, where one end is open or unknown: the last day of an entry without a start, the first of one
    /// without an end. `None` where both ends are known.
    pub fn known_day(self) -> Option<DayNumber> {
        match self {
            Date::By(entry) | Date::UnknownStart(entry) => Some(entry.last_day()),
            Date::From(entry) | Date::UnknownEnd(entry) => Some(entry.first_day()),
            Date::On(_) | Date::Between(..) => None,
        }
    }

    /// Whether two dates are open or unknown at the same end, and the known day of this one is in the other's entry:
    /// `../2021-12-18` is open as `../2021` is.
    pub fn is_open_as(self, other: Date) -> bool {
        let (day, entry) = match (self, other) {
            (Date::By(own), Date::By(entry)) | (Date::UnknownStart(own), Date::UnknownStart(entry)) => {
                (own.last_day(), entry)
            }
            (Date::From(own), Date::From(entry)) | (Date::UnknownEnd(own), Date::UnknownEnd(entry)) => {
                (own.first_day(), entry)
            }
            _ => return false,
        };
        entry.first_day() <= day && day <= entry.last_day()
    }

    /// Whether the last day of a date is before the first one of another; never where one of the two days is not known.
    pub fn is_before(self, other: Date) -> bool {
        let last = match self {
            Date::On(entry) | Date::Between(_, entry) | Date::By(entry) | Date::UnknownStart(entry) => entry.last_day(),
            Date::From(_) | Date::UnknownEnd(_) => return false,
        };
        let first = match other {
            Date::On(entry) | Date::Between(entry, _) | Date::From(entry) | Date::UnknownEnd(entry) => {
                entry.first_day()
            }
            Date::By(_) | Date::UnknownStart(_) => return false,
        };
        last < first
    }

    /// Whether every entry exists, and an interval does not end before it starts.
    pub fn is_valid(self) -> bool {
        match self {
            Date::On(entry)
            | Date::By(entry)
            | Date::From(entry)
            | Date::UnknownStart(entry)
            | Date::UnknownEnd(entry) => entry.exists(),
            Date::Between(from, to) => from.exists() && to.exists() && from.first_day() <= to.last_day(),
        }
    }

    /// The months that overlap the date, in order; none where an end is open or unknown, or is only a year.
    pub fn months(self) -> Vec<Calendar> {
        let (from, to) = match self {
            Date::On(entry) => (entry, entry),
            Date::Between(from, to) => (from, to),
            Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => return Vec::new(),
        };
        let (Some(mut month), Some(last)) = (from.month(), to.month()) else { return Vec::new() };
        let mut months = Vec::new();
        while month <= last {
            months.push(month);
            month = if month.month == 12 {
                Calendar { year: month.year + 1, month: 1, day: 0 }
            } else {
                Calendar { month: month.month + 1, ..month }
            };
        }
        months
    }
}

impl FromStr for Calendar {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                    part.parse().map(Some).map_err(|_| DateError::Form)
                }
                Some(_) => Err(DateError::Form),
            }
        };
        let year = number(4)?.ok_or(DateError::Form)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        if month == Some(0) || day == Some(0) {
            return Err(DateError::NoSuchDay);
        }
        let entry = Calendar { year, month: month.unwrap_or(0) as u8, day: day.unwrap_or(0) as u8 };
        if entry.exists() { Ok(entry) } else { Err(DateError::NoSuchDay) }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.split_once('/') {
            None => Ok(Date::On(text.parse()?)),
            Some(("" | "..", "" | "..")) => Err(DateError::Form),
            Some(("..", to)) => Ok(Date::By(to.parse()?)),
            Some((from, "..")) => Ok(Date::From(from.parse()?)),
            Some(("", to)) => Ok(Date::UnknownStart(to.parse()?)),
            Some((from, "")) => Ok(Date::UnknownEnd(from.parse()?)),
            Some((from, to)) => {
                let date = Date::Between(from.parse()?, to.parse()?);
                if date.is_valid() { Ok(date) } else { Err(DateError::Backwards) }
            }
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Display for Date {
    /// Writes EDTF, the form that is parsed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::On(entry) => write!(f, "{entry}"),
            Date::Between(from, to) => write!(f, "{from}/{to}"),
            Date::By(to) => write!(f, "../{to}"),
            Date::From(from) => write!(f, "{from}/.."),
            Date::UnknownStart(to) => write!(f, "/{to}"),
            Date::UnknownEnd(from) => write!(f, "{from}/"),
        }
    }
}

#[cfg(test)]
mod tests;
