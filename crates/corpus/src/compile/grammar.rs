//! The kinds of value with a grammar of their own: ids, codes, addresses. One description each, for the reader and for
//! JSON Schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::characters::foreign;
use super::problem::Problem;
use super::read::{At, Read, Reader, Text};

/// What strings of a kind look like.
struct Grammar {
    /// As an ECMAScript pattern, for JSON Schema.
    pattern: &'static str,
    holds: fn(&str) -> bool,
    code: &'static str,
    /// After "is not".
    name: &'static str,
    help: &'static str,
}

fn groups(text: &str, group: fn(u8) -> bool) -> bool {
    text.split('-').all(|part| !part.is_empty() && part.bytes().all(group))
}

const ID: Grammar = Grammar {
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    holds: |text| groups(text, |b| b.is_ascii_lowercase() || b.is_ascii_digit()),
    code: "briefing::id::grammar",
    name: "an id",
    help: "an id is lower-case letters and digits in groups joined by single hyphens",
};

const COUNTRY: Grammar = Grammar {
    pattern: "^[A-Z]{2}$",
    holds: |text| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
    code: "briefing::country::grammar",
    name: "a country code",
    help: "two capital letters of ISO 3166-1, such as \"UZ\"",
};

const WIKIDATA: Grammar = Grammar {
    pattern: "^Q[1-9][0-9]*$",
    holds: |text| {
        text.strip_prefix('Q')
            .is_some_and(|n| !n.is_empty() && !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit()))
    },
    code: "briefing::wikidata::grammar",
    name: "a Wikidata item",
    help: "the letter Q and a number, such as \"Q265\"",
};

const WEB: Grammar = Grammar {
    pattern: "^https?://[^\\s/]+(/\\S*)?$",
    holds: |text| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.is_some_and(|rest| {
            !rest.is_empty() && !rest.starts_with('/') && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
        })
    },
    code: "briefing::url::scheme",
    name: "an address on the web",
    help: "it begins with https:// or http:// and has no white space in it",
};

const LANGUAGE: Grammar = Grammar {
    pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    holds: |text| {
        let first = text.split('-').next().unwrap_or_default();
        groups(text, |b| b.is_ascii_alphanumeric())
            && text.split('-').all(|part| part.len() <= 8)
            && first.len() >= 2
            && first.bytes().all(|b| b.is_ascii_alphabetic())
    },
    code: "briefing::language::grammar",
    name: "a language tag",
    help: "a BCP 47 tag, such as \"en\", \"ru\" or \"uz-Latn\"",
};

macro_rules! strings {
    ($($(#[$doc:meta])* $name:ident($grammar:expr);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub(super) struct $name(pub String);

        impl Read for $name {
            fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
                let At { value: text, place } = reader.string(value)?;
                let grammar: Grammar = $grammar;
                if !(grammar.holds)(&text) {
                    reader.report(
                        Problem::new(grammar.code, format!("\"{text}\" is not {}", grammar.name))
                            .label(place, "")
                            .help(grammar.help)
                            .maybe_help(foreign(&text)),
                    );
                }
                Some($name(text))
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
                let grammar: Grammar = $grammar;
                json_schema!({ "type": "string", "pattern": grammar.pattern })
            }
        }
    )*};
}

strings! {
    /// A code of ISO 3166-1 alpha-2.
    Country(COUNTRY);
    /// An item of Wikidata.
    Wikidata(WIKIDATA);
    /// An address on the web.
    Web(WEB);
    /// A tag of BCP 47.
    Language(LANGUAGE);
}

/// Longer names of files, with folder and ending, do not exist on every system.
const LONGEST_ID: usize = 200;

/// A name in links and files, where it is given.
#[derive(Clone, Debug)]
pub(super) struct Id(pub String);

impl Read for Id {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let At { value: text, place } = reader.string(value)?;
        if !(ID.holds)(&text) {
            let example = slug(&text);
            reader.report(
                Problem::new(ID.code, format!("\"{text}\" is not {}", ID.name))
                    .label(place, "")
                    .help(ID.help)
                    .maybe_help(foreign(&text))
                    .maybe_help((!example.is_empty()).then(|| format!("\"{example}\" would be one"))),
            );
        }
        if text.len() > LONGEST_ID {
            reader.report(
                Problem::new("briefing::id::length", format!("this id has {} letters", text.len()))
                    .label(place, "")
                    .help(format!("an id names a file of the published page: at most {LONGEST_ID} letters")),
            );
        }
        // Kept even so: what refers to it is right about that.
        Some(Id(text))
    }
}

/// An id made of any text: letters and digits of ASCII in lower case, a hyphen for all between. May be empty.
pub(super) fn slug(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let groups = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty());
    groups.collect::<Vec<_>>().join("-")
}

/// The id of something that is given elsewhere. One that is not an id is not found either, which is said of it then.
#[derive(Clone, Debug)]
pub(super) struct Ref(pub String);

impl Read for Ref {
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.string(value).map(|text| Ref(text.value))
    }
}

macro_rules! like_id {
    ($($name:ident)*) => {$(
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
                json_schema!({ "type": "string", "pattern": ID.pattern })
            }
        }
    )*};
}

like_id! { Id Ref }
