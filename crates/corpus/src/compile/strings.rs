//! Strings of the TOML files, by kind: prose, verbatim text, ids, codes, addresses. A kind is described once, for the
//! reader and for JSON Schema.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use toml::Spanned;
use toml::de::DeValue;

use super::characters::{describe_char, describe_non_ascii};
use super::field::{Optional, Required};
use super::hidden::{find_disallowed, is_blank};
use super::problem::Problem;
use super::read::{FromToml, Reader};
use super::source_span::{Located, SourceSpan};

/// A kind of string.
pub(super) trait StringKind {
    /// Name in JSON Schema.
    const NAME: &'static str;
    /// Pattern in JSON Schema, a regular expression of ECMAScript.
    const PATTERN: &'static str;
    /// Reports what is wrong with a string. Returns whether the value is kept: one that only violates a grammar is, so
    /// that references to it are not reported as well.
    fn validate(text: &str, span: SourceSpan, reader: &mut Reader<'_>) -> bool;
}

/// A string of a kind.
#[derive(Clone, Debug)]
pub(super) struct Text<K> {
    value: String,
    kind: PhantomData<K>,
}

impl<K> Text<K> {
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl<K: StringKind> FromToml for Text<K> {
    fn from_toml(value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Self> {
        let Located { value, span } = reader.string(value)?;
        K::validate(&value, span, reader).then_some(Text { value, kind: PhantomData })
    }
}

impl<K: StringKind> JsonSchema for Text<K> {
    fn schema_name() -> Cow<'static, str> {
        K::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": K::PATTERN })
    }
}

impl<K> Required<Text<K>> {
    /// The string; empty where it is missing, in a corpus that does not compile.
    pub fn text(&self) -> &str {
        self.0.as_ref().map_or("", |text| text.value.as_str())
    }
}

impl<K> Optional<Text<K>> {
    /// The string, if there is one.
    pub fn text(&self) -> Option<&str> {
        self.0.as_ref().map(|text| text.value.as_str())
    }
}

/// One line of the editor's own words.
pub(super) type Line = Text<LineKind>;
/// Sentences of the editor's own words.
pub(super) type Prose = Text<ProseKind>;
/// Words of a document. They are searched for, so any character of a document is allowed, if one of them is visible.
pub(super) type Verbatim = Text<VerbatimKind>;
/// Text directly before or after words of a document; may be white space.
pub(super) type Context = Text<ContextKind>;
/// An id, where it is defined.
pub(super) type Id = Text<IdKind>;
/// A reference to an id. Its grammar is not validated: an invalid id is reported as unknown.
pub(super) type Ref = Text<RefKind>;
/// A country code of ISO 3166-1 alpha-2.
pub(super) type Country = Text<CountryKind>;
/// An item of Wikidata.
pub(super) type Wikidata = Text<WikidataKind>;
/// An address on the web.
pub(super) type WebAddress = Text<WebAddressKind>;
/// A language tag of BCP 47.
pub(super) type Language = Text<LanguageKind>;

/// Declares kinds of string: name in JSON Schema, pattern, validation.
macro_rules! string_kinds {
    ($($kind:ident = $name:literal, $pattern:expr, $validate:expr;)*) => {$(
        #[derive(Clone, Copy, Debug)]
        pub(super) enum $kind {}

        impl StringKind for $kind {
            const NAME: &'static str = $name;
            const PATTERN: &'static str = $pattern;

            fn validate(text: &str, span: SourceSpan, reader: &mut Reader<'_>) -> bool {
                let validate: fn(&str, SourceSpan, &mut Reader<'_>) -> bool = $validate;
                validate(text, span, reader)
            }
        }
    )*};
}

/// At least one character that is not white space.
const NOT_BLANK: &str = "\\S";

string_kinds! {
    LineKind = "Line", NOT_BLANK, |text, span, reader| is_displayable(text, span, false, reader);
    ProseKind = "Prose", NOT_BLANK, |text, span, reader| is_displayable(text, span, true, reader);
    VerbatimKind = "Verbatim", NOT_BLANK, |text, span, reader| {
        is_not_empty(is_blank(text), "this quote is empty", "needs words", span, reader)
    };
    ContextKind = "Context", NOT_BLANK, |text, span, reader| {
        is_not_empty(text.is_empty(), "this is empty", "needs a character", span, reader)
    };
    IdKind = "Id", ID.pattern, validate_id;
    RefKind = "Ref", ID.pattern, |_, _, _| true;
    CountryKind = "Country", COUNTRY.pattern, |text, span, reader| COUNTRY.validate(text, span, reader);
    WikidataKind = "Wikidata", WIKIDATA.pattern, |text, span, reader| WIKIDATA.validate(text, span, reader);
    WebAddressKind = "Web", WEB_ADDRESS.pattern, |text, span, reader| WEB_ADDRESS.validate(text, span, reader);
    LanguageKind = "Language", LANGUAGE.pattern, |text, span, reader| LANGUAGE.validate(text, span, reader);
}

fn is_not_empty(is_empty: bool, message: &str, label: &str, span: SourceSpan, reader: &mut Reader<'_>) -> bool {
    if is_empty {
        reader.report(Problem::new("briefing::value::empty", message).label(span, label));
    }
    !is_empty
}

/// Whether the editor's own words can be displayed: not blank, and without characters that deceive. Reports what is
/// wrong.
fn is_displayable(text: &str, span: SourceSpan, allow_line_breaks: bool, reader: &mut Reader<'_>) -> bool {
    if !is_not_empty(is_blank(text), "this text is empty", "needs words", span, reader) {
        return false;
    }
    let Some(c) = find_disallowed(text, allow_line_breaks) else { return true };
    let kind = match c {
        '\n' | '\r' => "a line break",
        '\t' => "a tab",
        _ if c.is_control() => "a control character",
        _ => "a character that does not show",
    };
    reader.report(
        Problem::new("briefing::value::control", format!("this text holds {kind}, {}", describe_char(c)))
            .label(span, "in here")
            .help("write the text anew by hand; such characters come along when text is copied from a page"),
    );
    false
}

/// The grammar of a kind of string.
struct Grammar {
    /// Regular expression of ECMAScript, for JSON Schema.
    pattern: &'static str,
    /// The same as a function.
    matches: fn(&str) -> bool,
    /// Code of the problem.
    code: &'static str,
    /// The kind, after "is not".
    name: &'static str,
    help: &'static str,
}

impl Grammar {
    /// Reports a string that does not match. It is kept nevertheless.
    fn validate(&self, text: &str, span: SourceSpan, reader: &mut Reader<'_>) -> bool {
        self.validate_with_example(text, None, span, reader)
    }

    fn validate_with_example(
        &self,
        text: &str,
        example: Option<String>,
        span: SourceSpan,
        reader: &mut Reader<'_>,
    ) -> bool {
        if !(self.matches)(text) {
            reader.report(
                Problem::new(self.code, format!("\"{text}\" is not {}", self.name))
                    .label(span, "")
                    .help(self.help)
                    .maybe_help(describe_non_ascii(text))
                    .maybe_help(example),
            );
        }
        true
    }
}

/// Whether a text is groups joined by single hyphens, each of them not empty and of the given bytes.
fn is_hyphenated(text: &str, is_valid: fn(u8) -> bool) -> bool {
    text.split('-').all(|group| !group.is_empty() && group.bytes().all(is_valid))
}

const ID: Grammar = Grammar {
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    matches: |text| is_hyphenated(text, |b| b.is_ascii_lowercase() || b.is_ascii_digit()),
    code: "briefing::id::grammar",
    name: "an id",
    help: "an id is lower-case letters and digits in groups joined by single hyphens",
};

const COUNTRY: Grammar = Grammar {
    pattern: "^[A-Z]{2}$",
    matches: |text| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
    code: "briefing::country::grammar",
    name: "a country code",
    help: "two capital letters of ISO 3166-1, such as \"UZ\"",
};

const WIKIDATA: Grammar = Grammar {
    pattern: "^Q[1-9][0-9]*$",
    matches: |text| {
        text.strip_prefix('Q')
            .is_some_and(|n| !n.is_empty() && !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit()))
    },
    code: "briefing::wikidata::grammar",
    name: "a Wikidata item",
    help: "the letter Q and a number, such as \"Q265\"",
};

const WEB_ADDRESS: Grammar = Grammar {
    pattern: "^https?://[^\\s/]+(/\\S*)?$",
    matches: |text| {
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
    // A language has two or three letters: longer ones, which the grammar of tags has room for, were never given out.
    pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    matches: |text| {
        let first = text.split('-').next().unwrap_or_default();
        is_hyphenated(text, |b| b.is_ascii_alphanumeric())
            && text.split('-').all(|part| part.len() <= 8)
            && (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_alphabetic())
    },
    code: "briefing::language::grammar",
    name: "a language tag",
    help: "a BCP 47 tag, such as \"en\", \"ru\" or \"uz-Latn\": its code, not its name",
};

/// The greatest length of an id, in bytes. It becomes a file name, with folder and extension, and file systems limit
/// those.
const MAX_ID_LEN: usize = 200;

fn validate_id(text: &str, span: SourceSpan, reader: &mut Reader<'_>) -> bool {
    let slug = slugify(text);
    let example = (!slug.is_empty()).then(|| format!("\"{slug}\" would be one"));
    ID.validate_with_example(text, example, span, reader);
    if text.len() > MAX_ID_LEN {
        reader.report(
            Problem::new("briefing::id::length", format!("this id has {} letters", text.len()))
                .label(span, "")
                .help(format!("an id names a file of the published page: at most {MAX_ID_LEN} letters")),
        );
    }
    true
}

/// An id made of any text: its ASCII letters and digits in lower case, with a hyphen for everything between. May be
/// empty.
pub(super) fn slugify(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let groups = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty());
    groups.collect::<Vec<_>>().join("-")
}
