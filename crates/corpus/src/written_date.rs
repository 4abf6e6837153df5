//! Dates as people and programs write them, to EDTF. In a corpus, they are no dates: what is read here is proposed.

use crate::date::Date;

/// English names of the months; RFC 5322 uses their first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The EDTF of a date: ISO 8601 with or without a time, that of PDF (`D:20240604`), RFC 5322 (`Tue, 04 Jun 2024`) or
/// English (`June 4, 2024`; `4 June 2024`). The day is that of the zone in which the date is written. `04/06/2024` is
/// not read: it has two meanings.
pub fn edtf(text: &str) -> Option<String> {
    let text = text.trim();
    let found = iso(text).or_else(|| compact(text)).or_else(|| in_words(text))?;
    let date: Date = found.parse().ok()?;
    Some(date.to_string())
}

/// The dates in EDTF that a text may mean. Of three numbers, the year is the one with four digits: `4.6.2024` and
/// `2024/6/4` mean one day, `04/06/2024` two, because the United States write the month first.
pub fn meanings(text: &str) -> Vec<String> {
    if let Some(date) = edtf(text) {
        return vec![date];
    }
    let parts: Vec<&str> = text.trim().split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let &[first, middle, last] = &parts[..] else { return Vec::new() };
    let orders = if first.len() == 4 {
        vec![[first, middle, last]]
    } else if text.contains('/') {
        vec![[last, middle, first], [last, first, middle]]
    } else {
        vec![[last, middle, first]]
    };
    let mut dates: Vec<String> = orders.into_iter().filter_map(day_of).collect();
    dates.dedup();
    dates
}

/// The day of a year, a month and a day in digits, if the calendar has it.
fn day_of([year, month, day]: [&str; 3]) -> Option<String> {
    let is_number = |part: &str, most: usize| part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    let are_numbers = year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2);
    let date: Date = are_numbers.then(|| format!("{year}-{month:0>2}-{day:0>2}"))?.parse().ok()?;
    Some(date.to_string())
}

/// `2024`, `2024-06`, `2024-06-04`, with anything after a `T` or a space.
fn iso(text: &str) -> Option<String> {
    let end = text.find(['T', ' ']).unwrap_or(text.len());
    let date = &text[..end];
    let is_date = date
        .split('-')
        .enumerate()
        .all(|(index, part)| part.len() == if index == 0 { 4 } else { 2 } && part.bytes().all(|b| b.is_ascii_digit()));
    (is_date && date.parse::<Date>().is_ok()).then(|| date.to_owned())
}

/// `20240604`, `D:20240604101500+02'00'` (ISO 32000-1, 7.9.4).
fn compact(text: &str) -> Option<String> {
    let is_pdf = text.starts_with("D:");
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits < 8 || !is_pdf && digits != 8 && digits != 14 {
        return None;
    }
    Some(format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]))
}

/// A day, the name of a month and a year, in either order of the first two.
fn in_words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).collect();
    let month_at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[month_at])?;
    let day = |index: usize| {
        let digits = words.get(index)?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
    };
    let year = |index: usize| words.get(index).filter(|word| word.len() == 4)?.parse::<u16>().ok();
    let before = month_at.checked_sub(1).and_then(day);
    if let (Some(day), Some(year)) = (before, year(month_at + 1)) {
        return Some(format!("{year:04}-{month:02}-{day:02}"));
    }
    if let (Some(day), Some(year)) = (day(month_at + 1), year(month_at + 2)) {
        return Some(format!("{year:04}-{month:02}-{day:02}"));
    }
    year(month_at + 1).map(|year| format!("{year:04}-{month:02}"))
}

/// The number of a month by its English name or the first three letters of it.
fn month(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    let is_month = |name: &&str| {
        **name == word || word.len() >= 3 && word == name[..3] || word == "sept" && name.starts_with(&word)
    };
    MONTHS.iter().position(is_month).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{edtf, meanings};

    #[test]
    fn dates_of_every_form_are_read() {
        for (text, expected) in [
            ("2024", "2024"),
            ("2024-06", "2024-06"),
            ("2024-06-04", "2024-06-04"),
            ("2024-06-04T23:30:00+02:00", "2024-06-04"),
            (" 2024-06-04 10:15 ", "2024-06-04"),
            ("20240604", "2024-06-04"),
            ("D:20240604101500+02'00'", "2024-06-04"),
            ("Tue, 04 Jun 2024 10:15:00 GMT", "2024-06-04"),
            ("June 4, 2024", "2024-06-04"),
            ("4th Sept. 2024", "2024-09-04"),
            ("May 2024", "2024-05"),
        ] {
            assert_eq!(edtf(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_is_not_read() {
        for text in ["", "04/06/2024", "2024-13-01", "2024-02-30", "yesterday", "12345", "20241301", "Mayor 4, 2024"] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }

    #[test]
    fn three_numbers_mean_one_day_or_two() {
        for (text, expected) in [
            ("4.6.2024", &["2024-06-04"][..]),
            ("04. 06. 2024", &["2024-06-04"]),
            ("04-06-2024", &["2024-06-04"]),
            ("2024/06/04", &["2024-06-04"]),
            ("2024-6-4", &["2024-06-04"]),
            ("04/06/2024", &["2024-06-04", "2024-04-06"]),
            ("06/06/2024", &["2024-06-06"]),
            ("31/12/2024", &["2024-12-31"]),
            ("12/31/2024", &["2024-12-31"]),
            ("June 4, 2024", &["2024-06-04"]),
            ("30.2.2024", &[]),
            ("4.6.24", &[]),
            ("1.2.3.2024", &[]),
            ("+4.6.2024", &[]),
            ("", &[]),
        ] {
            assert_eq!(meanings(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_none(text in ".*", numbers in "[0-9./ -]{0,12}") {
            for date in edtf(&text).into_iter().chain(meanings(&text)).chain(meanings(&numbers)) {
                prop_assert!(date.parse::<crate::Date>().is_ok());
            }
        }
    }
}
