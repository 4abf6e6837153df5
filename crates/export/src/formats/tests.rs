//! What holds of every format. A failure here names what the author of a format forgot.

use std::collections::BTreeSet;
use std::path::Path;

use query::link;

use super::{FORMATS, from_slug};
use crate::Context;
use crate::testing::{all, context, hostile, ids, shipped, whole};

/// The files of `src/formats/` that hold a format, with their source text.
fn modules() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/formats");
    let mut modules = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            modules.push((name, std::fs::read_to_string(path).unwrap()));
        }
    }
    modules.sort();
    modules
}

#[test]
fn every_module_is_listed_documented_and_tested() {
    let list = include_str!("../formats.rs");
    let declared: Vec<_> = modules().iter().map(|(_, text)| text.matches(": Format = Format {").count()).collect();
    assert_eq!(declared.iter().sum::<usize>(), FORMATS.len(), "a format is missing in FORMATS in src/formats.rs");
    for (name, text) in modules() {
        assert!(list.contains(&format!("&{name}::FORMAT,")), "put &{name}::FORMAT into FORMATS in src/formats.rs");
        let head: Vec<_> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(head.iter().any(|line| line.contains("://")), "link the specification at the head of {name}.rs");
        for wanted in ["#[cfg(test)]\nmod tests {", "for data in all()", "hostile()"] {
            assert!(text.contains(wanted), "write tests in {name}.rs that read back every corpus, the hostile one too");
        }
    }
}

#[test]
fn every_format_has_a_row_in_the_readme() {
    let readme = include_str!("../../README.md");
    for format in FORMATS {
        let row = readme.lines().find(|line| line.starts_with(&format!("| {} |", format.name)));
        let row = row.unwrap_or_else(|| panic!("the table of formats in README.md has no row for {}", format.name));
        assert!(row.contains(&format!("| `.{}` |", format.extension)), "{row}");
        let [essence, ..] = format.media_type.split(';').collect::<Vec<_>>()[..] else { panic!("{format:?}") };
        assert!(row.contains(&format!("| `{essence}` |")), "{row}");
    }
}

#[test]
fn every_format_is_listed_once_and_found_by_its_slug() {
    let distinct = |values: Vec<&str>| values.into_iter().collect::<BTreeSet<_>>().len();
    assert_eq!(distinct(FORMATS.iter().map(|format| format.slug).collect()), FORMATS.len(), "two have the same slug");
    assert_eq!(distinct(FORMATS.iter().map(|format| format.name).collect()), FORMATS.len(), "two have the same name");
    for format in FORMATS {
        assert_eq!(from_slug(format.slug).map(|found| found.name), Some(format.name));
    }
    assert!(from_slug("docx").is_none());
}

#[test]
fn names_and_purposes_are_written_for_their_places() {
    for format in FORMATS {
        let identifier = |text: &str, also: u8| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == also)
        };
        assert!(identifier(format.slug, b'-'), "{}: a slug is part of an element's id", format.slug);
        assert!(identifier(format.extension, b'.'), "{}: an extension has no dot before it", format.extension);
        assert!(format.purpose.ends_with('.'), "{:?}: a purpose is one sentence: {}", format, format.purpose);
        assert!((40..=100).contains(&format.purpose.len()), "{format:?}: one line in the dialog: {}", format.purpose);
        let (kind, rest) = format.media_type.split_once('/').unwrap_or_else(|| panic!("{format:?} has no media type"));
        assert!(["text", "application"].contains(&kind) && !rest.contains(' '), "{}", format.media_type);
    }
}

#[test]
fn every_file_is_deterministic_and_ends_with_one_line_break() {
    for data in all() {
        for format in FORMATS {
            let text = whole(data, format).text;
            assert_eq!(text, whole(data, format).text, "{format:?} gives two files for the same statements");
            let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            assert!(text.ends_with(end), "{format:?} ends within a line");
            // RIS ends each entry with a blank line, see `ris`.
            assert!(!text.ends_with(&end.repeat(2)) || format.slug == "ris", "{format:?} ends with a blank line");
        }
    }
}

#[test]
fn every_statement_is_in_every_file() {
    for data in all() {
        for format in FORMATS {
            let text = whole(data, format).text;
            for id in ids(data) {
                assert!(text.contains(data.statement(id).slug), "{format:?} leaves out {}", data.statement(id).slug);
            }
        }
    }
}

#[test]
fn a_file_is_named_after_briefing_edition_and_selection() {
    let view = link::parse(shipped(), "#/?topic=basing&actor=uzbekistan&statement=us-delegation-visit").view;
    let context = Context { view, ..context() };
    let name = crate::write(shipped(), &[], &super::csl_json::FORMAT, &context).name;
    let edition = &shipped().digest.to_string()[..8];
    let briefing = "central-asia-between-the-us-and-russia";
    assert_eq!(name, format!("{briefing}-{edition}-actor-uzbekistan-topic-military-basing.csl.json"));
    assert_eq!(whole(shipped(), &super::bibtex::FORMAT).name, format!("{briefing}-{edition}.bib"));
}

#[test]
fn every_page_can_be_exported_from_and_names_the_file() {
    let edition = &shipped().digest.to_string()[..8];
    for (page, named) in [
        ("#/actor/uzbekistan", "-uzbekistan"),
        ("#/compare?actors=uzbekistan,russia", "-uzbekistan-and-russia-compared"),
        ("#/source/central-asia-us-russia?statement=us-withdrawal", "-text-of-central-asia-between-the-us-and-russia"),
        ("#/about", "-about"),
    ] {
        let context = Context { view: link::parse(shipped(), page).view, ..context() };
        let name = crate::write(shipped(), &ids(shipped()), &super::ris::FORMAT, &context).name;
        assert!(name.ends_with(&format!("{edition}{named}.ris")), "{name}");
    }
}

#[test]
fn a_file_name_is_safe_on_every_system() {
    for data in all() {
        for format in FORMATS {
            let name = whole(data, format).name;
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{name}");
            assert!(!name.starts_with(['.', '-']) && name.len() < 150, "{name}");
        }
    }
    assert!(whole(hostile(), &super::csv::FORMAT).name.starts_with("etc-passwd-con-b-b-"));
}

#[test]
fn an_empty_choice_and_an_order_are_kept() {
    let mut reversed = ids(shipped());
    reversed.reverse();
    for format in FORMATS {
        assert!(!crate::write(shipped(), &[], format, &context()).text.contains("us-delegation-visit"));
    }
    let text = crate::write(shipped(), &reversed, &super::csv::FORMAT, &context()).text;
    let position = |id: &str| text.find(&format!("\n\"{id}\"")).unwrap_or_else(|| panic!("{id} is there"));
    let slug = |at: usize| shipped().statement(reversed[at]).slug;
    assert!(position(slug(0)) < position(slug(1)));
}
