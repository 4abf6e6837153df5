//! Fixtures of the tests: the shipped briefing, a small and a hostile one, and shortcuts that export them.

use std::path::Path;
use std::sync::OnceLock;

use corpus::StatementId;
use corpus::compile::{SeedFile, compile, compile_dir};
use corpus::date::Calendar;
use query::Shared;
use query::names::Named;
use query::view::View;

use crate::{Context, Exported, Format};

/// The corpus in `seeds/`.
pub fn shipped() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| folder("../../seeds"))
}

/// A corpus of everything that could mislead a reader of a format: see `tests/hostile`.
pub fn hostile() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| folder("tests/hostile"))
}

/// The corpora for properties of every corpus: a real one, a small one with every form of statement, a hostile one.
pub fn all() -> [Shared; 3] {
    static SMALL: OnceLock<Shared> = OnceLock::new();
    [shipped(), SMALL.get_or_init(|| folder("../query/tests/small")), hostile()]
}

/// A corpus of twelve documents: `examples/aldport`.
pub fn aldport() -> Shared {
    static BRIEFING: OnceLock<Shared> = OnceLock::new();
    BRIEFING.get_or_init(|| folder("../../examples/aldport"))
}

fn folder(dir: &str) -> Shared {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
    load(compile_dir(&dir).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes)
}

fn load(bytes: Vec<u8>) -> Shared {
    Box::leak(Box::new(corpus::load(bytes.leak()).expect("what was just compiled loads")))
}

/// A briefing of one document with one statement; the document has this date of publication, or none.
pub fn published(date: Option<&str>) -> Shared {
    let line = date.map(|date| format!("published = \"{date}\"\n")).unwrap_or_default();
    briefing_of("Title\n\nOne line.\n", &format!("{line}\n{}", narration("One line.")))
}

/// The annotation of one statement in the document's own voice.
pub fn narration(content: &str) -> String {
    format!("[[statement]]\nid = \"one\"\nform = \"narration\"\ncontent = {content:?}\n")
}

/// A briefing of one document with this text, and this annotation after title and language.
pub fn briefing_of(text: &str, annotation: &str) -> Shared {
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
    load(compile(&files).unwrap_or_else(|report| panic!("{}", report.render(false, 100))).bytes)
}

/// The context of an export of the default view, with a recognisable address and a fixed date.
pub fn context() -> Context {
    Context {
        base: "https://briefing.example/x/index.html#/about".to_owned(),
        has_text_files: true,
        accessed: Calendar { year: 2026, month: 11, day: 25 },
        view: View::default(),
    }
}

/// Exports every statement of a briefing.
pub fn whole(data: Shared, format: &Format) -> Exported {
    crate::write(data, &ids(data), format, &context())
}

/// The ids of every statement.
pub fn ids(data: Shared) -> Vec<StatementId> {
    data.statement_ids().collect()
}

/// The statement with a slug.
pub fn statement(data: Shared, slug: &str) -> StatementId {
    StatementId::from_slug(data, slug).unwrap_or_else(|| panic!("no statement {slug}"))
}

/// A text with every run of white space as one space, as line-based formats hold it. Written independently of
/// `inline_text`.
pub fn spaced(text: &str) -> String {
    let blank = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The address of the page in links, as it follows from [`context`].
pub const PAGE: &str = "https://briefing.example/x/index.html#/";
