//! The axis of time: its marks in their places, what they hold, and what a click does.

use proptest::prelude::*;

mod bars;
mod figure;
mod layout;

use layout::check_layout;

use super::room::MOST_DOTS;
use super::*;
use crate::names::Named;
use crate::testing::{
    both, example, filtered, passing, selection, selections, shipped, shown, small, statement, synthetic, with_times,
};
use crate::view::Filter;
use corpus::{Hue, Statement, StatementId};

fn of(data: Shared, link: &str) -> Axis {
    let selection = selection(data, link);
    axis(data, &selection, &filtered(data, &selection.filter)).expect("an axis")
}

fn marks(data: Shared, link: &str) -> Vec<Mark> {
    of(data, link).marks().cloned().collect()
}

fn mark(data: Shared, link: &str, key: &str) -> Mark {
    marks(data, link).into_iter().find(|mark| mark.key == key).unwrap_or_else(|| panic!("no mark {key}"))
}

fn off_axis(data: Shared, link: &str) -> OffAxis {
    of(data, link).off_axis.expect("some are off the axis")
}

/// A mark as a screen reader says it.
fn spoken(mark: &Mark) -> String {
    mark.title.clone()
}

#[test]
fn each_time_with_a_known_day_is_one_mark() {
    let mut keys: Vec<_> = marks(small(), "#/").into_iter().map(|mark| mark.key).collect();
    keys.sort();
    let expected = [
        "../2021-12-18",
        "2020",
        "2021-12",
        "2021-12-01/2021-12-31",
        "2021-12-14",
        "2021-12-16/2022-01-02",
        "2021-12-20",
        "2022-01/..",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn open_and_unknown_ends_are_at_their_known_day_and_in_no_month() {
    let data =
        with_times(&["2021-12-14", "2021-12-18", "../2021-12-18", "2021-12-18/..", "/2021-12-18", "2021-12-18/"]);
    let axis = of(data, "#/");
    let open = |before, after| Precision::Open(OpenEnds { before, after });
    let read: Vec<_> = axis.marks().map(|mark| (mark.key.as_str(), mark.label.as_str(), mark.precision)).collect();
    let expected = [
        ("2021-12-14", "14 December", Precision::Day),
        ("2021-12-18", "18 December", Precision::Day),
        ("../2021-12-18", "by 18 December", open(Some(OpenEnd::Open), None)),
        ("/2021-12-18", "until 18 December 2021", open(Some(OpenEnd::Unknown), None)),
        ("2021-12-18/..", "from 18 December 2021 on", open(None, Some(OpenEnd::Open))),
        ("2021-12-18/unknown", "since 18 December 2021", open(None, Some(OpenEnd::Unknown))),
    ];
    assert_eq!(read, expected);
    let off = off_axis(data, "#/");
    assert_eq!(off.count + &off.reason, "4 of 6 statements have only a first or a last day.");
    for mark in axis.marks() {
        assert!(mark.title.contains("2021") && mark.title.contains(": 1 statement, The article"), "{}", mark.title);
        assert_eq!(shown(data, mark.href.as_deref().expect("a link")).len(), mark.count, "{}", mark.key);
    }
    let unknown = mark(data, "#/", "/2021-12-18").title;
    assert!(unknown.starts_with("until 18 December 2021, beginning unknown: "), "{unknown}");
    let found = |link: &str| {
        let ids = filtered(data, &selection(data, link).filter).statements;
        data.statement_ids().filter(|&id| ids.contains(id)).map(|id| data.statement(id).slug).collect::<Vec<_>>()
    };
    assert_eq!(found("#/?date=2021-12"), ["s0", "s1"]);
    assert_eq!(found("#/?date=undated"), ["s2", "s3", "s4", "s5"]);
}

#[test]
fn fewer_than_two_times_are_no_axis() {
    assert_eq!(axis_of(with_times(&["2021-12-14", "2021-12-14"])), None);
    let all_off = axis_of(with_times(&["../2021-12-14", "../2021-12-14"])).expect("says why there is no axis");
    assert_eq!(all_off.entries, []);
    let off = all_off.off_axis.expect("all are");
    let said = "All 2 statements have only a first or a last day. So there is no time line.";
    assert_eq!((off.count + &off.reason, off.href), (said.to_owned(), None));
}

fn axis_of(data: Shared) -> Option<Axis> {
    axis(data, &Selection::default(), &filtered(data, &Filter::default()))
}

#[test]
fn one_time_and_open_ones_are_no_axis() {
    let data = small();
    let mut single = data.clone();
    let other = |(index, statement): (usize, Statement<'static>)| {
        let when = statement.when.filter(|when| index < 3 && when.to_string() == "2021-12-14");
        Statement { when, ..statement }
    };
    single.statements = data.statements.iter().enumerate().map(other).collect();
    let single: Shared = Box::leak(Box::new(single));
    let single = axis_of(single).expect("says why there is no axis");
    assert_eq!(
        (single.entries, single.off_axis.map(|off| off.href)),
        (Vec::new(), Some(Some("#/?date=undated".into())))
    );
}

#[test]
fn what_is_filtered_away_leaves_its_mark_without_a_dot() {
    let data = small();
    assert_eq!(mark(data, "#/?topic=water", "2021-12").dots.len(), 1);
    let empty = mark(data, "#/?topic=water", "2021-12-14");
    assert_eq!((empty.dots.len(), spoken(&empty).as_str()), (0, "14 Dec 2021: 0 statements"));
}

#[test]
fn a_mark_says_its_time_how_many_and_whose() {
    let data = small();
    let december = mark(data, "#/", "2021-12");
    assert_eq!(december.label, "Dec 2021", "the year is said, as there are several");
    assert_eq!(spoken(&december), "Dec 2021: 2 statements, Aland and Beland / Celand");
    let hues: Vec<_> = december.dots.iter().map(|dot| dot.hue).collect();
    assert_eq!(hues, [Some(Hue::Blue), None], "the first voice's colour");
    assert_eq!(spoken(&mark(data, "#/", "2021-12-20")), "20 Dec 2021: 1 statement, The Herald (18 December 2021)");
    let shipped = marks(shipped(), "#/");
    assert!(shipped.iter().all(|mark| !mark.label.contains("2021") && mark.title.contains("2021")), "of one year");
}

#[test]
fn a_day_of_very_many_statements_has_some_dots_and_a_number() {
    let data = with_times(&[&["2022-01-01"; 100][..], &["2022-02-01"]].concat());
    let mark = mark(data, "#/", "2022-01-01");
    assert_eq!((mark.dots.len(), mark.more, mark.count), (MOST_DOTS, 100 - MOST_DOTS, 100));
    assert_eq!(spoken(&mark), "1 January 2022: 100 statements, The article");
}

#[test]
fn what_is_heard_of_a_mark_begins_with_what_is_seen_of_it_and_says_its_year() {
    for data in both().into_iter().chain([example("aldport"), synthetic(800)]) {
        for mark in marks(data, "#/") {
            let year = layout::year_of(&mark);
            assert!(spoken(&mark).starts_with(&mark.label) && spoken(&mark).contains(&year), "{mark:?}");
        }
    }
}

#[test]
fn the_folded_axis_says_how_many_of_its_dates_have_statements_that_pass() {
    assert_eq!(of(small(), "#/").summary, "Time line: 8 of 8 dates");
    assert_eq!(of(small(), "#/?topic=water").summary, "Time line: 2 of 8 dates");
}

#[test]
fn a_click_chooses_the_time_and_another_takes_it_back() {
    let data = small();
    let before = mark(data, "#/?topic=water&by=topic&statement=meeting", "2021-12");
    assert!(!before.chosen);
    assert_eq!(before.href.as_deref(), Some("#/?topic=water&date=2021-12&by=topic"));
    let chosen = before.href.expect("a link");
    let after = mark(data, &chosen, "2021-12");
    assert!(after.chosen);
    assert_eq!(after.href.as_deref(), Some("#/?topic=water&by=topic"));
    let other = mark(data, &chosen, "2021-12-14").href;
    assert_eq!(other, None, "nothing on water then");
    let other = mark(data, "#/?date=2021-12&by=topic", "2021-12-14");
    assert_eq!(other.href.as_deref(), Some("#/?date=2021-12-14&by=topic"), "one at a time");
}

#[test]
fn a_long_gap_is_folded_and_named_in_its_place() {
    let axis = of(small(), "#/");
    // From the end of 2020 to the first of December 2021: 334 days that nothing was said or done on. And 2020 is known
    // as a year only.
    let titles: Vec<_> = axis.folds().map(|fold| fold.title.as_str()).collect();
    assert_eq!(titles, ["366 days without another date", "334 days without a date"]);
    let [Entry::Mark(year), Entry::Fold(within), Entry::Fold(gap), Entry::Mark(next), ..] = axis.entries.as_slice()
    else {
        panic!("{:?}", axis.entries);
    };
    assert!(year.from <= within.from && within.to <= year.to);
    assert!(year.to <= gap.from && gap.to <= next.from);
    // At both ends is room for what goes on beyond a known day.
    let ends = (year.from.0, axis.marks().map(|mark| mark.to.0).max().expect("marks"));
    assert_eq!(ends, (Room::LEAST.share(room::OPEN), AxisPosition::END.0 - Room::LEAST.share(room::OPEN)));
    let known = of(small(), "#/?date=2021-12");
    assert_eq!(known.marks().count(), axis.marks().count(), "all can be chosen instead");
}

#[test]
fn years_apart_are_folded_between_their_marks_and_said_on_them() {
    let data = with_times(&["2019-03-02", "2021-07-30", "2021-07-31", "2024-01-01"]);
    let axis = of(data, "#/");
    let read: Vec<_> = axis
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Mark(mark) => mark.label.clone(),
            Entry::Fold(fold) => fold.label.clone().expect("there is room"),
        })
        .collect();
    let expected = ["2 Mar 2019", "880 days", "30 Jul 2021", "31 Jul 2021", "883 days", "1 Jan 2024"];
    assert_eq!(read, expected);
}

