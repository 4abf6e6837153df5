//! What every page has to say for itself, and which statements a view shows.

use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::*;
use crate::link;
use crate::search::search;
use crate::testing::{both, shipped, slugs, small, views};

fn of(data: Shared, link: &str) -> Vec<StatementId> {
    let view = link::parse(data, link).view;
    let selection = view.selection();
    statements_in_view(data, &view, search(data, &selection.filter.text, selection.order()))
}

#[test]
fn the_start_page_shows_what_passes_its_filter() {
    for data in both() {
        let mut all = of(data, "#/");
        all.sort();
        assert_eq!(all, data.statement_ids().collect::<Vec<_>>());
    }
    let basing = of(shipped(), "#/?topic=basing");
    assert!(!basing.is_empty() && basing.len() < shipped().statements.len());
    assert!(slugs(shipped(), of(shipped(), "#/?q=\"military%20bases\"")).contains(&"tashkent-no-bases"));
}

#[test]
fn a_statement_that_stands_twice_is_taken_once() {
    let by_topic = of(shipped(), "#/?by=topic");
    let mut once = by_topic.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), by_topic.len());
    assert_eq!(by_topic.len(), shipped().statements.len());
}

#[test]
fn a_comparison_shows_what_stands_in_it() {
    let pair = of(shipped(), "#/compare?statements=tashkent-no-bases,politico-pentagon-visit");
    assert_eq!(slugs(shipped(), pair), ["tashkent-no-bases", "politico-pentagon-visit"]);
    let table = of(shipped(), "#/compare?actors=russia,united-states&topic=basing");
    assert!(
        table
            .iter()
            .all(|&id| { shipped().statement(id).topics.iter().any(|&topic| shipped().topic(topic).slug == "basing") })
    );
    assert!(!table.is_empty());
    assert!(of(shipped(), "#/compare").is_empty());
}

#[test]
fn pages_that_are_not_of_statements_show_none() {
    assert!(of(small(), "#/about").is_empty() && of(small(), "#/actors").is_empty());
}

#[test]
fn a_text_shows_its_own() {
    let talks = of(small(), "#/source/a-talks");
    assert!(talks.iter().all(|&id| small().document(small().statement(id).document).slug == "a-talks"));
    assert!(!talks.is_empty() && talks.len() < small().statements.len());
}

fn grammar() -> String {
    include_str!("../pages.rs").lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_page_has_a_name_of_its_own_that_the_grammar_gives() {
    let mut names = View::page_names();
    for name in &names {
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name} is no word of small letters");
        let rule = if View::has_path(name) { format!("\"{name}") } else { format!("\"{name}\"") };
        assert!(grammar().contains(&rule), "the grammar in the head of pages.rs has no page {name:?}");
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "two pages have the same name");
}

#[test]
fn the_grammar_gives_every_key() {
    let facets: Vec<_> = crate::facets::FACETS.iter().map(|facet| facet.description().key).collect();
    for key in View::all_keys().into_iter().filter(|key| !facets.contains(key)) {
        let rules = [format!(" {key} "), format!(" {key} = ")];
        assert!(
            rules.iter().any(|rule| grammar().contains(rule)),
            "the grammar in the head of pages.rs has no key {key:?}"
        );
    }
}

/// A part of a link between two of its delimiters, such as a key.
fn keys(link: &str) -> Vec<&str> {
    let pairs = link.split_once('?').map_or("", |(_, pairs)| pairs).split('&');
    pairs.filter_map(|pair| Some(pair.split_once('=')?.0)).collect()
}

#[test]
fn the_views_of_the_tests_have_every_page() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let pages: std::collections::BTreeSet<String> = (0..200)
        .map(|_| {
            let view = views(small()).new_tree(&mut runner).expect("a view").current();
            let link = link::write(small(), &view);
            link["#/".len()..].split(['/', '?']).next().unwrap_or_default().to_owned()
        })
        .collect();
    let expected: std::collections::BTreeSet<_> =
        View::page_names().into_iter().chain([""]).map(str::to_owned).collect();
    assert_eq!(pages, expected, "the `views` of a page are views of it");
}

proptest! {
    #[test]
    fn every_page_writes_only_its_keys_and_says_what_it_prints(view in views(small())) {
        let data = small();
        let written = link::write(data, &view);
        for key in keys(&written) {
            prop_assert!(Linked::keys(&view).contains(&key), "{written}: `keys` of the page has no {key:?}");
        }
        let is_start = view == View::default();
        prop_assert!(is_start || view.open().is_some() || matches!(view, View::Briefing(_)) || !title(data, &view).is_empty());
        let section = print_section(data, &view, None);
        prop_assert!(!section.title.is_empty() && !section.description.is_empty(), "{written}");
    }
}
