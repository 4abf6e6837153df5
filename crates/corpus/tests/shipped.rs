//! The corpus in `seeds/` compiles and loads, and its quotes are verbatim.
#![cfg(feature = "compile")]

mod support;

use std::collections::HashMap;
use std::fs;

use corpus::load;
use support::{compiled, folder, walk};
use toml::{Table, Value};

/// The quotes of a `content` or `cue`, read without the compiler.
fn quotes(value: Option<&Value>) -> Vec<String> {
    match value {
        None => Vec::new(),
        Some(Value::Array(values)) => values.iter().flat_map(|value| quotes(Some(value))).collect(),
        Some(Value::Table(selector)) => quotes(selector.get("exact")),
        Some(value) => vec![value.as_str().expect("a quote is a text").to_owned()],
    }
}

#[test]
fn the_shipped_corpus_compiles_and_loads() {
    let compiled = compiled("../../seeds");
    let briefing = load(&compiled.bytes).expect("a briefing");
    assert!(walk(&briefing) > 0);
    assert!(!briefing.statements.is_empty());
}

#[test]
fn texts_are_their_files_byte_for_byte() {
    let compiled = compiled("../../seeds");
    for document in &load(&compiled.bytes).expect("a briefing").documents {
        let file = fs::read(folder("../../seeds").join(document.file)).expect("the text");
        assert!(file == document.text().as_bytes(), "{}", document.file);
    }
}

#[test]
fn every_content_and_cue_is_verbatim() {
    let compiled = compiled("../../seeds");
    let briefing = load(&compiled.bytes).expect("a briefing");
    for document in &briefing.documents {
        let annotation = document.file.replace(".txt", ".toml");
        let annotation = fs::read_to_string(folder("../../seeds").join(annotation)).expect("the annotation");
        let annotation: Table = annotation.parse().expect("TOML");
        let written: HashMap<&str, &Value> = annotation["statement"]
            .as_array()
            .expect("statements")
            .iter()
            .map(|statement| (statement["id"].as_str().expect("an id"), statement))
            .collect();
        let mut count = 0;
        for (id, statement) in briefing.statement_ids().zip(briefing.statements.iter()) {
            if briefing.document(statement.document).file != document.file {
                continue;
            }
            count += 1;
            let written = written[statement.slug];
            for (spans, key) in [(briefing.content_spans(id), "content"), (briefing.cue_spans(id), "cue")] {
                let compiled: Vec<_> = spans.iter().map(|&span| document.slice(span)).collect();
                assert_eq!(compiled, quotes(written.get(key)), "{key} of {}", statement.slug);
            }
        }
        assert_eq!(count, written.len(), "every statement is compiled");
    }
}