#[test]
fn the_scale_is_true_to_time_where_it_is_not_folded() {
    let data = with_times(&["2022-01-01", "2022-01-11", "2022-01-31", "2022-02-20", "2022-03-02", "2022-03-12"]);
    let axis = of(data, "#/");
    assert_eq!(axis.folds().count(), 0);
    let from: Vec<_> = axis.marks().map(|mark| mark.from.0).collect();
    let days = [0, 10, 30, 50, 60, 70].map(|day| day * 10_000 / 71);
    assert_eq!(from, days);
}

#[test]
fn what_is_shown_and_has_no_place_is_counted_and_can_be_shown_alone() {
    let data = small();
    let all = off_axis(data, "#/");
    let said = "3 of 10 statements have no known day: 1 no date, 2 only a first or last one.";
    assert_eq!(all.count + &all.reason, said, "an open end is no day, a year is");
    let water = off_axis(data, "#/?topic=water&by=topic");
    assert_eq!(water.count + &water.reason, "1 of 3 statements has no date.");
    let alone = water.href.expect("others are shown as well");
    assert_eq!(alone, "#/?topic=water&date=undated&by=topic");
    assert_eq!(shown(data, &alone).len(), 1);
    assert_eq!(off_axis(data, &alone).href.as_deref(), Some("#/?topic=water&by=topic"), "and all again");
    assert_eq!(of(data, "#/?date=2021-12-14").off_axis, None);
    for data in both() {
        let axis = of(data, "#/");
        let dots: usize = axis.marks().map(|mark| mark.dots.len()).sum();
        let dated = data.statements.iter().filter(|statement| statement.when.is_some()).count();
        assert_eq!(dots, dated);
    }
}

