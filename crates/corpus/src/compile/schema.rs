//! JSON Schemas of the TOML files, with which text editors complete and validate.
//!
//! They are committed in `seeds/schema/`; a test compares them with the types (`UPDATE=1` writes them anew). A text
//! editor with Taplo uses the one in the first line of a file: `#:schema ./schema/actors.json`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::raw;

/// The JSON Schemas, each with the name of its file in `seeds/schema/`.
pub fn schemas() -> Vec<(&'static str, String)> {
    vec![
        ("briefing.json", schema::<raw::Briefing>("briefing.toml")),
        ("actors.json", schema::<raw::Actors>("actors.toml")),
        ("topics.json", schema::<raw::Topics>("topics.toml")),
        ("document.json", schema::<raw::Document>("the annotation of a document")),
    ]
}

/// The schema of a type in draft 7, which is the draft that text editors know for TOML, and without references, so that
/// it can also be read by a person.
fn schema<T: JsonSchema>(title: &str) -> String {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    // The alternate form of the value behind a schema is indented.
    let mut text = format!("{:#}", schema.as_value());
    text.push('\n');
    text
}
