//! Fields of a table: required or optional, a single value or a list.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::problem::Problem;
use super::read::{FromToml, Reader};
use super::source_span::Located;

/// The value of a key, or its absence.
pub(super) trait Field: Sized {
    /// Whether the key must be present.
    const REQUIRED: bool;
    /// The field without its key.
    fn missing() -> Self;
    /// The field with a value. A value that cannot be read is reported, and then counts as missing.
    fn from_value(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self;
}

/// A required value; `None` only where its absence has been reported.
#[derive(Clone, Debug)]
pub(super) struct Required<T>(pub Option<Located<T>>);

/// An optional value.
#[derive(Clone, Debug)]
pub(super) struct Optional<T>(pub Option<Located<T>>);

/// A list, by default empty. A single value without brackets is a list of one.
#[derive(Clone, Debug)]
pub(super) struct List<T>(pub Vec<Located<T>>);

/// A list that must have an entry; empty only where that has been reported.
#[derive(Clone, Debug)]
pub(super) struct NonEmptyList<T>(pub Vec<Located<T>>);

// `#[schemars(default)]` makes a key optional in a schema, and needs a default.
impl<T> Default for Optional<T> {
    fn default() -> Self {
        Optional(None)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List(Vec::new())
    }
}

fn read_one<T: FromToml>(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Located<T>> {
    let span = reader.span(value.span());
    T::from_toml(value, reader).map(|value| Located { value, span })
}

fn read_list<T: FromToml>(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Vec<Located<T>> {
    match value.get_ref() {
        DeValue::Array(values) => values.iter().filter_map(|value| read_one(value, reader)).collect(),
        _ => read_one(value, reader).into_iter().collect(),
    }
}

impl<T: FromToml> Field for Required<T> {
    const REQUIRED: bool = true;

    fn missing() -> Self {
        Required(None)
    }

    fn from_value(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        Required(read_one(value, reader))
    }
}

impl<T: FromToml> Field for Optional<T> {
    const REQUIRED: bool = false;

    fn missing() -> Self {
        Optional::default()
    }

    fn from_value(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        Optional(read_one(value, reader))
    }
}

impl<T: FromToml> Field for List<T> {
    const REQUIRED: bool = false;

    fn missing() -> Self {
        List::default()
    }

    fn from_value(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        List(read_list(value, reader))
    }
}

impl<T: FromToml> Field for NonEmptyList<T> {
    const REQUIRED: bool = true;

    fn missing() -> Self {
        NonEmptyList(Vec::new())
    }

    fn from_value(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Self {
        if matches!(value.get_ref(), DeValue::Array(values) if values.is_empty()) {
            let span = reader.span(value.span());
            reader.report(Problem::new("briefing::value::empty", "this list is empty").label(span, "needs an entry"));
        }
        NonEmptyList(read_list(value, reader))
    }
}

macro_rules! json_schemas {
    ($($wrapper:ident => |$inner:ident| $schema:expr;)*) => {$(
        impl<T: JsonSchema> JsonSchema for $wrapper<T> {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                format!("{}_{}", stringify!($wrapper), T::schema_name()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let $inner = generator.subschema_for::<T>();
                $schema
            }
        }
    )*};
}

json_schemas! {
    Required => |inner| inner;
    Optional => |inner| inner;
    List => |inner| list_schema(&inner, 0);
    NonEmptyList => |inner| list_schema(&inner, 1);
}

fn list_schema(inner: &Schema, min_items: u32) -> Schema {
    // Tables are written as repeated headings; a single value of another type may be written without brackets.
    let list = json_schema!({ "type": "array", "items": inner, "minItems": min_items });
    if inner.get("type").and_then(serde_json::Value::as_str) == Some("object") {
        list
    } else {
        json_schema!({ "anyOf": [inner, list] })
    }
}
