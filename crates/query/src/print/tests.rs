//! What a print says in words.

use std::collections::HashSet;

use corpus::{ActorId, DocumentId, StatementId};
use proptest::prelude::*;

use super::*;
use crate::card;
use crate::chain::Step;
use crate::compare::{self, ComparePage};
use crate::names::Named;
use crate::passage::PassagePart;
use crate::search::search;
use crate::testing::{both, named, shipped, views};
use crate::view::View;

fn description(link: &str) -> Vec<String> {
    let data = shipped();
    let view = link::parse(data, link).view;
    let selection = view.selection();
    let search = search(data, &selection.filter.text, selection.order());
    head(data, Some(&view), search.as_ref()).description.iter().map(ToString::to_string).collect()
}

#[test]
fn filters_are_stated_in_words() {
    let said = description("#/?topic=basing&actor=-russia&q=base&by=topic&sort=latest");
    assert!(said[0].starts_with("Showing "), "{said:?}");
    assert!(said[0].contains(" of 29 statements: Actor: not Russia; Topic: "), "{said:?}");
    assert!(said[0].ends_with("; search for “base”."), "{said:?}");
    assert_eq!(said[1], "Grouped by topic, latest first.");
    assert_eq!(description("#/?q=base&by=topic&sort=match")[1], "Grouped by topic, best match first.");
    assert_eq!(description("#/?by=topic&sort=match")[1], "Grouped by topic, earliest first.");
}

#[test]
fn without_filters_a_print_says_that_all_is_there() {
    assert_eq!(description("#/"), ["All 29 statements.", "Grouped by day, earliest first."]);
    assert_eq!(description("#/?by=none")[1], "Not grouped, earliest first.");
}

#[test]
fn who_is_compared_stands_at_the_head() {
    assert_eq!(description("#/compare?actors=uzbekistan,russia"), ["Compared topic by topic: Uzbekistan and Russia."]);
    let only = description("#/compare?actors=uzbekistan,russia&topic=basing");
    assert!(only[1].starts_with("Only on "), "{only:?}");
}

#[test]
fn the_link_of_a_print_names_the_view_and_the_edition() {
    for data in both() {
        let view = View::Actor(ActorId(0));
        let foot = foot(data, Some(&view));
        assert_eq!(link::parse(data, &foot.share).view, view);
        assert!(foot.share.ends_with(&format!("edition={}", foot.edition)), "{}", foot.share);
        assert_eq!(link::parse(data, &super::foot(data, None).share).view, View::default());
    }
}

#[test]
fn an_entry_says_everything_and_refers_by_number() {
    for data in both() {
        for id in data.statement_ids() {
            let entry = entry(data, id, &View::default());
            assert_eq!(entry.number, number(id));
            assert!(!entry.voice.is_empty() && !entry.facts.is_empty());
            let marked: String =
                entry.passage.pieces.iter().filter(|it| it.part == PassagePart::Content).map(|it| it.text).collect();
            assert!(!marked.is_empty());
            for (reference, related) in entry.relations.iter().zip(card::related(data, id)) {
                assert!(
                    reference.label.to_string().contains(&format!(" no. {}, ", number(related.id))),
                    "{}",
                    reference.label
                );
                assert_ne!(related.id, id);
            }
        }
    }
}

#[test]
fn a_chain_ends_with_the_document() {
    let data = shipped();
    let id = named::<StatementId>(data, "politico-pentagon-visit");
    let entry = entry(data, id, &View::statement(id));
    let steps = entry.chain.unwrap().steps;
    let labels = |step: &Step| step.actors.iter().map(|actor| actor.label).collect::<Vec<_>>();
    let known: Vec<_> = steps.iter().map(labels).collect();
    let reporters = vec!["US Defense Department", "Member of US Congress"];
    assert_eq!(known, [vec!["Pentagon officials"], reporters, vec!["Politico"], vec![]]);
    assert_eq!(steps[3].document, "this article");
    assert!(entry.open);
}

#[test]
fn a_text_on_paper_is_whole_and_numbers_each_statement_once() {
    for data in both() {
        let mut numbers = Vec::new();
        for id in DocumentId::all(data) {
            let paragraphs = text(data, id);
            numbers.extend(paragraphs.iter().flat_map(|it| &it.pieces).flat_map(|piece| piece.begins.clone()));
            let noted = paragraphs.iter().flat_map(|it| &it.notes).count();
            assert_eq!(noted, data.statements_of(id).len());
            let words: String = paragraphs.iter().flat_map(|it| &it.pieces).map(|piece| piece.text).collect();
            let text: String = data.document(id).text().split_whitespace().collect();
            assert_eq!(words.split_whitespace().collect::<String>(), text);
        }
        let once: HashSet<usize> = numbers.iter().copied().collect();
        assert_eq!((numbers.len(), once.len()), (data.statements.len(), data.statements.len()));
    }
}

#[test]
fn what_is_compared_is_listed_once() {
    let data = shipped();
    let actors = ["uzbekistan", "us-defense-department"].map(|slug| named(data, slug));
    let View::Compare(comparison) = View::compare_actors(actors) else { panic!("a comparison") };
    let ComparePage::Table(page) = compare::page(data, &comparison) else { panic!("a table") };
    let ids = compared_statements(&page);
    let once: HashSet<StatementId> = ids.iter().copied().collect();
    assert!(ids.len() > 1 && ids.len() == once.len());
}

proptest! {
    #[test]
    fn any_view_has_a_head(view in views(shipped())) {
        let head = head(shipped(), Some(&view), None);
        prop_assert!(!head.section.is_empty() && !head.title.text.is_empty());
    }
}
