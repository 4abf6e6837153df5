//! Web Annotations: a collection after the W3C Web Annotation Data Model of 2017
//! (<https://www.w3.org/TR/annotation-model/>), as JSON-LD. All annotations are on its first page, which is embedded.
//!
//! A statement is an annotation. Its bodies describe the attribution, tag the topics and carry the editor's note; its
//! targets are stretches of the document's text, as the bundle serves it under `seeds/`. Each stretch is selected twice,
//! by quote and by position, and both select the same; see [`crate::selectors`] for how positions count. A target's
//! `styleClass` tells whether it is the statement's `content` or the `cue` that attributes it.

use corpus::{Span, StatementId};
use query::language::{self, Direction, isolated};
use serde_json::{Value, json};

use crate::Export;
use crate::attribution;
use crate::selectors::place;

pub fn write(export: Export<'_>) -> String {
    let Export { data, statements, context } = export;
    let collection = context.view_link(data);
    // The link to the same view with all of the edition's digits: another name than the collection's, and a link that works.
    let edition = data.digest.to_string();
    let page = format!("{}{}", collection, &edition[8..]);
    let items: Vec<Value> = statements.iter().map(|&id| annotation(export, id)).collect();
    let whole = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "label": context.words(data),
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
        let kind = query::names::relation(related.kind, related.outward);
        let words = format!("{kind} {}: {}", attribution::author(data, related.other), isolated(related.reason));
        let link = context.statement_link(data, related.other);
        bodies.push(json!({ "type": "SpecificResource", "purpose": "linking", "source": link }));
        bodies.push(body("commenting", &words, sentence));
    }
    let spans = statement.content.iter().map(|&span| (span, "content"));
    let spans = spans.chain(statement.cue.iter().map(|&span| (span, "cue")));
    json!({
        "id": context.statement_link(data, id),
        "type": "Annotation",
        "motivation": if statement.topics.is_empty() { json!("describing") } else { json!(["describing", "tagging"]) },
        "body": bodies,
        "target": spans.map(|(span, class)| target(export, id, span, class)).collect::<Vec<_>>(),
    })
}

/// A text with its language and direction: our sentences are English, whatever stands in them.
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
    let place = place(document.text, span);
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
                "exact": place.exact,
                "prefix": place.prefix,
                "suffix": place.suffix,
            },
            { "type": "TextPositionSelector", "start": place.start, "end": place.end },
        ],
    })
}