#[test]
fn a_place_reads_as_a_length() {
    assert_eq!(
        [0, 1205, 1250, 9, 10_000].map(|position| AxisPosition(position).to_string()),
        ["0%", "12.05%", "12.5%", "0.09%", "100%"]
    );
}

#[test]
fn the_shipped_meeting_lies_within_the_visit() {
    let data = shipped();
    let when = |slug: &str| data.statement(statement(data, slug)).when.expect("a date").to_string();
    let [visit, meeting] =
        ["us-delegation-visit", "russian-ambassadors-meeting"].map(|slug| mark(data, "#/", &when(slug)));
    assert!(visit.from < meeting.from && meeting.to < visit.to);
    assert_ne!(visit.lane, meeting.lane);
}

fn check(data: Shared, selection: &Selection) -> Result<(), TestCaseError> {
    let shown = passing(data, &selection.filter);
    let Some(axis) = axis(data, selection, &filtered(data, &selection.filter)) else {
        return Err(TestCaseError::fail("both have many times"));
    };
    check_layout(&axis)?;
    let at_any_time = passing(data, &Filter { dates: Choice::default(), ..selection.filter.clone() });
    let is_of = |id: StatementId, mark: &Mark| {
        data.statement(id).when.is_some_and(|when| When::In(when).slug(data) == mark.key)
    };
    for mark in axis.marks() {
        let own: Vec<_> = shown.iter().filter(|&&id| is_of(id, mark)).collect();
        prop_assert_eq!(mark.dots.len(), own.len(), "{}", mark.key);
        // Such a link never leads to where nothing is, except back.
        let any = at_any_time.iter().any(|&id| is_of(id, mark));
        prop_assert_eq!(mark.href.is_some(), mark.chosen || any, "{}", mark.key);
        if let Some(href) = &mark.href {
            let next = crate::testing::selection(data, href).filter.dates;
            prop_assert_eq!(next.wanted().len(), usize::from(!mark.chosen));
        }
    }
    let undated = shown.iter().filter(|&&id| data.statement(id).when.and_then(Date::days).is_none()).count();
    prop_assert_eq!(axis.off_axis.is_some(), undated > 0);
    if let Some(off) = axis.off_axis {
        let is_all = undated == shown.len() && undated > 1;
        let count = if is_all { format!("All {undated} s") } else { format!("{undated} of {} s", shown.len()) };
        prop_assert!(off.count.starts_with(&count), "{}", off.count);
        prop_assert!(off.href.is_some() || undated == shown.len());
    }
    Ok(())
}

