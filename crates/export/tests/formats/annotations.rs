//! Web Annotations: both selectors of every target lead to the statement's words in the seed text.

use export::Format;
use query::Shared;
use serde_json::Value;

use crate::support::{all, hostile, ids, made, narration, shipped, whole};

fn read(data: Shared) -> Value {
    serde_json::from_str(&whole(data, Format::WebAnnotations).text).unwrap()
}

/// What a `TextPositionSelector` selects: code points, end exclusive.
fn by_position(text: &str, selector: &Value) -> String {
    let (start, end) = (selector["start"].as_u64().unwrap() as usize, selector["end"].as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

/// Where in the text what a `TextQuoteSelector` selects begins, in code points. It may only select one place.
fn by_quote(text: &str, selector: &Value) -> usize {
    let part = |key: &str| selector[key].as_str().unwrap();
    let whole = [part("prefix"), part("exact"), part("suffix")].concat();
    let found: Vec<_> = text.char_indices().filter(|&(at, _)| text[at..].starts_with(&whole)).collect();
    assert_eq!(found.len(), 1, "{selector}");
    text[..found[0].0 + part("prefix").len()].chars().count()
}

fn purpose<'a>(annotation: &'a Value, purpose: &str) -> Vec<&'a str> {
    let bodies = annotation["body"].as_array().unwrap().iter().filter(|body| body["purpose"] == purpose);
    bodies.filter_map(|body| body["value"].as_str()).collect()
}

/// A page reads a text with `fetch().text()`, which takes the mark off. The other formats count in the same way.
#[test]
fn positions_count_without_the_byte_order_mark_of_the_file() {
    let text = "\u{FEFF}The pumps are safe.\r\n\r\nThe town said so: the pumps are safe.\r\n";
    let annotation = "dated_by = \"so\"\n\n[[statement]]\nid = \"one\"\nform = \"narration\"\ncue = \"safe\"\ncontent = \"The pumps\"\n\n\
                      [[statement]]\nid = \"two\"\nform = \"narration\"\ncontent = \"the pumps are safe\"\n";
    let data = made(text, annotation);
    let fetched = text.trim_start_matches('\u{FEFF}');
    let read = read(data);
    let mut seen = 0;
    for annotation in read["first"]["items"].as_array().unwrap() {
        for target in annotation["target"].as_array().unwrap() {
            let [quote, position] = target["selector"].as_array().unwrap().as_slice() else { panic!("{target}") };
            assert_eq!(by_position(fetched, position), quote["exact"].as_str().unwrap());
            assert_eq!(by_quote(fetched, quote) as u64, position["start"].as_u64().unwrap());
            seen += 1;
        }
    }
    assert_eq!(seen, 3);
    let json: Value = serde_json::from_str(&whole(data, Format::Json).text).unwrap();
    for stretch in
        [&json["statements"][0]["content"][0], &json["statements"][1]["content"][0], &json["documents"][0]["datedBy"]]
    {
        assert_eq!(by_position(fetched, stretch), stretch["exact"].as_str().unwrap());
    }
    let table = whole(data, Format::Csv).text;
    assert!(table.contains("\"0\",\"9\",\"0–9\""), "{table}");
}

#[test]
fn both_selectors_of_every_target_resolve_against_the_seed_text() {
    for data in all() {
        let read = read(data);
        let items = read["first"]["items"].as_array().unwrap();
        assert_eq!(items.len(), ids(data).len());
        for (id, annotation) in ids(data).into_iter().zip(items) {
            let statement = data.statement(id);
            let document = data.document(statement.document);
            let targets = annotation["target"].as_array().unwrap();
            let spans = statement.content.iter().map(|span| (span, "content"));
            let spans: Vec<_> = spans.chain(statement.cue.iter().map(|span| (span, "cue"))).collect();
            assert_eq!(targets.len(), spans.len());
            for (target, (&span, class)) in targets.iter().zip(spans) {
                let [quote, position] = target["selector"].as_array().unwrap().as_slice() else { panic!("{target}") };
                assert_eq!(
                    (&quote["type"], &position["type"]),
                    (&"TextQuoteSelector".into(), &"TextPositionSelector".into())
                );
                assert_eq!(quote["exact"], document.slice(span));
                assert_eq!(by_position(document.text, position), document.slice(span));
                assert_eq!(by_quote(document.text, quote) as u64, position["start"].as_u64().unwrap());
                assert_eq!(target["styleClass"], class);
            }
        }
    }
}

#[test]
fn each_half_of_a_windows_line_end_counts_as_one_and_a_byte_order_mark_does_not_count() {
    let data = made("\u{feff}Title\r\n\r\n𝔸ll of it.\r\n", &narration("𝔸ll of it."));
    let selector = read(data)["first"]["items"][0]["target"][0]["selector"][1].clone();
    assert_eq!((&selector["start"], &selector["end"]), (&9.into(), &19.into()));
}

#[test]
fn targets_are_the_texts_that_the_bundle_serves() {
    for (data, address) in [
        (shipped(), "https://briefing.example/x/seeds/000_0d3004281b1ae425.txt"),
        (hostile(), "https://briefing.example/x/seeds/a%20b%23%C3%BC.txt"),
    ] {
        assert_eq!(read(data)["first"]["items"][0]["target"][0]["source"]["id"], address);
    }
}

#[test]
fn it_is_a_collection_with_its_first_page() {
    let read = read(shipped());
    assert_eq!(read["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(read["type"], "AnnotationCollection");
    assert_eq!(read["total"], ids(shipped()).len());
    assert_eq!((&read["first"]["type"], &read["first"]["startIndex"]), (&"AnnotationPage".into(), &0.into()));
    let link = |value: &Value| {
        let link = value.as_str().unwrap().to_owned();
        let parsed = query::link::parse(shipped(), link.split_once('#').unwrap().1);
        assert_eq!(parsed.notices, [], "{link}");
        link
    };
    let items = read["first"]["items"].as_array().unwrap();
    let mut names: Vec<_> = items.iter().map(|item| link(&item["id"])).collect();
    names.extend([link(&read["id"]), link(&read["first"]["id"])]);
    names.sort();
    names.dedup();
    assert_eq!(names.len(), ids(shipped()).len() + 2, "everything has a name of its own that leads somewhere");
}

#[test]
fn bodies_describe_tag_and_comment() {
    let [_, small, _] = all();
    let read = read(small);
    let items = read["first"]["items"].as_array().unwrap();
    let denial = items.iter().find(|item| item["id"].as_str().unwrap().contains("=general-denies")).unwrap();
    assert_eq!(purpose(denial, "tagging"), ["The bridge"]);
    assert_eq!(
        purpose(denial, "commenting"),
        ["Said twice.", "Contradicted by Minister of Beland: Welcome and refused."]
    );
    let [described] = purpose(denial, "describing")[..] else { panic!("{denial}") };
    assert!(described.starts_with("Émile of Aland\nChain: Émile of Aland → The Herald → The Wire → "), "{described}");
    for (id, item) in ids(hostile()).into_iter().zip(self::read(hostile())["first"]["items"].as_array().unwrap()) {
        let topics: Vec<_> = hostile().statement(id).topics.iter().map(|&topic| hostile().topic(topic).name).collect();
        assert_eq!(purpose(item, "tagging"), topics);
    }
}
