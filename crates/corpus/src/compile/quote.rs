//! Quotes as annotations have them: verbatim words of a document, alone or as a selector with context.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::field::{Optional, Required};
use super::read::{FromToml, Reader};
use super::source_span::{Located, SourceSpan};
use super::strings::{Context, Verbatim};
use super::table::tables;

tables! {
    /// A verbatim quote with context: the text directly before or after it, where the same words occur more than once.
    struct Selector = "a quote" {
        /// The quoted words.
        exact: Required<Verbatim>,
        /// Text directly before the words.
        #[schemars(default)]
        prefix: Optional<Context>,
        /// Text directly after the words.
        #[schemars(default)]
        suffix: Optional<Context>,
    }
}

/// A quote: a string, or a [`Selector`].
#[derive(Clone, Debug)]
pub(super) struct Quote {
    pub exact: String,
    /// Range of the exact words in the annotation.
    pub span: SourceSpan,
    pub prefix: Option<Located<String>>,
    pub suffix: Option<Located<String>>,
}

impl FromToml for Quote {
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(value.get_ref(), DeValue::Table(_)) {
            let Selector { exact, prefix, suffix } = Selector::from_toml(value, reader)?;
            let Located { value: exact, span } = exact.0?;
            let context = |side: Optional<Context>| {
                side.0.map(|Located { value, span }| Located { value: value.as_str().to_owned(), span })
            };
            let exact = exact.as_str().to_owned();
            return Some(Quote { exact, span, prefix: context(prefix), suffix: context(suffix) });
        }
        let exact = Verbatim::from_toml(value, reader)?.as_str().to_owned();
        Some(Quote { exact, span: reader.span(value.span()), prefix: None, suffix: None })
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
