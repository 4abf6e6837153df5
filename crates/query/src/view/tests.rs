//! What is chosen, and what a place is.

use super::*;
use crate::testing::{actor, small, statement, view};

#[test]
fn a_value_is_wanted_or_unwanted_and_never_both() {
    let mut choice = Choice::of(1);
    choice.set(2, Chosen::Unwanted);
    choice.set(1, Chosen::Unwanted);
    assert_eq!((choice.wanted(), choice.unwanted()), (&[][..], &[2, 1][..]));
    choice.set(2, Chosen::Wanted);
    choice.set(2, Chosen::Wanted);
    assert_eq!((choice.wanted(), choice.unwanted()), (&[2][..], &[1][..]));
    assert_eq!([1, 2, 3].map(|value| choice.state(value)), [Chosen::Unwanted, Chosen::Wanted, Chosen::No]);
}

#[test]
fn a_second_click_takes_a_value_back_and_another_kind_of_click_changes_it() {
    let mut choice = Choice::default();
    choice.toggle('a', Chosen::Wanted);
    choice.toggle('a', Chosen::Unwanted);
    assert_eq!(choice.state('a'), Chosen::Unwanted);
    choice.toggle('a', Chosen::Unwanted);
    assert!(choice.is_empty());
}

#[test]
fn spaces_alone_are_no_filter_and_stay_as_typed() {
    let filter = crate::testing::selection(small(), "#/?q=+%09").filter;
    assert_eq!((filter.is_empty(), filter.text.as_str()), (true, " \t"));
    assert!(!Filter { text: " a".into(), ..Filter::default() }.is_empty());
    assert!(!crate::testing::selection(small(), "#/?q=+&role=relay").filter.is_empty());
}

#[test]
fn a_changed_filter_closes_the_open_statement_and_keeps_the_headings() {
    let before = crate::testing::selection(small(), "#/?by=actor&sort=text&statement=meeting");
    let after = before.with(|filter| filter.text = "bridge".into());
    assert_eq!((after.open, after.group, after.sort), (None, Group::Actor, Sort::Text));
    assert_eq!((after.filter.text.as_str(), before.filter.text.as_str()), ("bridge", ""));
}

#[test]
fn another_filter_is_the_same_place_and_another_actor_is_not() {
    let data = small();
    for (one, other, same) in [
        ("#/", "#/?topic=water&statement=meeting", true),
        ("#/", "#/actors", false),
        ("#/actor/aland", "#/actor/aland", true),
        ("#/actor/aland", "#/actor/beland", false),
        ("#/actor/aland", "#/actors", false),
        ("#/source/a-talks", "#/source/a-talks?statement=meeting", true),
        ("#/source/a-talks", "#/source/b-reply", false),
        ("#/compare", "#/compare?actors=aland,beland", true),
        ("#/compare", "#/about", false),
    ] {
        let (one, other) = (view(data, one), view(data, other));
        assert_eq!((one.same_page(&other), other.same_page(&one)), (same, same), "{one:?} {other:?}");
    }
}

#[test]
fn a_view_knows_its_open_statement_and_its_filters() {
    let data = small();
    let meeting = statement(data, "meeting");
    assert_eq!(view(data, "#/?statement=meeting"), View::statement(meeting));
    for (link, open) in [
        ("#/?topic=water&statement=meeting", Some(meeting)),
        ("#/source/a-talks?statement=meeting", Some(meeting)),
        ("#/source/a-talks", None),
        ("#/compare?statements=meeting", None),
        ("#/actor/aland", None),
    ] {
        assert_eq!(view(data, link).open(), open, "{link}");
    }
    assert_eq!(view(data, "#/source/a-talks?statement=meeting").selection(), Selection::default());
    let filter = Filter { actors: Choice::of(actor(data, "aland")), ..Filter::default() };
    assert_eq!(View::filtered(filter.clone()).selection().filter, filter);
    assert!(!filter.is_empty() && Filter::default().is_empty());
}
