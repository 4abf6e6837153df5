//! JSON (RFC 8259, <https://www.rfc-editor.org/rfc/rfc8259>): everything about the statements, without loss.
//!
//! The types in `records` define the format. The feature `schema` generates the JSON Schema (2020-12) in `schema/` from
//! them, and a test keeps that file current; the site serves it under `schema/`. [`VERSION`] rises when a program that
//! knows an older file could misread a newer one. Words of documents are written letter for letter; offsets count
//! Unicode code points.

pub(super) mod records;
mod references;

use corpus::date::Calendar;
use corpus::{ActorId, DocumentId, Enumeration, Span, StatementId, TopicId};
use query::language::Direction;
use query::names::Named;
use query::{Shared, View};

use crate::Context;
use crate::format::{Export, Format};
use crate::selectors::Positions;
use records::{Actor, Briefing, Document, ExportFile, Relation, Statement, Stretch, Topic};
pub use records::{FORMAT_NAME, VERSION};
use references::References;

/// The JSON Schema of the format: the content of `schema/briefing-export.schema.json`.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.transforms.push(Box::new(schemars::transform::RecursiveTransform(without_null)));
    let mut schema = settings.into_generator().into_root_schema_for::<ExportFile>();
    schema.insert("title".to_owned(), "Statements exported from a briefing".into());
    format!("{:#}\n", schema.as_value())
}

/// Removes `null` from the types of optional members: a member without a value is left out of the file.
#[cfg(feature = "schema")]
fn without_null(schema: &mut schemars::Schema) {
    let null = |value: &serde_json::Value| value == "null" || value["type"] == "null";
    for key in ["type", "anyOf"] {
        let Some(serde_json::Value::Array(kinds)) = schema.get_mut(key) else { continue };
        kinds.retain(|kind| !null(kind));
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            if key == "type" {
                schema.insert(key.to_owned(), only);
            } else {
                schema.remove(key);
                schema.ensure_object().extend(only.as_object().cloned().unwrap_or_default());
            }
        }
    }
}

/// JSON by a schema of our own.
pub static FORMAT: Format = Format {
    slug: "json",
    name: "JSON",
    extension: "json",
    media_type: "application/json",
    purpose: "Everything about the statements without loss, by a published schema, for programs.",
    write,
};

fn write(export: Export<'_>) -> String {
    text(&ExportFile { exported: Some(export.context.accessed.to_string()), ..collect(export) })
}

/// The file of all statements that a site has beside its pages. It does not say when it was written, so that the same
/// briefing gives the same bytes. `base` is the address of the page, which may be relative to the file.
pub fn site_file(data: Shared, base: String) -> String {
    let statements: Vec<StatementId> = data.statement_ids().collect();
    // The date is not written.
    let accessed = Calendar { year: 1970, month: 1, day: 1 };
    let context = Context { base, has_text_files: true, accessed, view: View::default() };
    text(&collect(Export { data, statements: &statements, context: &context }))
}

fn text(file: &ExportFile) -> String {
    let text = serde_json::to_string_pretty(file);
    // Serialization of strings, numbers and lists into memory cannot fail.
    text.map(|text| text + "\n").expect("the records are JSON")
}

/// The content of the file, without a date: the statements, and the records that they refer to.
pub(super) fn collect(export: Export<'_>) -> ExportFile {
    let Export { data, statements, context } = export;
    let references = References::new(data, statements);
    let mut is_written = vec![false; data.statements.len()];
    for id in statements {
        is_written[id.index()] = true;
    }
    let relates =
        |relation: &&corpus::Relation<'_>| is_written[relation.from.index()] || is_written[relation.to.index()];
    let mut positions = None;
    ExportFile {
        schema: context.schema_address(),
        format: FORMAT_NAME,
        version: VERSION,
        generator: concat!("Briefing ", env!("CARGO_PKG_VERSION")),
        exported: None,
        selection: context.description(data),
        link: context.view_link(data),
        briefing: Briefing {
            title: data.title,
            standfirst: data.standfirst,
            language: data.language,
            direction: Direction::of_language(data.language).keyword(),
            editor: data.editor,
            licence: data.licence,
            method: data.method.clone(),
            edition: data.digest.to_string(),
        },
        documents: references.documents().map(|id| document(export, id)).collect(),
        actors: references.actors().map(|id| actor(data, id)).collect(),
        topics: references.topics().map(|id| topic(data, id)).collect(),
        statements: statements.iter().map(|&id| statement(export, id, &mut positions)).collect(),
        relations: data.relations.iter().filter(relates).map(|one| relation(data, one)).collect(),
    }
}

