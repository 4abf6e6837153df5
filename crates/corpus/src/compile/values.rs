//! The kinds of value in the TOML files, each with its grammar: read by [`super::read`], described to editors by JSON
//! Schema from the same words.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::characters::{described, foreign, is_blank, unwanted};
use super::nearest::did_you_mean;
use super::problem::{Place, Problem};
use super::raw::Selector;
use super::read::{At, Many, May, Must, Read, Reader, Some1, Text};
use super::words::Words;
use crate::Date;

/// Whether an editor's own words are fit to show; otherwise reported.
fn sound(text: &str, place: Place, breaks: bool, reader: &mut Reader<'_>) -> bool {
    if is_blank(text) {
        reader.report(Problem::new("briefing::value::empty", "this text is empty").label(place, "needs words"));
        return false;
    }
    let unwanted = unwanted(text, breaks);
    if let Some(c) = unwanted {
        let kind = match c {
            '\n' | '\r' => "a line break",
            '\t' => "a tab",
            _ if c.is_control() => "a control character",
            _ => "a character that does not show",
        };
        reader.report(
            Problem::new("briefing::value::control", format!("this text holds {kind}, {}", described(c)))
                .label(place, "in here")
                .help("write the text anew by hand; such characters come along when text is copied from a page"),
        );
    }
    unwanted.is_none()
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($sound:expr);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub(super) struct $name(pub String);

        impl Read for $name {
            fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
                let At { value: text, place } = reader.string(value)?;
                let sound: fn(&str, Place, &mut Reader<'_>) -> bool = $sound;
                sound(&text, place, reader).then_some($name(text))
            }
        }

        impl Text for $name {
            fn text(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": "\\S" })
            }
        }
    )*};
}

texts! {
    /// An editor's own words, on one line.
    Line(|text, place, reader| sound(text, place, false, reader));
    /// An editor's own sentences.
    Prose(|text, place, reader| sound(text, place, true, reader));
    /// Words of a text. They are looked for there, so whatever the text has in it may be in them, beside something that
    /// shows.
    Verbatim(|text, place, reader| {
        let blank = is_blank(text);
        if blank {
            reader.report(Problem::new("briefing::value::empty", "this quote is empty").label(place, "needs words"));
        }
        !blank
    });
    /// What stands directly before or after words of a text: it may be white space.
    Context(|text, place, reader| {
        if text.is_empty() {
            reader.report(Problem::new("briefing::value::empty", "this is empty").label(place, "needs a character"));
        }
        !text.is_empty()
    });
}

/// A date in EDTF; see [`crate::date`].
#[derive(Clone, Debug)]
pub(super) struct Edtf(pub Date);

impl Read for Edtf {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let At { value: text, place } = reader.string(value)?;
        match text.parse() {
            Ok(date) => Some(Edtf(date)),
            Err(error) => {
                let (what, help) = split_advice(&error.to_string());
                reader.report(
                    Problem::new("briefing::date::invalid", what)
                        .label(place, "")
                        .maybe_help(help)
                        .maybe_help(foreign(&text)),
                );
                None
            }
        }
    }
}

/// A date's error names what to write after a colon; a report shows that as help.
fn split_advice(error: &str) -> (String, Option<String>) {
    match error.split_once(": ") {
        Some((what, advice)) => (what.to_owned(), Some(advice.to_owned())),
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

/// One of an enumeration's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<E>(pub E);

impl<E: Words> Read for Choice<E> {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let At { value: text, place } = reader.string(value)?;
        let found = E::WORDS.iter().find(|(word, ..)| *word == text);
        if found.is_none() {
            let words: Vec<_> = E::WORDS.iter().map(|(word, ..)| *word).collect();
            reader.report(
                Problem::new("briefing::value::unknown", format!("there is no {} \"{text}\"", E::NAME))
                    .label(place, "")
                    .maybe_help(did_you_mean(&text, words.iter().copied()))
                    .maybe_help(foreign(&text))
                    .help(format!("one of {}", words.join(", "))),
            );
        }
        found.map(|&(_, value, _)| Choice(value))
    }
}

impl<E: Words> JsonSchema for Choice<E> {
    fn schema_name() -> Cow<'static, str> {
        E::NAME.replace(' ', "_").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = E::WORDS.iter().map(|(word, _, means)| json_schema!({ "const": word, "description": means }));
        json_schema!({ "oneOf": words.collect::<Vec<_>>() })
    }
}

/// A verbatim stretch of the text: a string, or a [`Selector`].
#[derive(Clone, Debug)]
pub(super) struct Quote {
    pub exact: String,
    /// Where the words stand in the annotation.
    pub place: Place,
    pub prefix: Option<At<String>>,
    pub suffix: Option<At<String>>,
}

impl Read for Quote {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(value.get_ref(), DeValue::Table(_)) {
            let Selector { exact, prefix, suffix } = Selector::read(value, reader)?;
            let At { value: Verbatim(exact), place } = exact.0?;
            let words = |side: May<Context>| side.0.map(|At { value: Context(value), place }| At { value, place });
            return Some(Quote { exact, place, prefix: words(prefix), suffix: words(suffix) });
        }
        let Verbatim(exact) = Verbatim::read(value, reader)?;
        Some(Quote { exact, place: reader.place(value.span()), prefix: None, suffix: None })
    }
}

impl JsonSchema for Quote {
    fn schema_name() -> Cow<'static, str> {
        "Quote".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let selector = generator.subschema_for::<Selector>();
        json_schema!({ "anyOf": [{ "type": "string", "minLength": 1 }, selector] })
    }
}

macro_rules! like {
    ($($wrapper:ident => |$generator:ident| $schema:expr;)*) => {$(
        impl<T: JsonSchema> JsonSchema for $wrapper<T> {
            fn schema_name() -> Cow<'static, str> {
                format!("{}_{}", stringify!($wrapper), T::schema_name()).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                let inner = $generator.subschema_for::<T>();
                let schema: fn(Schema) -> Schema = $schema;
                schema(inner)
            }
        }
    )*};
}

fn list(inner: &Schema, least: u32) -> Schema {
    // Tables are written under repeated headings; of other values one may stand without brackets.
    let list = json_schema!({ "type": "array", "items": inner, "minItems": least });
    if inner.get("type").and_then(serde_json::Value::as_str) == Some("object") {
        list
    } else {
        json_schema!({ "anyOf": [inner, list] })
    }
}

like! {
    Must => |generator| |inner| inner;
    May => |generator| |inner| inner;
    Many => |generator| |inner| list(&inner, 0);
    Some1 => |generator| |inner| list(&inner, 1);
}
