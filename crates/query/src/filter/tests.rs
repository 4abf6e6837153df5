//! What a filter lets through, held against a reading of each statement.

use proptest::prelude::*;

use super::passing as passing_facet;
use super::*;
use crate::facets::date::Date;
use crate::facets::facet::Facet;
use crate::testing::{
    actor, both, date, filtered, filters, passing, searches, selection, shipped, slugs, small, statement,
};
use crate::view::{Chosen, When};

fn through(data: Shared, link: &str) -> Vec<&'static str> {
    slugs(data, &filtered(data, &selection(data, link).filter).statements)
}

#[test]
fn an_empty_filter_lets_everything_through() {
    for data in both() {
        let outcome = filtered(data, &Filter::default());
        assert_eq!(outcome.statements.len(), data.statements.len());
        assert_eq!(outcome.search, None);
    }
}

#[test]
fn any_value_of_a_facet_passes_and_all_facets_have_to() {
    let data = small();
    assert_eq!(through(data, "#/?topic=water"), ["water-heading", "note-sentence", "joint-note"]);
    assert_eq!(
        through(data, "#/?topic=water,trade"),
        ["water-heading", "note-sentence", "joint-note", "beland-opened"]
    );
    assert_eq!(through(data, "#/?topic=water,trade&form=indirect"), ["joint-note"]);
    assert_eq!(through(data, "#/?topic=water,-trade"), ["water-heading", "note-sentence"]);
    assert_eq!(through(data, "#/?position=opposes,supports&document=b-reply"), ["beland-welcomes"]);
    assert_eq!(through(data, "#/?topic=weather"), Vec::<&str>::new());
}

#[test]
fn what_a_part_says_its_whole_says() {
    let data = small();
    assert_eq!(through(data, "#/?actor=aland&role=speaker"), ["general-denies", "joint-note"]);
    assert_eq!(through(data, "#/?actor=aland-army&role=speaker"), ["general-denies"]);
    assert_eq!(through(data, "#/?actor=aland&role=audience"), ["celand-closed", "beland-welcomes"]);
}

#[test]
fn actor_and_part_have_to_hold_of_the_same_actor() {
    let data = small();
    // Celand is spoken of in the general's denial, which is addressed to Beland.
    assert_eq!(through(data, "#/?actor=celand&role=audience"), Vec::<&str>::new());
    assert_eq!(through(data, "#/?role=audience"), ["general-denies", "celand-closed", "beland-welcomes"]);
}

#[test]
fn an_unwanted_actor_has_no_part_whatever_its_role() {
    let data = small();
    assert_eq!(through(data, "#/?actor=-celand,-beland&role=speaker,relay"), Vec::<&str>::new());
    assert_eq!(
        through(data, "#/?actor=-beland&role=speaker"),
        ["water-heading", "meeting", "celand-closed", "queen-speaks"]
    );
}

#[test]
fn a_time_shares_a_day_with_what_is_asked_for() {
    let data = small();
    let in_2022 = through(data, "#/?date=2022-01");
    assert_eq!(in_2022, ["beland-welcomes"], "an open end is no known day");
    assert_eq!(through(data, "#/?date=2020-02-29"), ["beland-opened"], "a year is all of its days");
    assert_eq!(
        through(data, "#/?date=2021-12-14,-2021-12-20"),
        ["general-denies"],
        "what may have been on an unwanted day is left out"
    );
}

#[test]
fn undated_is_what_no_date_with_days_can_find_and_every_date_finds_its_own() {
    for data in both() {
        let undated = <Date as Facet>::statements(data, When::Undated);
        for id in data.statement_ids() {
            let (own, slug) = (data.statement(id).when, data.statement(id).slug);
            let has_days = own.is_some_and(|when| when.days().is_some());
            assert_eq!(undated.contains(id), !has_days, "{slug}");
            // A time that is open at an end has no days, and is found by a date that is.
            assert!(own.is_none_or(|when| <Date as Facet>::statements(data, When::In(when)).contains(id)), "{slug}");
        }
    }
}

#[test]
fn a_facet_alone_and_the_rest_without_it_come_to_the_whole() {
    let data = shipped();
    let filter = selection(data, "#/?topic=basing&form=-act&q=bases").filter;
    let outcome = filtered(data, &filter);
    assert!(!outcome.statements.is_empty());
    for &facet in FACETS {
        let mut both = outcome.without(facet);
        if let Some(passing) = passing_facet(data, &filter, facet) {
            both.intersect_with(&passing);
        }
        assert_eq!(both, outcome.statements, "{}", facet.description().key);
    }
    let chosen = FACETS.iter().filter(|&&facet| passing_facet(data, &filter, facet).is_some());
    assert_eq!(chosen.map(|facet| facet.description().key).collect::<Vec<_>>(), ["topic", "form"]);
}

#[test]
fn a_search_of_nothing_but_space_is_none() {
    let outcome = filtered(small(), &Filter { text: " \t".into(), ..Filter::default() });
    assert_eq!((outcome.search, outcome.statements.len()), (None, small().statements.len()));
}

#[test]
fn the_shipped_denial_is_found_by_each_of_its_sides() {
    let data = shipped();
    let denial = statement(data, "tashkent-no-bases");
    for link in
        ["#/?actor=uzbekistan&role=speaker", "#/?via=sputnik-uzbekistan", "#/?position=opposes", "#/?q=impossibility"]
    {
        assert!(filtered(data, &selection(data, link).filter).statements.contains(denial), "{link}");
    }
    let mut against = Filter::default();
    against.actors.set(actor(data, "uzbekistan"), Chosen::Unwanted);
    assert!(!filtered(data, &against).statements.contains(denial));
    assert!(<Date as Facet>::statements(data, When::In(date("1999"))).is_empty());
}

proptest! {
    #[test]
    fn a_filter_lets_through_what_its_words_say(small_filter in filters(small()), filter in filters(shipped()), text in searches()) {
        for (data, filter) in [(small(), small_filter), (shipped(), filter)] {
            let filter = Filter { text: text.clone(), ..filter };
            let got: Vec<_> = filtered(data, &filter).statements.iter().collect();
            prop_assert_eq!(got, passing(data, &filter), "{:?}", filter);
        }
    }
}
