//! JSON, held against its schema by jsonschema and against the briefing here.

use export::{Context, Format};
use query::link;
use serde_json::Value;

use crate::support::{all, context, hostile, ids, shipped, whole};

fn read(data: query::Shared) -> Value {
    serde_json::from_str(&whole(data, Format::Json).text).unwrap()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect()
}

/// The committed schema is made of the types that write the format. `UPDATE=1` writes it anew.
#[test]
fn the_schema_is_up_to_date() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/briefing-export.schema.json");
    let schema = export::json::schema();
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
            let text: Vec<char> = document.text.chars().collect();
            assert_eq!((&written["id"], &written["document"]), (&statement.slug.into(), &document.slug.into()));
            for (spans, key) in [(&statement.content, "content"), (&statement.cue, "cue")] {
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
        serde_json::from_str(&export::write(shipped(), &ids(shipped())[..1], Format::Json, &context).text).unwrap();
    let edition = shipped().digest.to_string();
    assert_eq!(read["format"], "briefing-export");
    assert_eq!(read["version"], 1);
    assert_eq!(read["briefing"]["edition"], edition);
    assert_eq!(read["exported"], "2026-11-25");
    assert_eq!(read["selection"], format!("Topic: Military basing · {}", shipped().title));
    assert_eq!(read["link"], format!("https://briefing.example/x/index.html#/?topic=basing&edition={}", &edition[..8]));
    assert_eq!(read["$schema"], "https://briefing.example/x/schema/briefing-export.schema.json");
    assert!(read["generator"].as_str().unwrap().starts_with("Briefing "));
    assert!(read["topics"].as_array().unwrap().len() < shipped().topics.len(), "what is not referred to is left out");
}

#[test]
fn a_text_has_the_address_that_the_bundle_serves_it_under() {
    assert_eq!(read(hostile())["documents"][0]["text"], "https://briefing.example/x/seeds/a%20b%23%C3%BC.txt");
}
