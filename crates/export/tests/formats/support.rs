//! What these tests share: the shipped briefing, a hostile one, and ways to ask for an export of them.

use std::path::Path;
use std::sync::OnceLock;

use corpus::StatementId;
use corpus::compile::{SeedFile, compile, compile_dir};
use corpus::date::Calendar;
use export::{Context, Exported, Format};
use query::Shared;
use query::names::Named;
use query::view::View;

/// The corpus that the page is built with.
pub fn shipped() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| folder("../../seeds"))
}

/// Everything that a tool could trip over: see `tests/hostile`.
pub fn hostile() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| folder("tests/hostile"))
}

/// What has to hold of any corpus is tried with these: real, small with every form, hostile.
pub fn all() -> [Shared; 3] {
    static SMALL: OnceLock<Shared> = OnceLock::new();
    [shipped(), SMALL.get_or_init(|| folder("../query/tests/small")), hostile()]
}

fn folder(dir: &str) -> Shared {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
    loaded(compile_dir(&dir).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes)
}

fn loaded(bytes: Vec<u8>) -> Shared {
    Box::leak(Box::new(corpus::load(bytes.leak()).expect("what was just compiled loads")))
}

/// A briefing of one document with one statement, published on a day, or not.
pub fn published(date: Option<&str>) -> Shared {
    let line = date.map(|date| format!("published = \"{date}\"\n")).unwrap_or_default();
    made("Title\n\nOne line.\n", &format!("{line}\n{}", narration("One line.")))
}

/// A statement of a document's own voice.
pub fn narration(content: &str) -> String {
    format!("[[statement]]\nid = \"one\"\nform = \"narration\"\ncontent = {content:?}\n")
}

/// A briefing of one document with a text and the rest of an annotation.
pub fn made(text: &str, annotation: &str) -> Shared {
    let files = [
        ("a.txt", text.to_owned()),
        ("a.toml", format!("title = \"Title\"\nlanguage = \"en\"\n{annotation}")),
        ("actors.toml", String::new()),
        ("topics.toml", String::new()),
        (
            "briefing.toml",
            "title = \"Dates\"\nstandfirst = \"S\"\nlanguage = \"en\"\neditor = \"E\"\nlicence = \"L\"\nmethod = [\"M\"]\n"
                .to_owned(),
        ),
    ];
    let files = files.map(|(name, text)| SeedFile { name: name.to_owned(), bytes: text.into_bytes() });
    loaded(compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes)
}

/// The page at an address that is easily recognised.
pub fn context() -> Context {
    Context {
        base: "https://briefing.example/x/index.html#/about".to_owned(),
        accessed: Calendar { year: 2026, month: 11, day: 25 },
        view: View::default(),
    }
}

/// Every statement of a briefing in a format.
pub fn whole(data: Shared, format: Format) -> Exported {
    export::write(data, &ids(data), format, &context())
}

/// Every statement.
pub fn ids(data: Shared) -> Vec<StatementId> {
    data.statement_ids().collect()
}

/// The statement with a slug.
pub fn statement(data: Shared, slug: &str) -> StatementId {
    StatementId::from_slug(data, slug).unwrap_or_else(|| panic!("no statement {slug}"))
}

/// A text as formats give it that know white space only as a space.
pub fn spaced(text: &str) -> String {
    let blank = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The page that links lead to.
pub const PAGE: &str = "https://briefing.example/x/index.html#/";
