//! Web Annotations: a collection by the W3C Web Annotation Data Model of 2017
//! (<https://www.w3.org/TR/annotation-model/>), as JSON-LD. All annotations are on its first page, which is embedded.
//!
//! A statement is an annotation. Its bodies describe the attribution, tag the topics and carry the editor's note; its
//! targets are stretches of the document's text, as the site serves it under `seeds/`. Each stretch has two selectors,
//! by quote and by position, which select the same; see [`crate::selectors`] for how positions count. A target's
//! `styleClass` tells whether it is the statement's `content` or the `cue` that attributes it.

use corpus::{Span, StatementId};
use query::language::{self, Direction, isolated};
use serde_json::{Value, json};

use crate::attribution;
use crate::format::{Export, Format};
use crate::selectors::selectors;

/// A collection of W3C Web Annotations.
pub static FORMAT: Format = Format {
    slug: "web-annotations",
    name: "Web Annotations",
    extension: "jsonld",
    media_type: "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
    purpose: "Each quote with its exact place in the source text, for tools that follow the W3C model.",
    write,
};

fn write(export: Export<'_>) -> String {
    let Export { data, statements, context } = export;
    let collection = context.view_link(data);
    // The page needs an id of its own that is a working link: the same view with all digits of the edition.
    let edition = data.digest.to_string();
    let page = format!("{}{}", collection, &edition[8..]);
    let items: Vec<Value> = statements.iter().map(|&id| annotation(export, id)).collect();
    let whole = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "label": context.description(data),
        "creator": { "name": data.editor },
        "generator": { "type": "Software", "name": concat!("Briefing ", env!("CARGO_PKG_VERSION")) },
        "generated": format!("{}T00:00:00Z", context.accessed),
        "total": items.len(),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    });
    format!("{whole:#}\n")
}

fn annotation(export: Export<'_>, id: StatementId) -> Value {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let facts = attribution::facts(data, id).into_iter().filter(|(label, _)| *label != "Topics");
    let described: Vec<_> = facts.map(|(label, value)| format!("{label}: {value}")).collect();
    let who = attribution::author(data, id);
    let sentence = (language::page_language(data), Direction::LeftToRight);
    let mut bodies = vec![body("describing", &format!("{who}\n{}", described.join("\n")), sentence)];
    let named = |text| language::resolved(data, language::name(data, text));
    bodies.extend(statement.topics.iter().map(|&topic| {
        let name = data.topic(topic).name;
        body("tagging", name, named(name))
    }));
    let noted = |text| language::resolved(data, language::prose(data, text));
    bodies.extend(statement.note.map(|note| body("commenting", note, noted(note))));
    for related in attribution::relations(data, id) {
        let words = format!("{} {}: {}", related.label, related.author, isolated(related.reason));
        let link = context.statement_link(data, related.other);
        bodies.push(json!({ "type": "SpecificResource", "purpose": "linking", "source": link }));
        bodies.push(body("commenting", &words, sentence));
    }
    let spans = data.content_spans(id).iter().map(|&span| (span, "content"));
    let spans = spans.chain(data.cue_spans(id).iter().map(|&span| (span, "cue")));
    json!({
        "id": context.statement_link(data, id),
        "type": "Annotation",
        "motivation": if statement.topics.is_empty() { json!("describing") } else { json!(["describing", "tagging"]) },
        "body": bodies,
        "target": spans.map(|(span, class)| target(export, id, span, class)).collect::<Vec<_>>(),
    })
}

/// A textual body with its language and direction. Sentences of the writer are English, even around names in other
/// languages.
fn body(purpose: &str, value: &str, (language, direction): (&str, Direction)) -> Value {
    json!({
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": language,
        "textDirection": direction.keyword(),
    })
}

