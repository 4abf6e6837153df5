//! Dates read by another reader of EDTF, `edtf-core`: where both take a text it means the same to both, and where only one
//! takes it the reason is one of those listed here.
//!
//! What EDTF has and a corpus does not, each refused with [`DateError`]:
//!
//! | EDTF | why not here |
//! |---|---|
//! | `2021?`, `2021~`, `2021%` (uncertain, approximate) | no page could show it; the editor's `note` is for doubts |
//! | `202X`, `2021-XX` (unspecified digits) | `2021`, or an interval, says the same in a form that can be sorted |
//! | `2021-21` to `2021-41` (seasons, quarters) | a season has no days of its own: north and south differ |
//! | `Y20210`, `-0001`, `2021S2` (other years) | documents of the news are of years with four digits |
//! | `2021-12-16T10:00:00Z` (time of day) | the smallest unit of a page is the day |
//! | `..2021-12`, `2021..`, `{2021,2022}`, `[2021,2022]` (sets, ends on or before) | level 2 |
//!
//! In nothing else do the two differ: `/`, `../..`, `../` and `/..` are refused by both, because no end has a date.

use corpus::Date;
use corpus::date::{Calendar, DateError};
use edtf_core::{Edtf, IntervalEndpoint, Precision, YearKind};
use proptest::prelude::*;

/// An end of an interval, as the other reader has it.
#[derive(Debug, PartialEq)]
enum End {
    At(Calendar),
    Open,
    Unknown,
}

/// The ends that a date has; one that is no interval has one.
fn ends(date: Date) -> Vec<End> {
    match date {
        Date::On(entry) => vec![End::At(entry)],
        Date::Between(from, to) => vec![End::At(from), End::At(to)],
        Date::By(to) => vec![End::Open, End::At(to)],
        Date::From(from) => vec![End::At(from), End::Open],
        Date::UnknownStart(to) => vec![End::Unknown, End::At(to)],
        Date::UnknownEnd(from) => vec![End::At(from), End::Unknown],
    }
}

/// A date of the other reader's as an entry of the calendar; `None` where it says more than an entry can.
fn entry(date: &edtf_core::Date) -> Option<Calendar> {
    let plain = !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    let year = u16::try_from(date.year.value()?).ok()?;
    let digits = matches!(date.year.kind, YearKind::Standard { negative: false, .. });
    let four_digits = digits && date.year.significant_digits.is_none();
    let calendar = matches!(date.precision(), Precision::Year | Precision::Month | Precision::Day);
    let part = |field: Option<edtf_core::DateField>| field.map_or(Some(0), edtf_core::DateField::value);
    (plain && four_digits && calendar).then_some(Calendar { year, month: part(date.month)?, day: part(date.day)? })
}

/// The ends that the other reader finds; `None` where a corpus has no such date.
fn other(edtf: &Edtf) -> Option<Vec<End>> {
    let end = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date) => entry(date).map(End::At),
        IntervalEndpoint::Open => Some(End::Open),
        IntervalEndpoint::Unknown => Some(End::Unknown),
        IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => None,
    };
    match edtf {
        Edtf::Date(date) => Some(vec![End::At(entry(date)?)]),
        Edtf::Interval(interval) => Some(vec![end(&interval.start)?, end(&interval.end)?]),
        Edtf::DateTime(_) | Edtf::Set(_) => None,
    }
}

fn compare(text: &str) -> Result<(), TestCaseError> {
    match (text.parse::<Date>(), Edtf::parse(text)) {
        (Ok(own), Ok(theirs)) => {
            prop_assert_eq!(Some(ends(own)), other(&theirs), "{}", text);
            prop_assert_eq!(own.to_string(), theirs.to_string());
            prop_assert!(theirs.level() <= 1, "{}", text);
        }
        (Ok(own), Err(error)) => prop_assert!(false, "{text} is {own:?} here, and there {error}"),
        (Err(error), Ok(theirs)) => {
            prop_assert!(other(&theirs).is_none(), "{} is {:?} there, and here: {}", text, theirs, error);
        }
        (Err(_), Err(_)) => {}
    }
    Ok(())
}

#[test]
fn open_and_unknown_ends_are_what_they_are_to_another_reader() {
    for (text, end) in [
        ("../2021-12-18", [IntervalEndpoint::Open, IntervalEndpoint::Unknown]),
        ("/2021-12-18", [IntervalEndpoint::Unknown, IntervalEndpoint::Open]),
    ] {
        let Ok(Edtf::Interval(interval)) = Edtf::parse(text) else { panic!("{text} is an interval") };
        assert!(interval.start == end[0] && interval.start != end[1]);
        compare(text).expect("both read the same");
    }
}

#[test]
fn what_edtf_has_and_a_corpus_does_not_is_refused() {
    for text in [
        "2021?",
        "2021-12~",
        "2021-12-16%",
        "202X",
        "2021-XX",
        "2021-12-XX",
        "2021-21",
        "2021-33",
        "Y20210",
        "-0001",
        "2021S2",
        "2021-12-16T10:00:00Z",
        "..2021-12/2022",
        "2021/2022..",
        "{2021,2022}",
        "[2021..2022]",
        "2021?/..",
        "/202X",
        "2021-21/2021-24",
    ] {
        assert!(Edtf::parse(text).is_ok(), "{text} is EDTF");
        assert!(matches!(text.parse::<Date>(), Err(DateError::Form | DateError::NoSuchDay)), "{text}");
    }
}

#[test]
fn an_interval_that_ends_before_it_begins_is_refused_by_both() {
    for text in ["2021-12-16/2021-12-11", "2022/2021", "2021-12/2021-11-30"] {
        assert_eq!(text.parse::<Date>(), Err(DateError::Backwards), "{text}");
        assert!(Edtf::parse(text).is_err(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn both_readers_agree_on_dates(text in "(20[0-9]{2}|[0-9]{4})(-[0-4][0-9](-[0-3][0-9])?)?") {
        compare(&text)?;
    }

    #[test]
    fn both_readers_agree_on_intervals(
        text in "(|\\.\\.|202[0-2](-(0[0-9]|1[0-3])(-[0-3][0-9])?)?)/(|\\.\\.|202[0-2](-(0[0-9]|1[0-3])(-[0-3][0-9])?)?)"
    ) {
        compare(&text)?;
    }

    #[test]
    fn both_readers_agree_on_what_is_nearly_a_date(text in "[0-9X?~%./TYES:Z+\\-]{0,16}|\\PC{0,8}") {
        compare(&text)?;
    }
}
