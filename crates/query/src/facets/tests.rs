//! Whether the counts beside the values are what a click comes to.

use corpus::StatementId;
use proptest::prelude::*;

mod author;
mod long;

use super::build::UNFOLDED;
use super::facet::AnyFacet;
use super::*;
use crate::Shared;
use crate::link;
use crate::testing::{both, filtered, passing, selection, selections, shipped, shown, small, synthetic, with_times};
use crate::view::{Chosen, Filter, Selection, View};

fn of(data: Shared, selection: &Selection) -> Vec<FacetModel> {
    facets(data, selection, &filtered(data, &selection.filter))
}

pub(super) fn facet(data: Shared, link: &str, key: &str) -> FacetModel {
    let facets = of(data, &selection(data, link));
    facets.into_iter().find(|facet| facet.key == key).unwrap_or_else(|| panic!("no facet {key} under {link}"))
}

fn value(data: Shared, link: &str, key: &str, slug: &str) -> FacetValue {
    let values = facet(data, link, key).values;
    values.into_iter().find(|value| value.slug == slug).unwrap_or_else(|| panic!("no {key} {slug} under {link}"))
}

/// The facet with a key.
fn named(key: &str) -> &'static dyn AnyFacet {
    FACETS.iter().copied().find(|facet| facet.description().key == key).unwrap_or_else(|| panic!("no facet {key}"))
}

/// The filter with one value of one facet in another state, made without any link.
fn changed(data: Shared, filter: &Filter, key: &str, slug: &str, state: Chosen) -> Filter {
    let mut filter = filter.clone();
    let value = named(key).value_with_slug(data, slug).expect("a value of the facet");
    named(key).set(&mut filter, value, state);
    filter
}

fn check(data: Shared, selection: &Selection) -> Result<(), TestCaseError> {
    let filter = &selection.filter;
    let now = passing(data, filter);
    for facet in of(data, selection) {
        let any_wanted = !named(facet.key).chosen(filter).0.is_empty();
        // Some of those that are not listed are found by name.
        let found = facet
            .long
            .as_ref()
            .map(|long| find(data, &View::Briefing(selection.clone()), facet.key, long, "s", 0).values);
        for value in facet.values.iter().chain(found.iter().flatten()) {
            let context =
                format!("{} {} under {}", facet.key, value.slug, link::write(data, &View::Briefing(selection.clone())));
            let to = |state| changed(data, filter, facet.key, &value.slug, state);
            let (next, count) = match value.state {
                Chosen::No => {
                    let next = to(Chosen::Wanted);
                    let after = passing(data, &next).len();
                    let adds = || Count::Adds(after - now.len());
                    (next, if any_wanted { adds() } else { Count::Leaves(after) })
                }
                Chosen::Wanted => {
                    let has = |id: &&StatementId| only(data, filter, facet.key, &value.slug).contains(id);
                    (to(Chosen::No), Count::Has(now.iter().filter(has).count()))
                }
                Chosen::Unwanted => {
                    let next = to(Chosen::No);
                    let after = passing(data, &next).len();
                    (next, Count::Hides(after - now.len()))
                }
            };
            prop_assert_eq!(value.count, count, "{}", context);
            let offered = count.number() > 0 || value.state != Chosen::No;
            prop_assert_eq!(value.toggle.is_some(), offered, "{}", context);
            if let Some(toggle) = &value.toggle {
                let led = crate::testing::selection(data, toggle);
                prop_assert_eq!(&led, &Selection { filter: next, open: None, ..selection.clone() }, "{}", context);
            }
            let without = to(Chosen::Unwanted);
            let hides = facet.key != "role" && passing(data, &without).len() < now.len();
            let offered = value.state == Chosen::No && !any_wanted && hides;
            prop_assert_eq!(value.exclude.is_some(), offered, "{} to exclude", context);
            if let Some(exclude) = &value.exclude {
                prop_assert_eq!(crate::testing::selection(data, exclude).filter, without, "{}", context);
            }
        }
    }
    Ok(())
}

