//! Invariants of the architecture: the core knows of no browser and of no framework, and its modules stay readable.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Crates that only make sense in a browser, by the beginning of their names.
const BROWSER: [&str; 6] = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "tachys"];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The crates that are compiled into another for a target.
fn dependencies(package: &str, options: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--package", package])
        .args(options)
        .current_dir(crates())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("names");
    lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_core_depends_on_nothing_of_a_browser() {
    for package in ["corpus", "query", "export"] {
        for options in [&["--target", "wasm32-unknown-unknown"][..], &["--all-features"]] {
            let all = dependencies(package, options);
            assert!(all.iter().any(|name| name == "serde"), "the tree of {package} is read: {all:?}");
            let wrong: Vec<_> = all.iter().filter(|name| BROWSER.iter().any(|of| name.starts_with(of))).collect();
            assert!(wrong.is_empty(), "{package} depends on {wrong:?}; what needs a browser belongs into the viewer");
        }
    }
}

#[test]
fn the_core_names_nothing_of_a_browser() {
    let mut files = Vec::new();
    for package in ["corpus", "query", "export", "qr"] {
        sources(&crates().join(package).join("src"), &mut files);
    }
    assert!(files.len() > 10, "the sources are found");
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        for name in BROWSER.map(|name| name.replace('-', "_")) {
            let used = [format!("{name}::"), format!("use {name}"), format!("extern crate {name}")];
            assert!(!used.iter().any(|used| text.contains(used)), "{} uses {name}", file.display());
        }
    }
}

#[test]
fn the_bundle_does_not_carry_the_compiler() {
    let all = dependencies("corpus", &["--target", "wasm32-unknown-unknown"]);
    let names =
        ["toml", "miette", "schemars", "serde_json", "sha2", "aho-corasick", "unicode-security", "unicode_names2"];
    for name in names {
        assert!(!all.iter().any(|dependency| dependency == name), "{name} is only for compiling");
    }
}

#[test]
fn modules_of_the_corpus_say_what_they_are_for_and_stay_short() {
    let mut files = Vec::new();
    sources(&crates().join("corpus/src"), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        assert!(text.starts_with("//! "), "{} has no head", file.display());
        let lines = text.lines().count();
        assert!(lines < 400, "{} has {lines} lines", file.display());
    }
}
