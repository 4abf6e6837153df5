//! Dates, numbers and lists in English.

use corpus::Date;
use corpus::date::Calendar;

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

/// The name of a month; empty where only the year is known.
pub fn month(entry: Calendar) -> &'static str {
    usize::from(entry.month).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// The name of a month by its first three letters, "Sep"; empty where only the year is known.
pub fn abbreviated_month(entry: Calendar) -> &'static str {
    month(entry).get(..3).unwrap_or_default()
}

/// A date in words as [`date`] gives them, with the names of months abbreviated: "11–16 Dec 2021".
pub fn abbreviated_date(when: Date) -> String {
    let written_out = date(when);
    let abbreviated = |word: &str| MONTHS.iter().find(|&&month| month == word).and_then(|month| month.get(..3));
    let mut text = String::new();
    for part in written_out.split(' ') {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(abbreviated(part).unwrap_or(part));
    }
    text
}

fn calendar(entry: Calendar) -> String {
    match (entry.month, entry.day) {
        (0, _) => entry.year.to_string(),
        (_, 0) => format!("{} {}", month(entry), entry.year),
        (_, day) => format!("{day} {} {}", month(entry), entry.year),
    }
}

/// A date in words: "11–16 December 2021", "by 18 December 2021" where the beginning is open, "until 18 December 2021,
/// beginning unknown" where there is one that nobody knows.
pub fn date(date: Date) -> String {
    match date {
        Date::On(entry) => calendar(entry),
        Date::By(entry) => format!("by {}", calendar(entry)),
        Date::From(entry) => format!("from {} on", calendar(entry)),
        Date::UnknownStart(entry) => format!("until {}, beginning unknown", calendar(entry)),
        Date::UnknownEnd(entry) => format!("since {}, end unknown", calendar(entry)),
        Date::Between(from, to) if from.day > 0 && to.day > 0 && from.month() == to.month() => {
            format!("{}–{}", from.day, calendar(to))
        }
        Date::Between(from, to) if from.year == to.year && from.month > 0 && to.month > 0 => {
            let day = if from.day > 0 { format!("{} ", from.day) } else { String::new() };
            format!("{day}{} – {}", month(from), calendar(to))
        }
        Date::Between(from, to) => format!("{} – {}", calendar(from), calendar(to)),
    }
}

/// A date without its year, for where the year is known from around it.
pub fn short_date(when: Date) -> String {
    let full = date(when);
    let two_years = matches!(when, Date::Between(from, to) if from.year != to.year);
    match full.rsplit_once(' ').filter(|_| !two_years) {
        Some((rest, year)) if year.len() == 4 && rest.bytes().any(|byte| byte.is_ascii_alphabetic()) => rest.to_owned(),
        _ => full,
    }
}

/// A number with a noun: "1 statement", "2 statements".
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(number))
}

/// A number up to twelve as a word, a larger one in digits.
pub fn spelled(number: usize) -> String {
    const SMALL: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    SMALL.get(number).map_or_else(|| grouped(number), |&word| word.to_owned())
}

/// A number with narrow spaces between groups of three digits.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// "A", "A and B", "A, B and C".
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    listed(&items.iter().map(AsRef::as_ref).collect::<Vec<_>>())
}

#[inline(never)]
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, rest @ .., last] => {
            let mut text = (*first).to_owned();
            for item in rest {
                text += ", ";
                text += item;
            }
            text + " and " + last
        }
    }
}