fn target(export: Export<'_>, id: StatementId, span: Span, class: &str) -> Value {
    let Export { data, context, .. } = export;
    let number = data.statement(id).document;
    let document = data.document(number);
    let selectors = selectors(document.text(), span);
    json!({
        "type": "SpecificResource",
        "source": {
            "id": context.text_address(data, number),
            "type": "Text",
            "format": "text/plain",
            "language": document.language,
            "textDirection": Direction::of_language(document.language).keyword(),
        },
        "styleClass": class,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": selectors.exact,
                "prefix": selectors.prefix,
                "suffix": selectors.suffix,
            },
            { "type": "TextPositionSelector", "start": selectors.start, "end": selectors.end },
        ],
    })
}

#[cfg(test)]
mod tests {
    // Web Annotations: both selectors of every target lead to the statement's words in the seed text.

    use query::Shared;
    use serde_json::Value;

    use super::*;
    use crate::formats::{csv, json};
    use crate::testing::{all, briefing_of, hostile, ids, narration, shipped, whole};

    fn read(data: Shared) -> Value {
        serde_json::from_str(&whole(data, &FORMAT).text).unwrap()
    }

    /// The text that a `TextPositionSelector` selects: code points, end exclusive.
    fn by_position(text: &str, selector: &Value) -> String {
        let (start, end) = (selector["start"].as_u64().unwrap() as usize, selector["end"].as_u64().unwrap() as usize);
        text.chars().skip(start).take(end - start).collect()
    }

    /// The start of the text that a `TextQuoteSelector` selects, in code points. Asserts that it selects once.
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

    /// Pages read a text with `fetch().text()`, which removes the mark. The other formats count in the same way.
    #[test]
    fn positions_count_without_the_byte_order_mark_of_the_file() {
        let text = "\u{FEFF}The pumps are safe.\r\n\r\nThe town said so: the pumps are safe.\r\n";
        let annotation = "dated_by = \"so\"\n\n[[statement]]\nid = \"one\"\nform = \"narration\"\ncue = \"safe\"\ncontent = \"The pumps\"\n\n\
                      [[statement]]\nid = \"two\"\nform = \"narration\"\ncontent = \"the pumps are safe\"\n";
        let data = briefing_of(text, annotation);
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
        let json: Value = serde_json::from_str(&whole(data, &json::FORMAT).text).unwrap();
        for stretch in [
            &json["statements"][0]["content"][0],
            &json["statements"][1]["content"][0],
            &json["documents"][0]["datedBy"],
        ] {
            assert_eq!(by_position(fetched, stretch), stretch["exact"].as_str().unwrap());
        }
        let table = whole(data, &csv::FORMAT).text;
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
                let spans = data.content_spans(id).iter().map(|span| (span, "content"));
                let spans: Vec<_> = spans.chain(data.cue_spans(id).iter().map(|span| (span, "cue"))).collect();
                assert_eq!(targets.len(), spans.len());
                for (target, (&span, class)) in targets.iter().zip(spans) {
                    let [quote, position] = target["selector"].as_array().unwrap().as_slice() else {
                        panic!("{target}")
                    };
                    assert_eq!(
                        (&quote["type"], &position["type"]),
                        (&"TextQuoteSelector".into(), &"TextPositionSelector".into())
                    );
                    assert_eq!(quote["exact"], document.slice(span));
                    assert_eq!(by_position(document.text(), position), document.slice(span));
                    assert_eq!(by_quote(document.text(), quote) as u64, position["start"].as_u64().unwrap());
                    assert_eq!(target["styleClass"], class);
                }
            }
        }
    }

    #[test]
    fn each_half_of_a_windows_line_end_counts_as_one_and_a_byte_order_mark_does_not_count() {
        let data = briefing_of("\u{feff}Title\r\n\r\n𝔸ll of it.\r\n", &narration("𝔸ll of it."));
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
        assert!(
            described.starts_with("Émile of Aland\nChain: Émile of Aland → The Herald → The Wire → "),
            "{described}"
        );
        for (id, item) in ids(hostile()).into_iter().zip(self::read(hostile())["first"]["items"].as_array().unwrap()) {
            let topics: Vec<_> =
                hostile().statement(id).topics.iter().map(|&topic| hostile().topic(topic).name).collect();
            assert_eq!(purpose(item, "tagging"), topics);
        }
    }
}
