//! JSON Lines (<https://jsonlines.org>): one statement a line, for tools that read records one by one. UTF-8 without a
//! byte order mark; every line, the last one too, ends with LF.
//!
//! A line is an object that needs no other line: the statement, and the records of its document, actors, topics and
//! relations. These are the records of the JSON format, member for member (see [`json`]), and `version` is its version.
//! A line break in a document's words is an escape in the line, and so are U+0085, U+2028 and U+2029, at which some
//! programs break lines as well.

use corpus::StatementId;
use serde::Serialize;

use super::json;
use super::json::records::{Actor, Document, Relation, Statement, Topic};
use crate::format::{Export, Format};

/// JSON Lines, one statement a line.
pub static FORMAT: Format = Format {
    slug: "json-lines",
    name: "JSON Lines",
    extension: "jsonl",
    // Proposed by jsonlines.org and in use; no type is registered.
    media_type: "application/jsonl",
    purpose: "The records of the JSON file, one statement a line, for jq, DuckDB and pandas.",
    write,
};

/// The record of one line.
#[derive(Serialize)]
struct Line<'r> {
    version: u32,
    edition: &'r str,
    statement: &'r Statement,
    document: &'r Document,
    actors: &'r [Actor],
    topics: &'r [Topic],
    relations: &'r [Relation],
}

fn write(export: Export<'_>) -> String {
    export.statements.iter().map(|&id| line(export, id)).collect()
}

fn line(export: Export<'_>, id: StatementId) -> String {
    // The JSON export of one statement holds exactly the records that the line needs.
    let file = json::collect(Export { statements: &[id], ..export });
    let line = Line {
        version: file.version,
        edition: &file.briefing.edition,
        statement: &file.statements[0],
        document: &file.documents[0],
        actors: &file.actors,
        topics: &file.topics,
        relations: &file.relations,
    };
    // Serialization of strings, numbers and lists into memory cannot fail.
    escape_line_breaks(&serde_json::to_string(&line).expect("the records are JSON")) + "\n"
}

/// Escapes the line breaks that JSON allows in strings. They occur nowhere else in JSON, so the values stay the same.
fn escape_line_breaks(json: &str) -> String {
    json.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    // Lines held against the schema of the JSON format by jsonschema, and against the JSON export of the same
    // statements.

    use query::Shared;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{all, briefing_of, context, hostile, ids, narration, shipped, whole};

    fn read(text: &str) -> Vec<Value> {
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn json_export(data: Shared) -> Value {
        serde_json::from_str(&whole(data, &super::json::FORMAT).text).unwrap()
    }

    /// The record with an id. Panics if there is none.
    fn with_id<'v>(records: &'v Value, id: &Value) -> &'v Value {
        records.as_array().unwrap().iter().find(|record| record["id"] == *id).unwrap_or_else(|| panic!("no {id}"))
    }

    #[test]
    fn every_statement_is_a_line_with_the_records_of_the_json_export() {
        for data in all() {
            let (lines, file) = (read(&whole(data, &FORMAT).text), json_export(data));
            assert_eq!(lines.len(), ids(data).len());
            for (line, statement) in lines.iter().zip(file["statements"].as_array().unwrap()) {
                assert_eq!(line["statement"], *statement);
                assert_eq!(line["document"], *with_id(&file["documents"], &statement["document"]));
                assert_eq!((&line["version"], &line["edition"]), (&file["version"], &file["briefing"]["edition"]));
                for list in ["actors", "topics"] {
                    for record in line[list].as_array().unwrap() {
                        assert_eq!(record, with_id(&file[list], &record["id"]));
                    }
                }
                let own = |relation: &&Value| [&relation["from"], &relation["to"]].contains(&&statement["id"]);
                let relations: Vec<_> = file["relations"].as_array().unwrap().iter().filter(own).collect();
                assert_eq!(line["relations"].as_array().unwrap().iter().collect::<Vec<_>>(), relations);
            }
        }
    }

    #[test]
    fn whatever_a_statement_refers_to_is_in_its_line() {
        for data in all() {
            for line in read(&whole(data, &FORMAT).text) {
                let (statement, actors) = (&line["statement"], &line["actors"]);
                for role in ["speakers", "agents", "via", "audience", "about"] {
                    for id in statement[role].as_array().unwrap() {
                        with_id(actors, id);
                    }
                }
                for id in statement["topics"].as_array().unwrap() {
                    with_id(&line["topics"], id);
                }
                for whole in actors.as_array().unwrap().iter().filter_map(|actor| actor.get("partOf")) {
                    with_id(actors, whole);
                }
            }
        }
    }

    #[test]
    fn every_record_keeps_to_the_schema_of_the_json_export() {
        let mut schema: Value = serde_json::from_str(include_str!("../../schema/briefing-export.schema.json")).unwrap();
        let (definitions, members) = (schema["$defs"].take(), schema["properties"].take());
        let validator = jsonschema::validator_for(&json!({
            "type": "object",
            "properties": {
                "version": members["version"],
                "edition": definitions["Briefing"]["properties"]["edition"],
                "statement": { "$ref": "#/$defs/Statement" },
                "document": { "$ref": "#/$defs/Document" },
                "actors": members["actors"],
                "topics": members["topics"],
                "relations": members["relations"],
            },
            "required": ["version", "edition", "statement", "document", "actors", "topics", "relations"],
            "additionalProperties": false,
            "$defs": definitions,
        }));
        let validator = validator.unwrap();
        for data in all() {
            for line in read(&whole(data, &FORMAT).text) {
                let found: Vec<_> = validator.iter_errors(&line).map(|error| error.to_string()).collect();
                assert_eq!(found, Vec::<String>::new());
            }
        }
        let mut wrong = read(&whole(shipped(), &FORMAT).text).remove(0);
        wrong["statement"]["form"] = "rumour".into();
        assert!(!validator.is_valid(&wrong), "the schema refuses what is no form");
    }

    #[test]
    fn no_word_of_a_document_breaks_a_line() {
        let words = "a\u{85}b\u{2028}c\u{2029}d\u{b}e\u{c}f\u{1c}g\r\n\"h\" \\u2028 i";
        let data =
            briefing_of(&format!("Title\n\n{words}\n"), &narration("a").replace("\"a\"", &json!(words).to_string()));
        for (data, lines) in [(data, 1), (hostile(), ids(hostile()).len())] {
            let text = whole(data, &FORMAT).text;
            let breaks = |c: char| {
                matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
            };
            assert_eq!(text.matches(breaks).count(), lines, "{text}");
            assert!(text.starts_with('{') && text.ends_with("}\n"), "{text}");
            for (id, line) in ids(data).into_iter().zip(read(&text)) {
                let document = data.document(data.statement(id).document);
                for (stretch, &span) in
                    line["statement"]["content"].as_array().unwrap().iter().zip(data.content_spans(id))
                {
                    assert_eq!(stretch["exact"], document.slice(span));
                }
            }
        }
    }

    #[test]
    fn no_statement_is_no_line() {
        assert_eq!(crate::write(shipped(), &[], &FORMAT, &context()).text, "");
    }
}
