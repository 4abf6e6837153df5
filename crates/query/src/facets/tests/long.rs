//! Facets of more values than are listed: which are, and how the others are found.

use super::super::build::{LISTED, UNFOLDED};
use super::*;
use crate::testing::with_times;

/// More documents and actors than are listed, and fewer topics.
fn many() -> Shared {
    synthetic(800)
}

/// A statement in each of 72 months, the first in January 2018.
fn months() -> Shared {
    let months: Vec<String> = (0..72).map(|month| format!("{}-{:02}", 2018 + month / 12, month % 12 + 1)).collect();
    with_times(&months.iter().map(String::as_str).collect::<Vec<_>>())
}

fn found(data: Shared, link: &str, key: &str, text: &str) -> FoundValues {
    let selection = selection(data, link);
    let model = facet(data, link, key);
    find(data, &selection, key, &model.long.expect("a long facet"), text)
}

fn labels(found: &FoundValues) -> Vec<&str> {
    found.values.iter().map(|value| value.label.as_str()).collect()
}

#[test]
fn a_long_facet_lists_its_first_values_and_those_chosen() {
    let data = many();
    let first = facet(data, "#/", "document");
    assert_eq!((first.values.len(), first.unfolded), (UNFOLDED, UNFOLDED));
    assert_eq!(first.long.expect("long").number, data.documents.len());
    let link = format!("#/?document={},-{}", data.documents[60].slug, data.documents[3].slug);
    let chosen = facet(data, &link, "document");
    let slugs: Vec<_> = chosen.values.iter().map(|value| value.slug.as_str()).collect();
    assert_eq!(slugs[UNFOLDED..], [data.documents[60].slug]);
    assert_eq!((chosen.values[3].state, chosen.values[UNFOLDED].state), (Chosen::Unwanted, Chosen::Wanted));
    assert_eq!(chosen.unfolded, UNFOLDED + 1, "a chosen value is not hidden");
}

#[test]
fn a_facet_of_fewer_values_lists_all() {
    for data in both() {
        assert!(of(data, &Selection::default()).iter().all(|facet| facet.long.is_none()));
    }
    let topics = facet(many(), "#/", "topic");
    assert!(topics.long.is_none() && topics.values.len() < LISTED);
}

#[test]
fn values_are_found_by_the_beginnings_of_the_words_of_their_names() {
    let data = months();
    assert_eq!(labels(&found(data, "#/", "date", "2022 mar")), ["March 2022"]);
    assert_eq!(labels(&found(data, "#/", "date", "MÄRCH 2022")), ["March 2022"]);
    let none = FoundValues { values: Vec::new(), summary: "No date has this in its name".into() };
    assert_eq!(found(data, "#/", "date", "arch"), none);
    assert_eq!(found(data, "#/", "date", " "), FoundValues::default());
    for document in &many().documents {
        let all = found(many(), "#/", "document", document.title);
        assert!(labels(&all).contains(&document.title), "{}", document.title);
    }
}

#[test]
fn an_actor_is_found_by_its_full_name_and_its_aliases_too() {
    let is_part = |actor: &&corpus::Actor| actor.short != actor.name && !actor.aliases.is_empty();
    let actor = many().actors.iter().find(is_part).expect("an actor with several names");
    for name in [actor.short, actor.name, actor.aliases[0]] {
        assert!(labels(&found(many(), "#/", "actor", name)).contains(&actor.short), "{name}");
    }
}

#[test]
fn of_many_found_the_first_are_given_and_all_are_counted() {
    let data = months();
    let all = found(data, "#/", "date", "20");
    assert_eq!((all.values.len(), all.summary.as_str()), (20, "20 of 72 dates"));
    assert_eq!(found(data, "#/", "date", "May 2021").summary, "1 date");
    let wanted = found(data, "#/?date=2021-05", "date", "May 2021");
    assert_eq!(wanted.values[0].state, Chosen::Wanted, "what is chosen can be taken back where it was found");
}

#[test]
fn a_box_says_what_is_found_in_it() {
    let prompt = |key| facet(many(), "#/", key).long.expect("long").prompt();
    assert_eq!(["actor", "document"].map(prompt), ["Find an actor", "Find a document"]);
}
