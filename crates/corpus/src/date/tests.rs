//! Dates: what is read and refused, the days of each, and their order.

use super::*;

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn dates_round_trip() {
    for text in [
        "2021",
        "2021-12",
        "2021-12-16",
        "2021-12-11/2021-12-16",
        "2021-10/2021-12",
        "../2021-12-18",
        "1999/..",
        "/2021-12-18",
        "1999-12/",
    ] {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn open_and_unknown_ends_are_distinct() {
    let day: Calendar = "2021-12-18".parse().expect("a day");
    let read = ["../2021-12-18", "2021-12-18/..", "/2021-12-18", "2021-12-18/"].map(date);
    assert_eq!(read, [Date::By(day), Date::From(day), Date::UnknownStart(day), Date::UnknownEnd(day)]);
    // Without a first and a last day a date is neither on the axis of time nor in a month.
    assert!(read.iter().all(|date| date.days().is_none() && date.months().is_empty() && date.is_valid()));
    assert!(read.iter().all(|open| !open.overlaps(date("2021-12"))));
    assert!(read.iter().all(|open| open.sort_key() > date("2021-12-18").sort_key()));
}

#[test]
fn a_date_is_open_as_one_of_the_same_end_that_has_its_known_day() {
    let is_open_as = |own: &str, other: &str| date(own).is_open_as(date(other));
    for (own, other) in [("../2021-12-18", "../2021"), ("2021-12-18/..", "2021-12/.."), ("/2021-12", "/2021-12-31")] {
        assert!(is_open_as(own, other) && is_open_as(own, own), "{own} {other}");
    }
    for other in ["../2021-11", "/2021-12", "2021-12/..", "2021-12/", "2021-12", "2021/2022"] {
        assert!(!is_open_as("../2021-12-18", other) && !is_open_as("2021-12-18", other), "{other}");
    }
    let days = ["../2021-12", "/2021-12", "2021-12/..", "2021-12/", "2021-12"].map(|text| date(text).known_day());
    let [first, last] = [date("2021-12-01"), date("2021-12-31")].map(|day| day.days().map(|(day, _)| day));
    assert_eq!(days, [last, last, first, first, None]);
}

#[test]
fn invalid_dates_are_refused_with_the_reason() {
    for text in [
        "",
        "21",
        "2021-1",
        "2021-12-1",
        "/",
        "../..",
        "/..",
        "../",
        "2021-1/",
        "/2021-1",
        "2021-12-11-1",
        "+021",
        "2021-12-16T10:00",
        "٢٠٢١",
    ] {
        assert_eq!(text.parse::<Date>(), Err(DateError::Form), "{text:?}");
    }
    for text in ["2021-13", "2021-00", "2021-02-29", "2021-04-31", "2021-04-00"] {
        assert_eq!(text.parse::<Date>(), Err(DateError::NoSuchDay), "{text:?}");
    }
    assert_eq!("2021-12-16/2021-12-11".parse::<Date>(), Err(DateError::Backwards));
}

#[test]
fn an_entry_includes_all_of_its_days() {
    let days = |text| date(text).days().map(|(from, to)| to - from + 1);
    assert_eq!(days("2020"), Some(366));
    assert_eq!(days("2020-02"), Some(29));
    assert_eq!(days("2021-12-16"), Some(1));
    assert_eq!(days("2021-12-11/2021-12-16"), Some(6));
    assert_eq!(days("../2021-12-18"), None);
}

#[test]
fn overlap_includes_both_ends_and_requires_known_days() {
    assert!(date("2021-12").overlaps(date("2021-12-11/2021-12-16")));
    assert!(date("2021-12-16").overlaps(date("2021-12-11/2021-12-16")));
    assert!(!date("2021-12-17").overlaps(date("2021-12-11/2021-12-16")));
    assert!(!date("../2021-12-18").overlaps(date("2021-12")));
}

#[test]
fn a_date_is_before_another_only_where_that_is_known() {
    for (first, second) in [("2021-12-17", "2021-12-18"), ("2021", "2022-01"), ("../2021-12-17", "2021-12-18/..")] {
        assert!(date(first).is_before(date(second)), "{first} {second}");
        assert!(!date(second).is_before(date(first)), "{second} {first}");
    }
    for (one, other) in [("2021-12", "2021-12-18"), ("2021-12-18", "../2021-12-19"), ("2021/", "2022")] {
        assert!(!date(one).is_before(date(other)) && !date(other).is_before(date(one)), "{one} {other}");
    }
}

#[test]
fn months_continue_into_the_next_year() {
    let months = |text| date(text).months().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(months("2021-11-30/2022-01-01"), ["2021-11", "2021-12", "2022-01"]);
    assert_eq!(months("2021"), Vec::<String>::new());
    assert_eq!(months("../2021-12"), Vec::<String>::new());
}

#[test]
fn day_numbers_round_trip() {
    let entry: Calendar = "2021-12-14".parse().expect("a day");
    assert_eq!(Calendar::from_day(entry.first_day()), Some(entry));
}