/// A text with its first letter in upper case, if that is an ASCII letter: the texts of the interface begin with no
/// other.
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        date(text.parse().expect("a date"))
    }

    #[test]
    fn dates_are_written_out_and_share_what_they_can() {
        assert_eq!(said("2021"), "2021");
        assert_eq!(said("2021-10"), "October 2021");
        assert_eq!(said("2021-12-14"), "14 December 2021");
        assert_eq!(said("2021-12-11/2021-12-16"), "11–16 December 2021");
        assert_eq!(said("2021-11-30/2021-12-02"), "30 November – 2 December 2021");
        assert_eq!(said("2021-10/2021-12"), "October – December 2021");
        assert_eq!(said("2021-12-30/2022-01-02"), "30 December 2021 – 2 January 2022");
        assert_eq!(said("../2021-12-18"), "by 18 December 2021");
        assert_eq!(said("2021-12-18/.."), "from 18 December 2021 on");
    }

    #[test]
    fn an_unknown_end_of_a_time_is_called_unknown_and_an_open_one_is_not() {
        assert_eq!(said("/2021-12-18"), "until 18 December 2021, beginning unknown");
        assert_eq!(said("2021-12-18/"), "since 18 December 2021, end unknown");
        assert_eq!(said("/2021-10"), "until October 2021, beginning unknown");
        assert_eq!(said("../2021-10"), "by October 2021");
        assert_eq!(short_date("/2021-12-18".parse().expect("a date")), "until 18 December 2021, beginning unknown");
    }

    #[test]
    fn an_abbreviated_date_keeps_its_year() {
        let short = |text: &str| abbreviated_date(text.parse().expect("a date"));
        assert_eq!(short("2021-12-11/2021-12-16"), "11–16 Dec 2021");
        assert_eq!(short("2021-09-30/2022-01-02"), "30 Sep 2021 – 2 Jan 2022");
        assert_eq!([short("2021-05"), short("2021")], ["May 2021", "2021"]);
        assert_eq!(short("/2021-08-18"), "until 18 Aug 2021, beginning unknown");
    }

    #[test]
    fn a_short_date_leaves_the_year_out() {
        let short = |text: &str| short_date(text.parse().expect("a date"));
        assert_eq!(short("2021-12-11/2021-12-16"), "11–16 December");
        assert_eq!(short("2021-10"), "October");
        assert_eq!(short("2021"), "2021");
        assert_eq!(short("../2021-12-18"), "by 18 December");
        assert_eq!(short("2021-10/2021-12"), "October – December");
    }

    #[test]
    fn a_short_date_of_two_years_keeps_both() {
        let short = |text: &str| short_date(text.parse().expect("a date"));
        assert_eq!(short("2021-12-30/2022-01-02"), "30 December 2021 – 2 January 2022");
        assert_eq!(short("2020/2021"), "2020 – 2021");
        assert_eq!(short("2021-12-18/.."), "from 18 December 2021 on");
    }

    #[test]
    fn dates_of_mixed_precision_say_as_much_as_they_know() {
        assert_eq!(said("2021-12-11/2021-12"), "11 December – December 2021");
        assert_eq!(said("2021/2021-12"), "2021 – December 2021");
        assert_eq!(said("2021-10/2021-12-18"), "October – 18 December 2021");
        assert_eq!(said("2021-10-05/2022"), "5 October 2021 – 2022");
        assert_eq!(said("../2021"), "by 2021");
        assert_eq!(said("0999-01"), "January 999");
    }

    #[test]
    fn small_numbers_are_words_and_large_ones_digits() {
        assert_eq!([0, 1, 12].map(spelled), ["no", "one", "twelve"]);
        assert_eq!([13, 1000].map(spelled), ["13", "1\u{202f}000"]);
        assert_eq!(count(1000, "day"), "1\u{202f}000 days");
        assert_eq!(grouped(0), "0");
    }

    #[test]
    fn the_first_letter_is_raised_where_it_is_one_of_ours() {
        assert_eq!(["by", "", "2021", "“by", "émile"].map(capitalised), ["By", "", "2021", "“by", "émile"]);
        assert_eq!(list(&["A", "B"]), "A and B");
    }

    #[test]
    fn counts_and_lists_read_as_english() {
        assert_eq!(count(1, "statement"), "1 statement");
        assert_eq!(count(0, "statement"), "0 statements");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(grouped(100), "100");
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list::<&str>(&[]), "");
    }
}
