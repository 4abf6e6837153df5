//! Facets of more values than are listed: which are, and how the others are found.

use super::super::build::{LISTED, UNFOLDED};
use super::*;
use crate::documents::in_order_of_publication;

/// More documents and actors than are listed, and fewer topics.
fn many() -> Shared {
    synthetic(800)
}

/// A statement in each of 72 months, the first in January 2018.
fn months() -> Shared {
    let months: Vec<String> = (0..72).map(|month| format!("{}-{:02}", 2018 + month / 12, month % 12 + 1)).collect();
    with_times(&months.iter().map(String::as_str).collect::<Vec<_>>())
}

fn found_after(data: Shared, link: &str, key: &str, text: &str, steps: usize) -> FoundValues {
    let selection = selection(data, link);
    let model = facet(data, link, key);
    find(data, &View::Briefing(selection), key, &model.long.expect("a long facet"), text, steps)
}

fn found(data: Shared, link: &str, key: &str, text: &str) -> FoundValues {
    found_after(data, link, key, text, 0)
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
    let slug = |index: usize| data.document(in_order_of_publication(data)[index]).slug;
    let link = format!("#/?document={},-{}", slug(60), slug(3));
    let chosen = facet(data, &link, "document");
    let slugs: Vec<_> = chosen.values.iter().map(|value| value.slug.as_str()).collect();
    assert_eq!(slugs[UNFOLDED..], [slug(60)]);
    assert_eq!((chosen.values[3].state, chosen.values[UNFOLDED].state), (Chosen::Unwanted, Chosen::Wanted));
    assert_eq!(chosen.unfolded, UNFOLDED + 1, "a chosen value is not hidden");
}

#[test]
fn a_facet_of_fewer_values_lists_all() {
    for data in both() {
        assert!(of(data, &Selection::default()).iter().all(|facet| facet.long.is_none()));
    }
    let topics = facet(many(), "#/", "topic");
    assert!(topics.long.is_none() && (UNFOLDED..LISTED).contains(&topics.values.len()));
}

#[test]
fn values_are_found_by_the_beginnings_of_the_words_of_their_names() {
    let data = months();
    assert_eq!(labels(&found(data, "#/", "date", "2022 mar")), ["March 2022"]);
    assert_eq!(labels(&found(data, "#/", "date", "MÄRCH 2022")), ["March 2022"]);
    let none = FoundValues { summary: "No date has this in its name".into(), ..FoundValues::default() };
    assert_eq!(found(data, "#/", "date", "arch"), none);
    let blank = FoundValues { more: Some(20), ..FoundValues::default() };
    assert_eq!(found(data, "#/", "date", " "), blank);
    for document in &many().documents {
        let all = found(many(), "#/", "document", document.title);
        assert!(labels(&all).contains(&document.title), "{}", document.title);
    }
}

#[test]
fn a_document_is_found_by_its_day_and_its_outlet_too() {
    let data = many();
    let id = in_order_of_publication(data)[30];
    let about = crate::documents::day_and_outlet(data, id).to_string();
    let all = found(data, "#/", "document", &about);
    assert!(about.contains(" · ") && labels(&all).contains(&data.document(id).title), "{about}");
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
    assert_eq!((all.values.len(), all.summary.as_str(), all.more), (20, "20 of 72 dates", Some(40)));
    let more = found_after(data, "#/", "date", "20", 2);
    assert_eq!((more.values.len(), more.summary.as_str(), more.more), (72, "72 dates", None));
    assert_eq!(found(data, "#/", "date", "May 2021").summary, "1 date");
    let wanted = found(data, "#/?date=2021-05", "date", "May 2021");
    assert_eq!(wanted.values[0].state, Chosen::Wanted, "what is chosen can be taken back where it was found");
}

#[test]
fn every_value_is_listed_once_after_enough_steps() {
    let data = months();
    let link = "#/?date=2018-02,2022-05";
    let first = facet(data, link, "date");
    let mut before: Vec<String> = Vec::new();
    for (steps, summary, more) in
        [(0, "", Some(20)), (1, "29 of 72 dates", Some(40)), (2, "69 of 72 dates", Some(3)), (3, "72 dates", None)]
    {
        let listed = found_after(data, link, "date", "", steps);
        assert_eq!((listed.summary.as_str(), listed.more), (summary, more));
        let now: Vec<String> = labels(&listed).into_iter().map(str::to_owned).collect();
        assert!(now.starts_with(&before), "those that are listed stay where they are");
        before = now;
    }
    let mut all: Vec<_> = first.values.iter().map(|value| value.label.clone()).chain(before).collect();
    assert_eq!(all.len(), 72);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 72);
}

#[test]
fn a_box_says_what_is_found_in_it() {
    let prompt = |key| facet(many(), "#/", key).long.expect("long").prompt();
    assert_eq!(["actor", "document"].map(prompt), ["Find an actor", "Find a document"]);
}
