//! Days of the five years in which everything happens, and dates in EDTF.

use crate::random::Random;

/// The first year.
const FIRST_YEAR: u32 = 2020;

/// The days from 1 January 2020 to 31 January 2025: 61 months.
pub(crate) const DAYS: u32 = 1858;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: u32,
    /// From 0.
    month: usize,
    of_month: u32,
}

impl Day {
    /// The day by its number; 0 is 1 January 2020.
    pub fn new(number: u32) -> Self {
        let (mut year, mut month, mut day) = (FIRST_YEAR, 0, number);
        while day >= length(year, month) {
            day -= length(year, month);
            month += 1;
            if month == 12 {
                (year, month) = (year + 1, 0);
            }
        }
        Self { year, month, of_month: day + 1 }
    }

    /// As ISO 8601 has it: `2021-03-09`.
    pub fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month + 1, self.of_month)
    }

    /// As English texts have it: `9 March 2021`.
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.of_month, MONTHS[self.month], self.year)
    }
}

fn length(year: u32, month: usize) -> u32 {
    match month {
        1 => 28 + u32::from(year.is_multiple_of(4)),
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// When a statement was made that was published on the day of this number; `None` for an undated one.
pub(crate) fn when(published: u32, random: &mut Random) -> Option<String> {
    let before = |random: &mut Random, days: u64| published.saturating_sub(random.below(days) as u32);
    let (number, kind) = (before(random, 20), random.below(100));
    let day = Day::new(number);
    Some(match kind {
        0..62 => day.iso(),
        62..74 => day.iso()[..7].to_owned(),
        74..86 => {
            let end = (number + random.between(1, 9) as u32).min(DAYS - 1);
            format!("{}/{}", day.iso(), Day::new(end).iso())
        }
        86..89 => day.year.to_string(),
        89..92 => format!("../{}", day.iso()),
        92..93 => format!("{}/", day.iso()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (number, iso) in [(0, "2020-01-01"), (59, "2020-02-29"), (366, "2021-01-01"), (DAYS - 1, "2025-01-31")] {
            assert_eq!(Day::new(number).iso(), iso);
        }
        assert_eq!(Day::new(433).in_words(), "9 March 2021");
    }
}
