//! Every diagnostic, with a small invalid corpus each and the snapshot of its report.
//!
//! A folder under `tests/fail` has the files that differ from `tests/fail/base`; the files listed in `removed` are left
//! out. `report.snap` is the report. `INSTA_UPDATE=always cargo test -p corpus --all-features` writes the snapshots
//! anew.
#![cfg(feature = "compile")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use corpus::compile::{Report, SeedFile, compile, compile_dir};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fail")
}

/// The names of the folders of invalid corpora, sorted.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(root()).expect("a folder of invalid corpora");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"));
    let mut cases: Vec<String> = names.filter(|name| name != "base").collect();
    cases.sort();
    cases
}

fn read(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry"));
    let files = entries.map(|entry| {
        (entry.file_name().into_string().expect("a plain name"), fs::read(entry.path()).expect("a readable file"))
    });
    files.collect()
}

/// The files of the base, replaced or removed by those of a case.
fn corpus(case: &str) -> Vec<SeedFile> {
    let mut files = read(&root().join("base"));
    let mut changed = read(&root().join(case));
    changed.remove("report.snap");
    let removed = changed.remove("removed").unwrap_or_default();
    files.extend(changed);
    for name in String::from_utf8(removed).expect("names").lines() {
        files.remove(name).unwrap_or_else(|| panic!("{case} removes {name}, which is not there"));
    }
    files.into_iter().map(|(name, bytes)| SeedFile { name, bytes }).collect()
}

fn report(case: &str) -> Report {
    match compile(&corpus(case)) {
        Ok(_) => panic!("{case} compiles, and should not"),
        Err(report) => report,
    }
}

#[test]
fn the_base_compiles() {
    let files: Vec<_> = read(&root().join("base")).into_iter().map(|(name, bytes)| SeedFile { name, bytes }).collect();
    assert!(compile(&files).is_ok());
}

#[test]
fn each_report_matches_its_snapshot() {
    for case in cases() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root().join(&case));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("report", report(&case).render(false, 100)));
    }
}

#[test]
fn every_diagnostic_has_an_invalid_corpus() {
    let mut known = BTreeSet::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compile")).expect("the compiler") {
        let source = fs::read_to_string(entry.expect("an entry").path()).expect("a module");
        let codes = source.split('"').filter(|text| text.starts_with("briefing::"));
        known.extend(codes.map(str::to_owned));
    }
    // One needs four gigabytes, the other a disk; tests below cover them as far as possible.
    known.remove("briefing::corpus::too-large");
    known.remove("briefing::file::unreadable");
    let covered: BTreeSet<String> =
        cases().iter().flat_map(|case| report(case).codes().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(known.difference(&covered).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(known.len() > 40, "the codes are found in the sources: {known:?}");
}

#[test]
fn a_folder_that_cannot_be_read_is_reported() {
    let report = compile_dir(&root().join("no-such-folder")).expect_err("there is no such folder");
    assert_eq!(report.codes().collect::<Vec<_>>(), ["briefing::file::unreadable"]);
    assert!(report.render(false, 200).contains("no-such-folder"));
}

#[test]
fn a_text_with_too_many_paragraphs_is_refused() {
    let mut files: BTreeMap<_, _> = read(&root().join("base"));
    let text = files.get_mut("talks.txt").expect("the text");
    text.extend("\n\nAnd so on.".repeat(70_000).bytes());
    let files: Vec<_> = files.into_iter().map(|(name, bytes)| SeedFile { name, bytes }).collect();
    let report = compile(&files).expect_err("too many paragraphs");
    assert_eq!(report.codes().collect::<Vec<_>>(), ["briefing::corpus::too-large"]);
}

#[test]
fn files_in_a_report_are_named_with_the_path_of_the_folder() {
    let report = compile_dir(Path::new("tests/fail/text_without_annotation")).expect_err("no registries");
    assert!(report.render(false, 200).contains("tests/fail/text_without_annotation/briefing.toml is missing"));
}

#[test]
fn colour_is_only_used_on_request() {
    let report = report("key_missing");
    assert!(!report.render(false, 100).contains('\u{1b}'));
    assert!(report.render(true, 100).contains('\u{1b}'));
}
