//! Facets of more values than are listed: which are, and how the others are found.

use super::super::build::{LISTED, UNFOLDED};
use super::*;

/// More documents and months than are listed, and fewer topics.
fn many() -> Shared {
    synthetic(800)
}

fn found(link: &str, key: &str, text: &str) -> FoundValues {
    let selection = selection(many(), link);
    let model = facet(many(), link, key);
    find(many(), &selection, key, &model.long.expect("a long facet"), text)
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
    let chosen = facet(data, "#/?document=d00060,-d00003", "document");
    let slugs: Vec<_> = chosen.values.iter().map(|value| value.slug.as_str()).collect();
    assert_eq!(slugs[UNFOLDED..], ["d00060"]);
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
    assert_eq!(
        labels(&found("#/", "document", "report 6")),
        ["Report 6", "Report 60", "Report 61", "Report 62", "Report 63", "Report 64", "Report 65", "Report 66"]
    );
    assert_eq!(labels(&found("#/", "date", "2022 mar")), ["March 2022"]);
    assert_eq!(labels(&found("#/", "date", "MÄRCH 2022")), ["March 2022"]);
    assert_eq!(
        found("#/", "date", "arch"),
        FoundValues { values: Vec::new(), summary: "No date has this in its name".into() }
    );
    assert_eq!(found("#/", "date", " "), FoundValues::default());
}

#[test]
fn of_many_found_the_first_are_given_and_all_are_counted() {
    let all = found("#/", "document", "rep");
    assert_eq!((all.values.len(), all.summary.as_str()), (20, "20 of 67 documents"));
    assert_eq!(found("#/", "document", "12").summary, "1 document");
    let wanted = found("#/?document=d00012", "document", "12");
    assert_eq!(wanted.values[0].state, Chosen::Wanted, "what is chosen can be taken back where it was found");
}

#[test]
fn a_box_says_what_is_found_in_it() {
    let prompt = |key| facet(many(), "#/", key).long.expect("long").prompt();
    assert_eq!(["document", "date"].map(prompt), ["Find a document", "Find a date"]);
}
