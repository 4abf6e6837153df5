//! Values of the TOML files that are not plain strings: dates, and values of the model's enumerations.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::characters::describe_non_ascii;
use super::nearest::did_you_mean;
use super::problem::Problem;
use super::read::{FromToml, Reader};
use super::source_span::Located;
use crate::date::Date;
use crate::enumeration::Enumeration;
use crate::written_date::meanings;

/// A date in EDTF; see [`crate::date`].
#[derive(Clone, Debug)]
pub(super) struct Edtf(pub Date);

impl FromToml for Edtf {
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let Located { value: text, span } = reader.string(value)?;
        match text.parse() {
            Ok(date) => Some(Edtf(date)),
            Err(error) => {
                let (message, help) = split_help(&error.to_string());
                reader.report(
                    Problem::new("briefing::date::invalid", message)
                        .label(span, "")
                        .maybe_help(did_you_mean_date(&text))
                        .maybe_help(help)
                        .maybe_help(describe_non_ascii(&text)),
                );
                None
            }
        }
    }
}

/// The question "did you mean …?", if a text is a date as it is written elsewhere.
fn did_you_mean_date(text: &str) -> Option<String> {
    let meanings: Vec<String> = meanings(text).iter().map(|date| format!("\"{date}\"")).collect();
    (!meanings.is_empty()).then(|| format!("did you mean {}?", meanings.join(" or ")))
}

/// The message of an error, and what follows its colon as help: the valid forms of a date.
fn split_help(error: &str) -> (String, Option<String>) {
    match error.split_once(": ") {
        Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
        None => (error.to_owned(), None),
    }
}

impl JsonSchema for Edtf {
    fn schema_name() -> Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let entry = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
        json_schema!({
            "type": "string",
            "pattern": format!("^({entry}(/({entry}|\\.\\.)?)?|(\\.\\.)?/{entry})$"),
            "examples": ["2021", "2021-12", "2021-12-16", "2021-12-11/2021-12-16", "../2021-12-18", "/2021-12-18"],
        })
    }
}

/// A value of an enumeration, written as its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<E>(pub E);

impl<E: Enumeration> FromToml for Choice<E> {
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let Located { value: text, span } = reader.string(value)?;
        let found = E::from_key(&text);
        if found.is_none() {
            let keys: Vec<_> = E::VALUES.iter().map(|value| value.key()).collect();
            reader.report(
                Problem::new("briefing::value::unknown", format!("there is no {} \"{text}\"", E::NOUN))
                    .label(span, "")
                    .maybe_help(did_you_mean(&text, keys.iter().copied()))
                    .maybe_help(describe_non_ascii(&text))
                    .help(format!("one of {}", keys.join(", "))),
            );
        }
        found.map(Choice)
    }
}

impl<E: Enumeration> JsonSchema for Choice<E> {
    fn schema_name() -> Cow<'static, str> {
        E::NOUN.replace(' ', "_").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let values = E::VALUES.iter();
        let values = values.map(|value| json_schema!({ "const": value.key(), "description": value.description() }));
        json_schema!({ "oneOf": values.collect::<Vec<_>>() })
    }
}

/// The chosen value. `fallback` only stands in for a missing one, in a corpus that does not compile.
pub(super) fn chosen<E: Copy>(choice: Option<&Located<Choice<E>>>, fallback: E) -> E {
    choice.map_or(fallback, |choice| choice.value.0)
}
