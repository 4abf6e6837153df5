//! What the written pages say of language and direction, of a briefing in Arabic and of one in English about Arabic
//! texts.

use std::path::Path;

use corpus::StatementId;
use corpus::compile::{Compiled, Report, SeedFile, compile, compile_dir};
use lol_html::{element, rewrite_str};
use query::Shared;
use synth::Shape;

use crate::context::{Context, StyleSheet};
use crate::{links, manifest, markup, start_page, static_pages};

fn loaded(compiled: Result<Compiled, Report>) -> Shared {
    let compiled = compiled.unwrap_or_else(|report| panic!("{}", report.render(false, 100)));
    briefing::load(compiled.bytes).expect("what was just compiled loads")
}

/// A corpus of this checkout.
pub fn folder(name: &str) -> Shared {
    loaded(compile_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)))
}

/// The corpus that is shipped.
pub fn seeds() -> Shared {
    folder("seeds")
}

/// The Arabic corpus of the browser tests.
pub fn arabic() -> Shared {
    folder("tests/arabic")
}

/// An English page about an Arabic text, whose names the editor has left as they are.
fn english() -> Shared {
    let files = [
        ("a.txt", "قالت البلدية: \"المياه آمنة (100%)!\" وأضافت ABC أن التقرير سينشر قريبا.\n"),
        (
            "a.toml",
            "title = \"مياه البلدة آمنة!\"\nlanguage = \"ar\"\n\n[[statement]]\nid = \"safe\"\nform = \"direct\"\n\
             speaker = [\"town\"]\ncue = \"قالت البلدية\"\ncontent = \"المياه آمنة (100%)!\"\ntopics = [\"water\", \"trade\"]\n",
        ),
        (
            "actors.toml",
            "[[actor]]\nid = \"town\"\nname = \"البلدية\"\nkind = \"government-body\"\nrole = \"Town hall\"\naliases = [\"البلدية\"]\n",
        ),
        (
            "topics.toml",
            "[[topic]]\nid = \"water\"\nname = \"مياه\"\nscope = \"Water.\"\n[[topic]]\nid = \"trade\"\nname = \"Trade\"\nscope = \"Trade.\"\n",
        ),
        (
            "briefing.toml",
            "title = \"مياه البلدة\"\nstandfirst = \"A trial.\"\nlanguage = \"en\"\neditor = \"Trial\"\nlicence = \"CC BY 4.0\"\nmethod = [\"Invented.\"]\n",
        ),
    ];
    let files = files.map(|(name, text)| SeedFile { name: name.into(), bytes: text.as_bytes().to_vec() });
    loaded(compile(&files))
}

/// A corpus with more statements than have pages of their own, of two actors: one says everything.
pub fn many() -> Shared {
    const A_DOCUMENT: usize = 100;
    let mut files = vec![
        (
            "actors.toml".to_owned(),
            "[[actor]]\nid = \"town\"\nname = \"Town\"\nkind = \"group\"\nrole = \"Town\"\n[[actor]]\nid = \"mute\"\n\
             name = \"Mute\"\nkind = \"group\"\nrole = \"Says nothing\"\n"
                .to_owned(),
        ),
        ("topics.toml".to_owned(), "[[topic]]\nid = \"water\"\nname = \"Water\"\nscope = \"Water.\"\n".to_owned()),
        (
            "briefing.toml".to_owned(),
            "title = \"Many\"\nstandfirst = \"A trial.\"\nlanguage = \"en\"\neditor = \"Trial\"\nlicence = \"CC BY 4.0\"\n\
             method = [\"Invented.\"]\n"
                .to_owned(),
        ),
    ];
    let line = |statement: usize| format!("The town said in line {statement} that pipe {statement} leaks.\n\n");
    let coded = |document: usize, statement: usize| {
        let (year, month) = (2000 + document, 1 + statement % 12);
        format!(
            "\n[[statement]]\nid = \"a-{document}-{statement}\"\nform = \"indirect\"\nspeaker = [\"town\"]\n\
             cue = \"The town said in line {statement} that\"\ncontent = \"pipe {statement} leaks\"\n\
             topics = [\"water\"]\nwhen = \"{year}-{month:02}\"\n"
        )
    };
    for document in 0..=links::MOST_STATEMENT_PAGES / A_DOCUMENT {
        let head = format!("title = \"Number {document}\"\nid = \"a-{document}\"\nlanguage = \"en\"\n");
        let annotation =
            [head].into_iter().chain((0..A_DOCUMENT).map(|statement| coded(document, statement))).collect();
        files.push((format!("a-{document}.txt"), (0..A_DOCUMENT).map(line).collect()));
        files.push((format!("a-{document}.toml"), annotation));
    }
    let files: Vec<_> = files.into_iter().map(|(name, text)| SeedFile { name, bytes: text.into_bytes() }).collect();
    loaded(compile(&files))
}

/// A synthetic corpus of a shape.
pub fn synthetic(statements: usize, shape: Shape) -> Shared {
    let file = |file: synth::File| SeedFile { name: file.name, bytes: file.content.into_bytes() };
    loaded(compile(&synth::files_of(statements, synth::SEED, shape).map(file).collect::<Vec<_>>()))
}

/// A corpus of one document, whose text is on several pages.
pub fn long() -> Shared {
    synthetic(60, Shape::OneDocument(500_000))
}