fn document(export: Export<'_>, id: DocumentId) -> Document {
    let Export { data, context, .. } = export;
    let document = data.document(id);
    let provenance = document.provenance();
    Document {
        id: document.slug,
        title: document.title,
        published: document.published.map(|date| date.to_string()),
        dated_by: document.dated_by().map(|span| stretch(document.text(), span, &mut Positions::new(document.text()))),
        outlet: document.outlet.map(|outlet| data.actor(outlet).slug),
        url: document.url,
        retrieved: provenance.retrieved.map(|date| date.to_string()),
        archived: provenance.archived,
        language: document.language,
        direction: Direction::of_language(document.language).keyword(),
        text: context.text_address(data, id),
        sha256: provenance.digest.to_string(),
    }
}

fn actor(data: Shared, id: ActorId) -> Actor {
    let actor = data.actor(id);
    Actor {
        id: actor.slug,
        name: actor.name,
        short: actor.short,
        kind: actor.kind.key(),
        role: actor.role,
        part_of: actor.part_of.map(|whole| data.actor(whole).slug),
        camp: actor.camp.map(|camp| data.camp(camp).name),
        country: actor.country,
        owner: actor.owner,
        wikidata: actor.wikidata,
        note: actor.note,
    }
}

fn topic(data: Shared, id: TopicId) -> Topic {
    let topic = data.topic(id);
    Topic { id: topic.slug, name: topic.name, scope: topic.scope }
}

fn stretch(text: &'static str, span: Span, positions: &mut Positions<'_>) -> Stretch {
    let (start, end) = positions.range(span);
    Stretch { exact: &text[span.range()], start, end }
}

