//! Dates of the corpus (EDTF, see `corpus::date`) in the forms that citations and bibliographies use.

use corpus::Date;
use corpus::date::Calendar;
use query::words::month;

/// A date of a day, month or year in the style of the Chicago Manual of Style: "December 18, 2021".
pub fn chicago_day(entry: Calendar) -> String {
    match (entry.month, entry.day) {
        (0, _) => entry.year.to_string(),
        (_, 0) => format!("{} {}", month(entry), entry.year),
        (_, day) => format!("{} {day}, {}", month(entry), entry.year),
    }
}

/// A date in the style of the Chicago Manual of Style: "December 11–16, 2021". Intervals with an open or an unknown end
/// are written out in words.
pub fn chicago(date: Date) -> String {
    match date {
        Date::On(entry) => chicago_day(entry),
        Date::By(entry) => format!("by {}", chicago_day(entry)),
        Date::From(entry) => format!("from {}", chicago_day(entry)),
        Date::UnknownStart(entry) => format!("until {}, beginning unknown", chicago_day(entry)),
        Date::UnknownEnd(entry) => format!("since {}, end unknown", chicago_day(entry)),
        Date::Between(from, to) if from.day > 0 && to.day > 0 && from.month() == to.month() => {
            format!("{} {}–{}, {}", month(from), from.day, to.day, to.year)
        }
        Date::Between(from, to) if from.year == to.year && from.month > 0 && to.month > 0 => {
            let day = if from.day > 0 { format!(" {}", from.day) } else { String::new() };
            format!("{}{day}–{}", month(from), chicago_day(to))
        }
        Date::Between(from, to) => format!("{}–{}", chicago_day(from), chicago_day(to)),
    }
}

/// The start of a date, where it is known.
pub fn start(date: Date) -> Option<Calendar> {
    match date {
        Date::On(entry) | Date::Between(entry, _) | Date::From(entry) | Date::UnknownEnd(entry) => Some(entry),
        Date::By(_) | Date::UnknownStart(_) => None,
    }
}

/// The one year of a date for fields that hold no interval: the year of its known end, or of its start where both are
/// known.
pub fn year(date: Date) -> u16 {
    match date {
        Date::On(entry)
        | Date::Between(entry, _)
        | Date::From(entry)
        | Date::By(entry)
        | Date::UnknownStart(entry)
        | Date::UnknownEnd(entry) => entry.year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chicago_puts_the_month_first() {
        for (date, words) in [
            ("2021", "2021"),
            ("2021-10", "October 2021"),
            ("2021-12-18", "December 18, 2021"),
            ("2021-12-11/2021-12-16", "December 11–16, 2021"),
            ("2021-11-30/2021-12-02", "November 30–December 2, 2021"),
            ("2021-10/2021-12", "October–December 2021"),
            ("2021-12-30/2022-01-02", "December 30, 2021–January 2, 2022"),
            ("../2021-12-18", "by December 18, 2021"),
            ("2022-01/..", "from January 2022"),
            ("/2021-12-18", "until December 18, 2021, beginning unknown"),
            ("2022-01/", "since January 2022, end unknown"),
        ] {
            assert_eq!(chicago(date.parse().expect("a date")), words);
        }
    }
}