/// What would be shown if no other value of the facet were wanted.
fn only(data: Shared, filter: &Filter, key: &str, slug: &str) -> Vec<StatementId> {
    let (wanted, _) = named(key).chosen(filter);
    let slugs: Vec<_> = wanted.into_iter().map(|value| named(key).slug(data, value)).collect();
    let others = slugs.iter().filter(|other| *other != slug);
    let filter = others.fold(filter.clone(), |filter, other| changed(data, &filter, key, other, Chosen::No));
    passing(data, &filter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn counts_and_links_are_what_a_click_comes_to(selection in selections(small())) {
        check(small(), &selection)?;
    }

    #[test]
    fn counts_and_links_hold_for_the_shipped_briefing(selection in selections(shipped())) {
        check(shipped(), &selection)?;
    }

    #[test]
    fn values_keep_their_order_whatever_is_chosen(selection in selections(shipped())) {
        let before = of(shipped(), &Selection::default());
        for facet in of(shipped(), &selection) {
            let slugs = |facet: &FacetModel| facet.values.iter().map(|value| value.slug.clone()).collect::<Vec<_>>();
            let Some(first) = before.iter().find(|first| first.key == facet.key) else {
                let unseen = named(facet.key);
                let is_from_links = unseen.description().is_from_links;
                prop_assert!(is_from_links || unseen.is_idle(shipped()), "{} is missing", facet.key);
                continue;
            };
            let common: Vec<_> = slugs(&facet).into_iter().filter(|slug| slugs(first).contains(slug)).collect();
            prop_assert_eq!(common, slugs(first), "a value went missing, or another place was given to it");
        }
    }
}

proptest! {
    // Each case filters the whole corpus several times for each of hundreds of values.
    #![proptest_config(ProptestConfig::with_cases(2))]

    #[test]
    fn counts_and_links_hold_for_facets_of_many_values(selection in selections(synthetic(800))) {
        check(synthetic(800), &selection)?;
    }
}

#[test]
fn a_first_value_says_what_it_leaves_and_a_second_what_it_adds() {
    let data = small();
    assert_eq!(value(data, "#/", "topic", "water").count, Count::Leaves(3));
    assert_eq!(value(data, "#/?topic=water", "topic", "water").count, Count::Has(3));
    assert_eq!(value(data, "#/?topic=water", "topic", "trade").count, Count::Adds(1));
    assert_eq!(value(data, "#/?topic=-water", "topic", "water").count, Count::Hides(3));
    assert_eq!(value(data, "#/?topic=-water", "topic", "trade").count, Count::Leaves(1));
}

#[test]
fn what_two_exclusions_hide_together_neither_hides_alone() {
    let data = small();
    let link = "#/?topic=-water,-trade";
    assert_eq!(value(data, link, "topic", "water").count, Count::Hides(2));
    assert_eq!(value(data, link, "topic", "trade").count, Count::Hides(1));
}

#[test]
fn an_exclusion_hides_nothing_that_is_not_wanted() {
    let data = small();
    assert_eq!(value(data, "#/?topic=trade,-water", "topic", "water").count, Count::Hides(1));
}

#[test]
fn a_day_that_no_list_has_still_counts() {
    let data = small();
    let month = value(data, "#/?date=-2021-12-14", "date", "2021-12");
    assert_eq!(month.count, Count::Leaves(shown(data, "#/?date=2021-12,-2021-12-14").len()));
}

#[test]
fn an_actor_without_a_shown_statement_is_not_offered_to_leave_out() {
    let data = small();
    // Celand has no part in what is relayed but to be spoken of, and Aland relays nothing.
    assert_eq!(value(data, "#/?role=relay&actor=-celand", "actor", "beland").exclude, None);
}

#[test]
fn a_value_of_no_statement_is_not_listed_unless_chosen() {
    let data = small();
    let listed = |link: &str| facet(data, link, "topic").values.iter().any(|value| value.slug == "weather");
    assert!(!listed("#/"));
    assert!(listed("#/?topic=weather"));
    assert!(value(data, "#/?topic=weather", "topic", "weather").toggle.is_some(), "it can be taken back");
    assert!(!facet(data, "#/", "actor").values.iter().any(|value| value.slug == "hermit"));
}

#[test]
fn frequent_values_come_first_and_months_in_the_order_of_time() {
    for data in both() {
        let topics = facet(data, "#/", "topic").values;
        assert!(topics.windows(2).all(|pair| pair[0].count.number() >= pair[1].count.number()));
        let mut dates: Vec<_> = facet(data, "#/", "date").values.into_iter().map(|value| value.slug).collect();
        assert_eq!(dates.pop().as_deref(), Some("undated"));
        assert!(dates.is_sorted() && !dates.is_empty(), "{dates:?}");
    }
}

#[test]
fn a_single_document_is_no_facet() {
    let keys =
        |data: Shared, link: &str| of(data, &selection(data, link)).iter().map(|facet| facet.key).collect::<Vec<_>>();
    assert!(keys(small(), "#/").contains(&"document"));
    if shipped().documents.len() == 1 {
        assert!(!keys(shipped(), "#/").contains(&"document"));
        let link = format!("#/?document={}", shipped().documents[0].slug);
        assert!(keys(shipped(), &link).contains(&"document"), "what is chosen can be taken back");
    }
}

#[test]
fn dates_are_no_facet_where_all_are_of_one_month_or_of_none() {
    let has_dates = |data| of(data, &Selection::default()).iter().any(|facet| facet.key == "date");
    assert!(!has_dates(with_times(&["2021-12-14", "2021-12-15"])) && !has_dates(with_times(&["../2021-12-14"])));
    assert!(has_dates(with_times(&["2021-12-14", "2022-01"])) && has_dates(with_times(&["2021-12-14", "../2021-12"])));
}

#[test]
fn long_facets_fold_and_short_ones_do_not() {
    let counts: Vec<(usize, usize)> = both()
        .into_iter()
        .flat_map(|data| of(data, &Selection::default()))
        .map(|facet| (facet.values.len(), facet.unfolded))
        .collect();
    assert!(counts.iter().any(|&(all, _)| all > UNFOLDED + 2) && counts.iter().any(|&(all, _)| all < UNFOLDED));
    for (all, open) in counts {
        assert_eq!(open, if all > UNFOLDED + 2 { UNFOLDED } else { all });
    }
}

#[test]
fn a_count_says_what_it_counts() {
    let said = |count: Count| format!("{}{}", count.text(), count.unit());
    assert_eq!([1, 2].map(Count::Leaves).map(said), ["1 statement", "2 statements"]);
    assert_eq!([1, 2].map(Count::Adds).map(said), ["+1 more statement", "+2 more statements"]);
    assert_eq!([1, 2].map(Count::Has).map(said), ["1 statement, chosen", "2 statements, chosen"]);
    assert_eq!([0, 1].map(Count::Hides).map(said), ["−0 statements, left out", "−1 statement, left out"]);
}