proptest! {
    #[test]
    fn marks_keep_their_places_and_hold_what_is_shown(made_up in selections(small()), real in selections(shipped())) {
        check(small(), &made_up)?;
        check(shipped(), &real)?;
    }
}

#[test]
fn a_span_grows_and_shrinks_at_the_end_that_moves() {
    let data = with_times(&["2022-01-01", "2022-01-03", "2022-01-05", "2022-01-07"]);
    let at = |link: &str| {
        let axis = of(data, link);
        move |from: usize, to: usize| {
            let link = span::link(data, &Selection::default(), &axis, (span::anchor_of_step(&axis, from), to));
            link.expect("a link").split_once("date=").map(|(_, date)| date.to_owned()).expect("a date")
        }
    };
    assert_eq!(at("#/")(1, 2), "2022-01-03/2022-01-05", "nothing is chosen: from where the focus was");
    assert_eq!(at("#/?date=2022-01-03/2022-01-05")(2, 3), "2022-01-03/2022-01-07");
    assert_eq!(at("#/?date=2022-01-03/2022-01-05")(2, 1), "2022-01-03", "back");
    assert_eq!(at("#/?date=2022-01-03/2022-01-05")(1, 0), "2022-01-01/2022-01-05");
    let longer = with_times(&["2022-01-01", "2022-01-02/2022-01-09", "2022-01-05", "2022-01-07"]);
    let axis = of(longer, "#/?date=2022-01-05/2022-01-07");
    assert_eq!(span::anchor_of_step(&axis, 2), 3, "what only shares days with the span is no end of it");
    let clicked = |link: &str, to: usize| span::anchor(&of(data, link), to);
    assert_eq!(clicked("#/", 2), 2);
    assert_eq!(clicked("#/?date=2022-01-03", 3), 1);
    assert_eq!(clicked("#/?date=2022-01-03/2022-01-05", 0), 2);
    let marks = marks(data, "#/?date=2022-01-03/2022-01-05");
    assert_eq!(marks.iter().map(|mark| mark.in_span != InSpan::None).collect::<Vec<_>>(), [false, true, true, false]);
}

#[test]
fn acts_are_told_apart_from_what_is_said() {
    let data = shipped();
    let marks = marks(data, "#/");
    let dots: Vec<_> = marks.iter().flat_map(|mark| &mark.dots).collect();
    assert!(dots.iter().any(|dot| dot.is_act) && dots.iter().any(|dot| !dot.is_act));
    assert_eq!(of(data, "#/").legend, "Squares: acts. Ticks: published.");
    assert!(marks.iter().any(|mark| mark.title.contains(" reported act")));
}

#[test]
fn a_drag_chooses_from_the_first_mark_that_it_is_on_to_the_last() {
    let data =
        with_times(&["2022-01-01", "2022-01-03", "2022-01-05", "../2022-01-06", "2022-01-07", "2022-01-02/2022-01-07"]);
    let axis = of(data, "#/");
    let position = |key: &str, part: u32| {
        let mark = axis.marks().find(|mark| mark.key == key).expect("a mark");
        AxisPosition(mark.from.0 + (mark.to.0 - mark.from.0) * part / 100)
    };
    let brushed = |ends: [AxisPosition; 2]| span::brushed(&axis, ends).map(|span| span.when.to_string());
    let [third, fifth] = ["2022-01-03", "2022-01-05"];
    let both = Some("2022-01-03/2022-01-05");
    assert_eq!(brushed([position(third, 80), position(fifth, 20)]).as_deref(), both, "not the longer one around them");
    assert_eq!(brushed([position(fifth, 80), position(third, 20)]).as_deref(), both, "backwards");
    let before = AxisPosition(position(third, 0).0 - 50);
    assert_eq!(brushed([before, position(fifth, 20)]).as_deref(), both, "a finger is not exact");
    assert_eq!(brushed([position(fifth, 40), position(fifth, 60)]).as_deref(), Some("2022-01-05"));
    let all = brushed([AxisPosition(0), AxisPosition::END]);
    assert_eq!(all.as_deref(), Some("2022-01-01/2022-01-07"), "a day by which something was is no end");
    let apart = with_times(&["2022-01-01", "2022-01-05", "2022-01-06"]);
    let apart = of(apart, "#/");
    let [first, next, _] = apart.marks().collect::<Vec<_>>()[..] else { panic!("{apart:?}") };
    let gap = [first.to.0 + 10, next.from.0 - 10].map(AxisPosition);
    assert_eq!(span::brushed(&apart, gap), None, "between two");
    let span = span::brushed(&apart, [gap[0], AxisPosition::END]).expect("two marks");
    assert_eq!((span.from, span.to), (next.from, AxisPosition::END));
    let link = span::link_to(data, &Selection::default(), span.when);
    assert_eq!(link, "#/?date=2022-01-05/2022-01-06");
}
