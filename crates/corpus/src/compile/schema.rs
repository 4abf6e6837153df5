//! JSON Schemas of the TOML files, for editors that complete and check while one writes.
//!
//! They are committed in `seeds/schema/`; a test compares them with the types (`UPDATE=1` writes them anew). An editor
//! with Taplo takes one by the first line of a file: `#:schema ./schema/actors.json`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::raw;

/// The name of each schema's file in `seeds/schema/` and what belongs into it.
pub fn schemas() -> Vec<(&'static str, String)> {
    vec![
        ("briefing.json", schema::<raw::Briefing>("briefing.toml")),
        ("actors.json", schema::<raw::Actors>("actors.toml")),
        ("topics.json", schema::<raw::Topics>("topics.toml")),
        ("document.json", schema::<raw::Document>("the annotation of a document")),
    ]
}

/// Draft 7 is what editors of TOML understand. Without references the file can be read by a person, too.
fn schema<T: JsonSchema>(title: &str) -> String {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    // `{:#}` on the value behind a schema is its indented form.
    let mut text = format!("{:#}", schema.as_value());
    text.push('\n');
    text
}
