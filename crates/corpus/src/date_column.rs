//! Columns of dates: a byte each for its kind, then numbers for those that have any.
//!
//! | kind | date | numbers |
//! |---|---|---|
//! | 0 | none | |
//! | 1 to 15 | 1 + 3 * form + precision | of its entry |
//! | 16 to 24 | an interval, 16 + 3 * precision of its start + precision of its end | of its start, of its end |
//!
//! The forms are, from 0 on: an entry, an interval with an open start, with an open end, with an unknown start, with an
//! unknown end. The precisions are year (0), month (1) and day (2). The number of an entry is the signed difference
//! from a day of reference in years, months or days. Dates of one document are near each other, so that it is mostly a
//! byte.

use crate::date::{Calendar, Date, DayNumber};
use crate::reader::{Column, Reader, signed};

/// The day of reference where nothing else is known: 1 January 2000.
pub(crate) const FIRST_REFERENCE: DayNumber = 2_451_545;

/// A column of dates.
pub(crate) struct Dates<'a> {
    kinds: std::slice::Iter<'a, u8>,
    numbers: Column<'a>,
    /// The day from which the next date is counted: the first day of the last one, unless it is set.
    pub reference: DayNumber,
}

impl<'a> Dates<'a> {
    /// Reads a column of so many dates.
    pub fn read(reader: &mut Reader<'a>, length: usize) -> Option<Self> {
        let kinds = reader.bytes(length)?;
        let number = |&kind: &u8| match kind {
            0 => 0,
            1..=15 => 1,
            _ => 2,
        };
        let numbers = reader.column(kinds.iter().map(number).sum())?;
        Some(Dates { kinds: kinds.iter(), numbers, reference: FIRST_REFERENCE })
    }

    /// The next date, which may be none; the outer `None` is damage, or the end of the column.
    #[expect(clippy::option_option, reason = "no date is not the same as no valid date")]
    pub fn next(&mut self) -> Option<Option<Date>> {
        let kind = *self.kinds.next()?;
        let date = match kind {
            0 => return Some(None),
            1..=15 => {
                let entry = self.entry((kind - 1) % 3)?;
                [Date::On, Date::By, Date::From, Date::UnknownStart, Date::UnknownEnd][usize::from((kind - 1) / 3)](
                    entry,
                )
            }
            16..=24 => Date::Between(self.entry((kind - 16) / 3)?, self.entry((kind - 16) % 3)?),
            _ => return None,
        };
        self.reference = first_entry(date).first_day();
        date.is_valid().then_some(Some(date))
    }

    fn entry(&mut self, precision: u8) -> Option<Calendar> {
        let difference = signed(self.numbers.next());
        if precision == 2 {
            return Calendar::from_day(self.reference.checked_add(difference)?);
        }
        let reference = Calendar::from_day(self.reference)?;
        let year = |year: i32| u16::try_from(year).ok();
        if precision == 0 {
            return Some(Calendar {
                year: year(i32::from(reference.year).checked_add(difference)?)?,
                month: 0,
                day: 0,
            });
        }
        let months = months(reference).checked_add(difference)?;
        Some(Calendar { year: year(months.div_euclid(12))?, month: months.rem_euclid(12) as u8 + 1, day: 0 })
    }
}

/// The entry of a date, or the first of two.
pub(crate) fn first_entry(date: Date) -> Calendar {
    match date {
        Date::On(entry)
        | Date::By(entry)
        | Date::From(entry)
        | Date::UnknownStart(entry)
        | Date::UnknownEnd(entry)
        | Date::Between(entry, _) => entry,
    }
}

/// The months from the year 0 to that of an entry.
fn months(entry: Calendar) -> i32 {
    i32::from(entry.year) * 12 + i32::from(entry.month) - 1
}

/// The writer of such a column.
#[cfg(feature = "write")]
pub(crate) struct DateWriter {
    kinds: Vec<u8>,
    numbers: Vec<u32>,
    pub reference: DayNumber,
}

#[cfg(feature = "write")]
impl DateWriter {
    pub fn new() -> Self {
        DateWriter { kinds: Vec::new(), numbers: Vec::new(), reference: FIRST_REFERENCE }
    }

    /// Appends a date that is valid.
    pub fn push(&mut self, date: Option<Date>) {
        let Some(date) = date else { return self.kinds.push(0) };
        let (form, entry) = match date {
            Date::On(entry) => (0, entry),
            Date::By(entry) => (1, entry),
            Date::From(entry) => (2, entry),
            Date::UnknownStart(entry) => (3, entry),
            Date::UnknownEnd(entry) => (4, entry),
            Date::Between(start, end) => {
                self.kinds.push(16 + 3 * precision(start) + precision(end));
                self.entry(start);
                self.entry(end);
                self.reference = start.first_day();
                return;
            }
        };
        self.kinds.push(1 + 3 * form + precision(entry));
        self.entry(entry);
        self.reference = entry.first_day();
    }

    fn entry(&mut self, entry: Calendar) {
        let reference = Calendar::from_day(self.reference).expect("the day of a valid date");
        let difference = match precision(entry) {
            0 => i32::from(entry.year) - i32::from(reference.year),
            1 => months(entry) - months(reference),
            _ => entry.first_day() - self.reference,
        };
        self.numbers.push(crate::writer::unsigned(difference));
    }

    pub fn finish(self, writer: &mut crate::writer::Writer) {
        writer.bytes.extend(self.kinds);
        writer.column(self.numbers);
    }
}

#[cfg(feature = "write")]
fn precision(entry: Calendar) -> u8 {
    u8::from(entry.month > 0) + u8::from(entry.day > 0)
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::writer::Writer;

    fn entry() -> impl Strategy<Value = Calendar> {
        (0..=9999u16, 0..=12u8, 0..=31u8)
            .prop_map(|(year, month, day)| Calendar { year, month, day: if month == 0 { 0 } else { day } })
            .prop_filter("the calendar has it", |entry| entry.exists())
    }

    fn date() -> impl Strategy<Value = Option<Date>> {
        let date = (0..6, entry(), entry()).prop_map(|(form, entry, other)| match form {
            0 => Date::On(entry),
            1 => Date::By(entry),
            2 => Date::From(entry),
            3 => Date::UnknownStart(entry),
            4 => Date::UnknownEnd(entry),
            _ if entry.first_day() <= other.first_day() => Date::Between(entry, other),
            _ => Date::Between(other, entry),
        });
        proptest::option::of(date)
    }

    proptest! {
        #[test]
        fn dates_round_trip(dates in vec((date(), proptest::option::of(0..4_000_000)), 0..20)) {
            let mut writer = DateWriter::new();
            for &(date, reference) in &dates {
                writer.reference = reference.unwrap_or(writer.reference).max(1_721_060);
                writer.push(date);
            }
            let mut bytes = Writer::default();
            writer.finish(&mut bytes);
            let mut reader = Reader::new(&bytes.bytes);
            let mut column = Dates::read(&mut reader, dates.len()).expect("a column");
            for &(date, reference) in &dates {
                column.reference = reference.unwrap_or(column.reference).max(1_721_060);
                prop_assert_eq!(column.next(), Some(date));
            }
            prop_assert!(reader.is_at_end());
        }

        #[test]
        fn any_bytes_are_valid_dates_or_none(bytes in vec(any::<u8>(), 0..40), length in 0..20usize) {
            if let Some(mut dates) = Dates::read(&mut Reader::new(&bytes), length) {
                while let Some(date) = dates.next() {
                    prop_assert!(date.is_none_or(Date::is_valid));
                }
            }
        }
    }
}
