//! The small corpus in `docs/format.md` compiles, and gives the report that the page shows.
#![cfg(feature = "compile")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use corpus::compile::{SeedFile, compile};

/// The width at which the page shows the report, in columns.
const WIDTH: usize = 92;

/// The fenced code blocks of the page whose info string has a file name after the language: `toml bridge.toml`.
fn named_blocks() -> Vec<(String, String)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/format.md");
    // A checkout on Windows may have other line ends.
    let page = std::fs::read_to_string(page).unwrap().replace("\r\n", "\n");
    let blocks = page.split("\n```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (info, text) = block.split_once('\n')?;
        let (_, name) = info.split_once(' ')?;
        Some((name.to_owned(), format!("{text}\n")))
    });
    named.collect()
}

fn files() -> Vec<SeedFile> {
    let files = named_blocks().into_iter().filter(|(name, _)| name != "report");
    files.map(|(name, text)| SeedFile { name, bytes: text.into_bytes() }).collect()
}

#[test]
fn the_documented_corpus_compiles() {
    let compiled = compile(&files()).unwrap_or_else(|report| panic!("{}", report.render(false, WIDTH)));
    let briefing = corpus::load(compiled.bytes.leak()).unwrap();
    assert_eq!(briefing.title, "The bridge at Aldport");
    assert_eq!((briefing.statements.len(), briefing.actors.len(), briefing.relations.len()), (2, 2, 1));
}

#[test]
fn the_documented_report_is_given() {
    let mut files = files();
    let text = files.iter_mut().find(|file| file.name == "bridge.txt").unwrap();
    let changed = String::from_utf8(text.bytes.clone()).unwrap().replace("“It needs", "“Still, it needs");
    text.bytes = changed.into_bytes();
    let report = compile(&files).unwrap_err().render(false, WIDTH);
    let (_, shown) = named_blocks().into_iter().find(|(name, _)| name == "report").unwrap();
    let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let (given, shown): (Vec<String>, Vec<String>) = (lines(&report), lines(&shown));
    assert!(given.ends_with(&shown), "docs/format.md shows another report than\n{report}");
}