/// A context of no particular template.
pub fn context(data: Shared) -> Context {
    let style_sheets = vec![StyleSheet { file: "a.css".into(), integrity: None }];
    Context { style_sheets, icon: "icon.png".into(), ..Context::of(data) }
}

fn page(data: Shared, file: &str) -> String {
    let pages = static_pages::all(&context(data), &|_| {});
    pages.into_iter().find(|(path, _)| path == file).unwrap_or_else(|| panic!("no {file}")).1
}

/// The `lang` and `dir` of every element that a selector finds.
fn said(html: &str, selector: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let handler = element!(selector, |element| {
        let of = |name| element.get_attribute(name).unwrap_or_default();
        found.push((of("lang"), of("dir")));
        Ok(())
    });
    rewrite_str(html, markup::settings(vec![handler])).unwrap();
    assert!(!found.is_empty(), "no {selector} in {html}");
    found
}

fn all(html: &str, selector: &str, lang: &str, dir: &str) {
    let found = said(html, selector);
    assert!(found.iter().all(|it| (&*it.0, &*it.1) == (lang, dir)), "{selector}: {found:?} in {html}");
}

#[test]
fn an_arabic_briefing_is_laid_out_from_right_to_left_by_an_english_interface() {
    let data = arabic();
    let context = context(data);
    for (file, html) in static_pages::all(&context, &|_| {}) {
        assert!(html.contains("<html lang=\"en\" dir=\"rtl\">"), "{file}");
    }
    let html =
        "<html lang=\"en\"><title>a</title><link id=\"boot-later\" media=\"print\"><div id=\"app\"></div></html>";
    let front = start_page::fill(&context, html).unwrap();
    assert!(front.contains("<html lang=\"en\" dir=\"rtl\">"), "{front}");
    assert!(front.contains("<link id=\"boot-later\">"), "without its sheet, English sentences would be turned round");
    all(&front, "h1", "ar", "");
    all(&front, ".masthead .standfirst", "ar", "");
}

#[test]
fn an_english_briefing_has_no_direction_of_its_own() {
    let html =
        "<html lang=\"en\"><title>a</title><link id=\"boot-later\" media=\"print\"><div id=\"app\"></div></html>";
    let front = start_page::fill(&context(english()), html).unwrap();
    assert!(front.contains("<html lang=\"en\">") && front.contains("media=\"print\""), "{front}");
}

#[test]
fn arabic_words_in_an_english_page_say_so_wherever_they_stand() {
    let data = english();
    let statement = page(data, "s/safe.html");
    for selector in [".words", "blockquote", "a.speaker", "nav > a:first-child"] {
        all(&statement, selector, "ar", "rtl");
    }
    assert_eq!(said(&statement, ".topic > a"), [("ar".into(), "rtl".into()), (String::new(), String::new())]);
    assert_eq!(said(&statement, "h1 > bdi"), [("ar".into(), "rtl".into()), ("ar".into(), "rtl".into())]);
    let actor = page(data, "a/town.html");
    all(&actor, "h1", "ar", "rtl");
    all(&actor, ".standfirst", "", "");
    all(&actor, "dd > bdi", "ar", "rtl");
    all(&page(data, "a/index.html"), "h3 > a", "ar", "rtl");
    all(&page(data, "about.html"), "li > a[href^='d/']", "ar", "rtl");
}

#[test]
fn an_english_document_in_an_arabic_briefing_keeps_its_direction() {
    let data = arabic();
    let english = page(data, "s/well-open.html");
    for selector in [".words", "blockquote"] {
        all(&english, selector, "", "ltr");
    }
    let arabic = page(data, "s/town-safe.html");
    for selector in [".words", "blockquote", "a.speaker", ".topic > a", ".note"] {
        all(&arabic, selector, "ar", "");
    }
    all(&page(data, "a/haddad.html"), "h1", "", "ltr");
    assert_eq!(
        said(&page(data, "about.html"), ".prose > p")[..2],
        [("ar".into(), String::new()), (String::new(), "ltr".into())]
    );
}

#[test]
fn programs_are_told_the_language_of_what_a_page_shows() {
    let language = |html: &str| {
        let (_, rest) = html.split_once("name=\"citation_language\" content=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    assert_eq!(language(&page(arabic(), "s/well-open.html")), "en");
    assert_eq!(language(&page(arabic(), "s/town-safe.html")), "ar");
    assert_eq!(language(&page(arabic(), "about.html")), "ar");
    assert_eq!(language(&page(english(), "s/safe.html")), "ar");
    let description = page(english(), "s/safe.html");
    assert!(description.contains("“\u{2068}المياه آمنة (100%)!\u{2069}” Direct quote in “\u{2068}"), "{description}");
    for (data, lang, dir) in [(arabic(), "ar", "rtl"), (english(), "ar", "rtl"), (seeds(), "en", "ltr")] {
        let manifest: serde_json::Value = serde_json::from_str(&manifest::manifest(data)).unwrap();
        assert_eq!((&manifest["lang"], &manifest["dir"]), (&lang.into(), &dir.into()));
    }
}

#[test]
fn english_pages_of_english_texts_have_no_attributes_of_either() {
    let data = seeds();
    for id in [StatementId(0), StatementId(7)] {
        let html = page(data, &format!("s/{}.html", data.statement(id).slug));
        let (_, body) = html.split_once("<body>").unwrap();
        assert!(!body.contains(" lang=") && !body.contains(" dir=") && !body.contains("<bdi"), "{body}");
    }
}
