//! Tables of TOML with known keys, and whole files, which are tables: every unknown, missing or wrong key is reported.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::characters::describe_non_ascii;
use super::nearest::nearest_name;
use super::problem::Problem;
use super::read::{FromToml, Reader};
use super::source_span::{FileId, SourceSpan};
use super::syntax;

/// A table with known keys; declared with [`tables!`].
pub(super) trait Table: Sized {
    /// The table as the subject of a message: "a statement".
    const NAME: &'static str;
    /// The keys, in the order of the documentation.
    const KEYS: &'static [&'static str];
    /// The required keys.
    fn required_keys() -> impl Iterator<Item = &'static str>;
    /// The table with every field missing.
    fn empty() -> Self;
    /// Reads the value of one of the keys into its field.
    fn set(&mut self, key: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>);
}

/// Declares tables: for each a name in messages, and fields whose names are the keys. The doc comments become the
/// descriptions in the JSON Schemas, see [`super::schema`].
macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        struct $name:ident = $title:literal { $($(#[$meta:meta])* $field:ident: $type:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub(super) struct $name { $($(#[$meta])* pub $field: $type,)* }

        impl $crate::compile::table::Table for $name {
            const NAME: &'static str = $title;
            const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn required_keys() -> impl Iterator<Item = &'static str> {
                [$((stringify!($field), <$type as $crate::compile::field::Field>::REQUIRED)),*]
                    .into_iter()
                    .filter_map(|(key, required)| required.then_some(key))
            }

            fn empty() -> Self {
                $name { $($field: $crate::compile::field::Field::missing()),* }
            }

            fn set(
                &mut self,
                key: &str,
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                reader: &mut $crate::compile::read::Reader<'_>,
            ) {
                match key {
                    $(stringify!($field) => {
                        self.$field = $crate::compile::field::Field::from_value(value, reader);
                    })*
                    _ => {}
                }
            }
        }
    )*};
}
pub(super) use tables;

/// A key as the file has it.
type Key<'t> = Spanned<Cow<'t, str>>;

fn report_unknown_key(key: &Key<'_>, table: &str, nearest: Option<&str>, known: &[&str], reader: &mut Reader<'_>) {
    let span = reader.span(key.span());
    reader.report(
        Problem::new("briefing::key::unknown", format!("{table} has no key `{}`", key.get_ref()))
            .label(span, "this key")
            .maybe_help(nearest.map(|nearest| format!("did you mean `{nearest}`?")))
            .maybe_help(describe_non_ascii(key.get_ref()))
            .help(format!("the keys are {}", known.join(", "))),
    );
}

fn report_missing_key(span: SourceSpan, table: &str, key: &str, is_root: bool, reader: &mut Reader<'_>) {
    let before = if is_root { ", before the first line in brackets" } else { "" };
    reader.report(
        Problem::new("briefing::key::missing", format!("{table} has no `{key}`"))
            .label(span, format!("`{key}` is missing here"))
            .help(format!("add a line `{key} = …`{before}")),
    );
}

/// Reads a table, or a whole file (`is_root`). `span` is the heading or the opening brace of the table.
fn read_table<T: Table>(table: &DeTable<'_>, span: SourceSpan, is_root: bool, reader: &mut Reader<'_>) -> T {
    let mut out = T::empty();
    let mut corrected_keys = Vec::new();
    for (key, value) in table {
        let name = &**key.get_ref();
        if T::KEYS.contains(&name) {
            out.set(name, value, reader);
            continue;
        }
        let absent = T::KEYS.iter().copied().filter(|key| !table.contains_key(*key));
        let nearest = nearest_name(name, absent);
        // A misspelt key is reported, then read as the nearest one that is absent: its value may be wrong as well, and
        // later checks would report it as missing.
        if let Some(nearest) = nearest {
            out.set(nearest, value, reader);
            corrected_keys.push(nearest);
        }
        let nearest = nearest.or_else(|| match value.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) => nearest_name(name, T::KEYS.iter().copied()),
            _ => None,
        });
        report_unknown_key(key, T::NAME, nearest, T::KEYS, reader);
    }
    for key in T::required_keys() {
        if !table.contains_key(key) && !corrected_keys.contains(&key) {
            report_missing_key(span, T::NAME, key, is_root, reader);
        }
    }
    out
}

impl<T: Table> FromToml for T {
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let span = reader.span(value.span());
        match value.get_ref() {
            DeValue::Table(table) => Some(read_table(table, span, false, reader)),
            other => {
                reader.wrong_type(other, span, "a table");
                None
            }
        }
    }
}

const LINE_ENDS: &str = "its lines end in U+000D CARRIAGE RETURN alone, as on old systems; TOML knows U+000A LINE FEED, or \
                         both: save the file with such line ends";

/// Reads a file. `None` where its syntax is invalid: a recovered table would only lead to problems that are none.
pub(super) fn read_file<T: Table>(text: &str, file: FileId, problems: &mut Vec<Problem>) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        problems.extend(syntax::independent_errors(text).into_iter().map(|error| {
            let syntax::Error { range, message, help } = error;
            let end = text.ceil_char_boundary((range.start + 1).max(range.end).min(text.len()));
            let non_ascii = text.get(range.start..end).and_then(describe_non_ascii);
            Problem::new("briefing::toml::syntax", format!("this is not TOML: {message}"))
                .label(SourceSpan::new(file, range), "")
                .help(if message.contains("carriage return") { LINE_ENDS } else { &help })
                .maybe_help(non_ascii)
        }));
        return None;
    }
    let mut reader = Reader { file, problems };
    let first_line = SourceSpan::new(file, 0..text.find('\n').unwrap_or(text.len()));
    Some(read_table(table.get_ref(), first_line, true, &mut reader))
}
