//! The feed, read by feed-rs.

use std::collections::HashSet;

use feed_rs::model::{Entry, Feed, FeedType};
use feed_rs::parser;

use super::*;
use crate::tests::{arabic, context, folder, many, seeds};

fn read(context: &Context) -> Feed {
    let feed = parser::parse(feed(context).as_bytes()).expect("a feed");
    assert_eq!(feed.feed_type, FeedType::Atom);
    feed
}

fn published_at(data: Shared, url: &str) -> Context {
    Context { url: Some(url.to_owned()), ..context(data) }
}

fn body(entry: &Entry) -> &str {
    entry.content.as_ref().and_then(|content| content.body.as_deref()).expect("content")
}

fn hostile() -> Shared {
    folder("tests/hostile")
}

#[test]
fn every_feed_has_what_the_standard_requires() {
    for data in [seeds(), arabic(), hostile(), many(), folder("examples/aldport")] {
        let context = published_at(data, "https://example.org/b/");
        let read = read(&context);
        assert_eq!(read.title.as_ref().map(|title| &*title.content), Some(data.title));
        assert_eq!(read.authors.len(), 1);
        assert!(read.updated.is_some() && read.id.starts_with("urn:uuid:"));
        assert_eq!(read.entries.len(), data.statements.len().min(MOST_ENTRIES));
        let ids: HashSet<_> = read.entries.iter().map(|entry| &entry.id).chain([&read.id]).collect();
        assert_eq!(ids.len(), read.entries.len() + 1, "no two have the same identifier");
        for entry in &read.entries {
            assert!(entry.title.as_ref().is_some_and(|title| !title.content.is_empty()));
            assert!(entry.updated.is_some() && entry.updated <= read.updated);
            let alternate: Vec<_> =
                entry.links.iter().filter(|link| link.rel.as_deref() == Some("alternate")).collect();
            assert_eq!(alternate.len(), 1);
            assert!(alternate[0].href.starts_with("https://example.org/b/"), "{}", alternate[0].href);
        }
    }
}

#[test]
fn an_entry_has_the_words_of_its_statement_and_the_newest_come_first() {
    let data = folder("examples/aldport");
    let read = read(&context(data));
    assert!(read.entries.is_sorted_by_key(|entry| Reverse(entry.updated)));
    let entry = read
        .entries
        .iter()
        .find(|entry| entry.id == id(data, Some("joint-statement-no-knowledge")))
        .expect("a statement of the newest document");
    let statement = data.statement_ids().find(|&id| data.statement(id).slug == "joint-statement-no-knowledge").unwrap();
    assert!(body(entry).contains(&*html_escape::encode_text(&data.content(statement))), "{}", body(entry));
    assert!(body(entry).contains("<li>Chain: "), "{}", body(entry));
    assert!(entry.links.iter().any(|link| link.rel.as_deref() == Some("via")));
    assert_eq!(entry.categories.len(), data.statement(statement).topics.len());
}

#[test]
fn identifiers_stay_when_the_site_moves_and_the_edition_changes() {
    let ids = |context: &Context| read(context).entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
    let known = ids(&context(seeds()));
    assert_eq!(ids(&published_at(seeds(), "https://example.org/")), known);
    let mut changed = seeds().clone();
    changed.digest = corpus::Digest([7; 8]);
    changed.standfirst = "Other words.";
    assert_eq!(ids(&context(Box::leak(Box::new(changed)))), known);
    // What readers have seen as read stays so only as long as this one stays.
    assert_eq!(id(seeds(), Some("tashkent-no-bases")), "urn:uuid:744faf8d-fdfc-5dc7-9662-a4cad31f7935");
}

#[test]
fn without_the_address_of_the_site_addresses_are_relative_to_the_feed() {
    let xml = feed(&context(seeds()));
    assert!(xml.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>"), "{xml}");
    assert!(xml.contains("href=\"s/tashkent-no-bases.html\""), "{xml}");
}

#[test]
fn a_day_is_that_of_the_document_and_else_of_the_statement() {
    let first = |text: &str| time(known_day(text.parse().unwrap()));
    assert_eq!(first("2021-12"), "2021-12-01T00:00:00Z");
    assert_eq!(first("../2021-12-18"), "2021-12-18T00:00:00Z");
    assert_eq!(first("2021-12-11/2021-12-16"), "2021-12-11T00:00:00Z");
    let id = StatementId(0);
    let mut without = seeds().clone();
    without.documents[0].published = None;
    let without: Shared = Box::leak(Box::new(without));
    let when = without.statement(id).when.map_or_else(|| NO_DAY.first_day(), known_day);
    assert_eq!(day(without, id), when);
    assert_eq!(day(seeds(), id), known_day(seeds().documents[0].published.unwrap()));
}

#[test]
fn no_character_breaks_the_feed() {
    assert_eq!(xml_text("a\u{8}b\u{FFFF}c\td & <e>"), "a\u{FFFD}b\u{FFFD}c\td &amp; &lt;e&gt;");
}
