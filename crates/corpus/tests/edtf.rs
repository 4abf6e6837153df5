//! Comparison with another parser of EDTF, `edtf-core`: a text that both accept means the same to both, and a text that
//! only one accepts is refused for one of the reasons listed here.
//!
//! Forms of EDTF that a corpus does not allow, each refused with [`DateError`]:
//!
//! | EDTF | reason |
//! |---|---|
//! | `2021?`, `2021~`, `2021%` (uncertain, approximate) | the page cannot show it; doubts belong into the `note` |
//! | `202X`, `2021-XX` (unspecified digits) | `2021` or an interval means the same and can be sorted |
//! | `2021-21` to `2021-41` (seasons, quarters) | a season has no days of its own: north and south differ |
//! | `Y20210`, `-0001`, `2021S2` (other years) | news documents are from years with four digits |
//! | `2021-12-16T10:00:00Z` (time of day) | the smallest unit of a page is the day |
//! | `..2021-12`, `2021..`, `{2021,2022}`, `[2021,2022]` (sets, ends on or before) | level 2 |
//!
//! The two agree in everything else: both refuse `/`, `../..`, `../` and `/..`, because no end has a date.

use corpus::Date;
use corpus::date::{Calendar, DateError};
use edtf_core::{Edtf, IntervalEndpoint, Precision, YearKind};
use proptest::prelude::*;

/// An end of an interval, as `edtf-core` distinguishes them.
#[derive(Debug, PartialEq)]
enum End {
    At(Calendar),
    Open,
    Unknown,
}

/// The ends of a date; a date that is not an interval has one.
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

/// A date of `edtf-core` as a calendar entry; `None` if an entry cannot express it.
fn entry(date: &edtf_core::Date) -> Option<Calendar> {
    let plain = !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    let year = u16::try_from(date.year.value()?).ok()?;
    let digits = matches!(date.year.kind, YearKind::Standard { negative: false, .. });
    let four_digits = digits && date.year.significant_digits.is_none();
    let calendar = matches!(date.precision(), Precision::Year | Precision::Month | Precision::Day);
    let part = |field: Option<edtf_core::DateField>| field.map_or(Some(0), edtf_core::DateField::value);
    (plain && four_digits && calendar).then_some(Calendar { year, month: part(date.month)?, day: part(date.day)? })
}

/// The ends according to `edtf-core`; `None` for a date that a corpus does not allow.
fn other_ends(edtf: &Edtf) -> Option<Vec<End>> {
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
            prop_assert_eq!(Some(ends(own)), other_ends(&theirs), "{}", text);
            prop_assert_eq!(own.to_string(), theirs.to_string());
            prop_assert!(theirs.level() <= 1, "{}", text);
        }
        (Ok(own), Err(error)) => prop_assert!(false, "{text} is {own:?} here, and there {error}"),
        (Err(error), Ok(theirs)) => {
            prop_assert!(other_ends(&theirs).is_none(), "{} is {:?} there, and here: {}", text, theirs, error);
        }
        (Err(_), Err(_)) => {}
    }
    Ok(())
}

#[test]
fn both_parsers_agree_on_open_and_unknown_ends() {
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
fn other_forms_of_edtf_are_refused() {
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
fn both_parsers_refuse_an_interval_that_ends_before_it_begins() {
    for text in ["2021-12-16/2021-12-11", "2022/2021", "2021-12/2021-11-30"] {
        assert_eq!(text.parse::<Date>(), Err(DateError::Backwards), "{text}");
        assert!(Edtf::parse(text).is_err(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn both_parsers_agree_on_dates(text in "(20[0-9]{2}|[0-9]{4})(-[0-4][0-9](-[0-3][0-9])?)?") {
        compare(&text)?;
    }

    #[test]
    fn both_parsers_agree_on_intervals(
        text in "(|\\.\\.|202[0-2](-(0[0-9]|1[0-3])(-[0-3][0-9])?)?)/(|\\.\\.|202[0-2](-(0[0-9]|1[0-3])(-[0-3][0-9])?)?)"
    ) {
        compare(&text)?;
    }

    #[test]
    fn both_parsers_agree_on_texts_similar_to_dates(text in "[0-9X?~%./TYES:Z+\\-]{0,16}|\\PC{0,8}") {
        compare(&text)?;
    }
}