/// The record of a statement. `positions` are those of the document of the last one, which is mostly the same.
fn statement(
    export: Export<'_>,
    id: StatementId,
    positions: &mut Option<(DocumentId, Positions<'static>)>,
) -> Statement {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let actors = |ids: &[ActorId]| ids.iter().map(|&id| data.actor(id).slug).collect();
    let (of, mut own) = positions
        .take()
        .filter(|(of, _)| *of == statement.document)
        .unwrap_or_else(|| (statement.document, Positions::new(document.text())));
    let mut stretches = |spans: &[Span]| spans.iter().map(|&span| stretch(document.text(), span, &mut own)).collect();
    let (cue, content) = (stretches(data.cue_spans(id)), stretches(data.content_spans(id)));
    *positions = Some((of, own));
    Statement {
        id: statement.slug,
        document: document.slug,
        language: document.language,
        form: statement.form.slug(data),
        speakers: actors(statement.speakers),
        agents: actors(statement.agents),
        via: actors(statement.via),
        audience: actors(statement.audience),
        about: actors(statement.about),
        cue,
        content,
        topics: statement.topics.iter().map(|&topic| data.topic(topic).slug).collect(),
        position: statement.position.map(|position| position.slug(data)),
        when: statement.when.map(|date| date.to_string()),
        paragraph: statement.paragraph,
        note: statement.note,
        link: context.statement_link(data, id),
    }
}

fn relation(data: Shared, relation: &corpus::Relation<'static>) -> Relation {
    Relation {
        from: data.statement(relation.from).slug,
        to: data.statement(relation.to).slug,
        kind: relation.kind.key(),
        reason: relation.reason,
    }
}

#[cfg(test)]
mod tests {
    // JSON, held against its schema by jsonschema and against the briefing here.

    use query::link;
    use serde_json::Value;

    use super::*;
    use crate::testing::{all, context, hostile, ids, shipped, whole};

    fn read(data: query::Shared) -> Value {
        serde_json::from_str(&whole(data, &FORMAT).text).unwrap()
    }

    fn strings(value: &Value) -> Vec<&str> {
        value.as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect()
    }

    /// The committed schema is made of the types that write the format. `UPDATE=1` writes it anew.
    #[test]
    fn the_schema_is_up_to_date() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/briefing-export.schema.json");
        let schema = schema();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &schema).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == schema, "the schema is out of date: run this test with UPDATE=1");
    }

    #[test]
    fn every_export_keeps_to_the_schema() {
        let schema = serde_json::from_str(include_str!("../../schema/briefing-export.schema.json")).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for data in all() {
            let found: Vec<_> = validator.iter_errors(&read(data)).map(|error| error.to_string()).collect();
            assert_eq!(found, Vec::<String>::new());
        }
        let mut wrong = read(shipped());
        wrong["statements"][0]["form"] = "rumour".into();
        assert!(!validator.is_valid(&wrong), "the schema refuses what is no form");
        let mut wrong = read(shipped());
        wrong["statements"][0]["content"] = serde_json::json!([]);
        assert!(!validator.is_valid(&wrong), "the schema refuses a statement without words");
    }

    #[test]
    fn statements_come_back_letter_for_letter() {
        for data in all() {
            let read = read(data);
            assert_eq!(read["statements"].as_array().unwrap().len(), ids(data).len());
            for (id, written) in ids(data).into_iter().zip(read["statements"].as_array().unwrap()) {
                let statement = data.statement(id);
                let document = data.document(statement.document);
                let text: Vec<char> = document.text().chars().collect();
                assert_eq!((&written["id"], &written["document"]), (&statement.slug.into(), &document.slug.into()));
                for (spans, key) in [(data.content_spans(id), "content"), (data.cue_spans(id), "cue")] {
                    let stretches = written[key].as_array().unwrap();
                    assert_eq!(stretches.len(), spans.len());
                    for (stretch, &span) in stretches.iter().zip(spans) {
                        assert_eq!(stretch["exact"], document.slice(span));
                        let at = |key: &str| stretch[key].as_u64().unwrap() as usize;
                        assert_eq!(text[at("start")..at("end")].iter().collect::<String>(), document.slice(span));
                    }
                }
                let via: Vec<_> = statement.via.iter().map(|&actor| data.actor(actor).slug).collect();
                assert_eq!(strings(&written["via"]), via);
                assert_eq!(written.get("note").and_then(Value::as_str), statement.note);
                assert_eq!(
                    written.get("when").and_then(Value::as_str),
                    statement.when.map(|date| date.to_string()).as_deref()
                );
            }
        }
    }

    #[test]
    fn the_file_of_a_site_is_the_export_of_everything_without_a_date() {
        for data in all() {
            let mut exported = read(data);
            exported.as_object_mut().unwrap().remove("exported");
            let mut text = site_file(data, context().base);
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), exported);
            text = site_file(data, "../index.html".to_owned());
            let beside: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(beside["$schema"], "../schema/briefing-export.schema.json");
            assert!(beside["statements"][0]["link"].as_str().unwrap().starts_with("../index.html#/?statement="));
            assert!(beside["documents"][0]["text"].as_str().unwrap().starts_with("../seeds/"));
        }
    }

    #[test]
    fn documents_say_where_their_text_comes_from() {
        let [_, small, _] = all();
        let read = read(small);
        let talks = &read["documents"][0];
        assert_eq!(
            (&talks["retrieved"], &talks["archived"]),
            (&"2021-12-20".into(), &"https://archive.example/talks".into())
        );
        assert_eq!(talks["sha256"], corpus::TextDigest::of(small.documents[0].text()).to_string());
        assert!(read["documents"][1].get("retrieved").is_none());
        let herald = read["actors"].as_array().unwrap().iter().find(|actor| actor["id"] == "herald").unwrap();
        assert_eq!((&herald["owner"], &herald["country"]), (&"Aland Media".into(), &"AX".into()));
    }

    #[test]
    fn whatever_is_referred_to_is_there_once() {
        for data in all() {
            let read = read(data);
            let known = |list: &str| -> Vec<String> {
                read[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
            };
            let (actors, topics, documents) = (known("actors"), known("topics"), known("documents"));
            for statement in read["statements"].as_array().unwrap() {
                for role in ["speakers", "agents", "via", "audience", "about"] {
                    assert!(strings(&statement[role]).iter().all(|id| actors.iter().any(|actor| actor == id)));
                }
                assert!(strings(&statement["topics"]).iter().all(|id| topics.iter().any(|topic| topic == id)));
                assert!(documents.iter().any(|document| statement["document"] == **document));
            }
            for actor in read["actors"].as_array().unwrap() {
                assert!(actor.get("partOf").is_none_or(|whole| actors.iter().any(|actor| *whole == **actor)));
            }
            let mut sorted = actors.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(sorted.len(), actors.len());
            assert_eq!(read["relations"].as_array().unwrap().len(), data.relations.len());
        }
    }

    #[test]
    fn the_file_says_what_it_is_and_which_edition() {
        let view = link::parse(shipped(), "#/?topic=basing").view;
        let context = Context { view, ..context() };
        let read: Value =
            serde_json::from_str(&crate::write(shipped(), &ids(shipped())[..1], &FORMAT, &context).text).unwrap();
        let edition = shipped().digest.to_string();
        assert_eq!(read["format"], "briefing-export");
        assert_eq!(read["version"], 1);
        assert_eq!(read["briefing"]["edition"], edition);
        assert_eq!(read["exported"], "2026-11-25");
        assert_eq!(read["selection"], format!("Topic: Military basing · {}", shipped().title));
        assert_eq!(
            read["link"],
            format!("https://briefing.example/x/index.html#/?topic=basing&edition={}", &edition[..8])
        );
        assert_eq!(read["$schema"], "https://briefing.example/x/schema/briefing-export.schema.json");
        assert!(read["generator"].as_str().unwrap().starts_with("Briefing "));
        assert!(
            read["topics"].as_array().unwrap().len() < shipped().topics.len(),
            "what is not referred to is left out"
        );
    }

    #[test]
    fn a_text_has_the_address_that_the_bundle_serves_it_under() {
        assert_eq!(read(hostile())["documents"][0]["text"], "https://briefing.example/x/seeds/a%20b%23%C3%BC.txt");
    }
}
