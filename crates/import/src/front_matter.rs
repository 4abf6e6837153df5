//! Front matter of Markdown: metadata in YAML between lines of `---`, or in TOML between lines of `+++`.
//!
//! Only the top level is read, event by event: aliases are not followed, so no front matter grows while it is read.

use corpus::written_date::edtf;
use pulldown_cmark::MetadataBlockKind;
use saphyr_parser::{Event, Parser};

use crate::document::{Draft, Found};

/// A key with its values: one, or those of a list.
type Entry = (String, Vec<String>);

/// Reads front matter into the metadata of a draft. What is not read is noted.
pub(crate) fn read(kind: MetadataBlockKind, text: &str, draft: &mut Draft) {
    let entries = match kind {
        MetadataBlockKind::YamlStyle => yaml(text),
        MetadataBlockKind::PlusesStyle => toml(text),
    };
    let Some(entries) = entries else {
        draft.leave_out("front matter that cannot be read", text);
        return;
    };
    for (key, values) in entries {
        let value = values.join(", ");
        let found = Found::some(&value, "the front matter");
        let metadata = &mut draft.metadata;
        let slot = match &*key.to_lowercase() {
            "title" => &mut metadata.title,
            "author" | "authors" | "by" | "byline" => &mut metadata.author,
            "outlet" | "publisher" | "publication" | "source" | "site" => &mut metadata.outlet,
            "lang" | "language" | "locale" => &mut metadata.language,
            "url" | "link" | "canonical" | "canonical_url" | "permalink" => &mut metadata.url,
            "date" | "published" | "publishdate" | "pubdate" => {
                if let Some(date) = edtf(&value) {
                    metadata.published = Some(Found::new(date, "the front matter"));
                } else {
                    draft.doubt(format!("the date “{value}” of the front matter cannot be read"));
                }
                continue;
            }
            "retrieved" | "accessed" if edtf(&value).is_some() => {
                metadata.retrieved = edtf(&value).map(|date| Found::new(date, "the front matter"));
                continue;
            }
            _ => {
                draft.leave_out(format!("front matter: {key}"), &value);
                continue;
            }
        };
        *slot = slot.take().or(found);
    }
}

/// The entries of the top level of YAML; `None` if it is not a mapping.
fn yaml(text: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut depth = 0_usize;
    let mut is_key = true;
    for event in Parser::new_from_str(text) {
        match event.ok()?.0 {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                is_key |= depth == 1;
            }
            Event::Scalar(value, ..) => match entries.last_mut() {
                _ if depth == 0 => return None,
                _ if depth == 1 && is_key => {
                    entries.push((value.into_owned(), Vec::new()));
                    is_key = false;
                }
                Some((_, values)) => {
                    values.push(value.into_owned());
                    is_key = depth == 1;
                }
                None => {}
            },
            Event::Alias(_) => is_key |= depth == 1,
            _ => {}
        }
    }
    Some(entries)
}

/// The entries of the top level of TOML.
fn toml(text: &str) -> Option<Vec<Entry>> {
    let table: toml::Table = text.parse().ok()?;
    let one = |value: &toml::Value| match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let values = |value: &toml::Value| match value {
        toml::Value::Array(values) => values.iter().map(one).collect(),
        other => vec![one(other)],
    };
    Some(table.iter().map(|(key, value)| (key.clone(), values(value))).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drafted(kind: MetadataBlockKind, text: &str) -> Draft {
        let mut draft = Draft::default();
        read(kind, text, &mut draft);
        draft
    }

    #[test]
    fn yaml_and_toml_say_the_same() {
        let yaml = "title: 'Bridge: safe?'\nauthors:\n  - Mara Lind\n  - A. Reporter\ndate: 2024-06-04 10:00\n\
                    lang: en\nurl: https://a.example/b\ntags: [bridge, town]\n";
        let toml = "title = 'Bridge: safe?'\nauthors = ['Mara Lind', 'A. Reporter']\ndate = 2024-06-04T10:00:00Z\n\
                    lang = 'en'\nurl = 'https://a.example/b'\ntags = ['bridge', 'town']\n";
        let yaml = drafted(MetadataBlockKind::YamlStyle, yaml);
        let toml = drafted(MetadataBlockKind::PlusesStyle, toml);
        assert_eq!(yaml.metadata, toml.metadata);
        let value = |found: &Option<Found>| found.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        assert_eq!(value(&yaml.metadata.author), "Mara Lind, A. Reporter");
        assert_eq!(value(&yaml.metadata.published), "2024-06-04");
        assert_eq!(yaml.notes, toml.notes);
        assert_eq!(yaml.notes[0].words, "bridge, town");
    }

    #[test]
    fn a_mapping_in_a_mapping_is_a_value() {
        let draft = drafted(MetadataBlockKind::YamlStyle, "a: &x {name: One}\nauthor: {name: Mara}\ntitle: T\n");
        assert_eq!(draft.metadata.title.map(|title| title.value).as_deref(), Some("T"));
    }

    #[test]
    fn aliases_are_not_followed() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: T\n";
        let draft = drafted(MetadataBlockKind::YamlStyle, bomb);
        assert_eq!(draft.metadata.title.map(|title| title.value).as_deref(), Some("T"));
    }

    #[test]
    fn what_cannot_be_read_is_noted() {
        let draft = drafted(MetadataBlockKind::YamlStyle, "a: [b\n");
        assert_eq!(draft.notes[0].message, "front matter that cannot be read");
        let draft = drafted(MetadataBlockKind::YamlStyle, "date: yesterday\n");
        assert!(draft.metadata.published.is_none() && draft.notes.len() == 1);
    }

    proptest! {
        #[test]
        fn any_text_is_front_matter_or_none(text in "\\PC*") {
            drafted(MetadataBlockKind::YamlStyle, &text);
            drafted(MetadataBlockKind::PlusesStyle, &text);
        }
    }
}
