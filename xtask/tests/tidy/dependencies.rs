//! What the core and the bundle must not depend on.

use std::process::Command;

use crate::{
    expect_none,
    sources::{line_of, root, sources},
};

/// Crates that decide what a reader sees, and have to run and be tested without a browser.
const CORE: [&str; 4] = ["corpus", "query", "export", "qr"];

/// Crates that only make sense in a browser, by the beginning of their names.
const BROWSER: [&str; 6] = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "tachys"];

/// Crates that only the compiler of a corpus needs.
const COMPILER: [&str; 8] =
    ["toml", "miette", "schemars", "serde_json", "sha2", "aho-corasick", "unicode-security", "unicode_names2"];

/// The crates that are compiled into a package for a target.
fn dependencies(package: &str, options: &[&str]) -> Vec<String> {
    let output = Command::new(std::env::var("CARGO").unwrap_or_else(|_| env!("CARGO").to_owned()))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--package", package])
        .args(options)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("names");
    lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_core_depends_on_no_browser() {
    let mut found = Vec::new();
    for package in CORE {
        for options in [&["--target", "wasm32-unknown-unknown"][..], &["--all-features"]] {
            let all = dependencies(package, options);
            assert!(all.len() > 1, "the tree of {package} is read: {all:?}");
            let wrong = all.iter().filter(|name| BROWSER.iter().any(|of| name.starts_with(of)));
            found.extend(wrong.map(|name| format!("  {package} depends on {name}")));
        }
    }
    expect_none(&found, "The core depends on crates for browsers. Move what needs them to the viewer (`src`).");
}

#[test]
fn the_core_names_no_browser() {
    let mut found = Vec::new();
    let is_of_core = |name: &str| CORE.iter().any(|package| name.starts_with(&format!("crates/{package}/src/")));
    for source in sources().into_iter().filter(|source| is_of_core(&source.name().replace('\\', "/"))) {
        for (index, line) in source.text.lines().enumerate() {
            let names = BROWSER.map(|name| name.replace('-', "_"));
            let used = names.iter().filter(|name| {
                [format!("{name}::"), format!("use {name}"), format!("extern crate {name}")]
                    .iter()
                    .any(|used| line.contains(used))
            });
            found.extend(used.map(|name| format!("  {}: {name}", line_of(&source, index))));
        }
    }
    expect_none(&found, "The core names crates for browsers. Move what needs them to the viewer (`src`).");
}

#[test]
fn the_bundle_does_not_carry_the_compiler() {
    let all = dependencies("corpus", &["--target", "wasm32-unknown-unknown"]);
    assert!(all.iter().any(|name| name == "pagefind_stem"), "the tree of corpus is read: {all:?}");
    let wrong = all.iter().filter(|name| COMPILER.contains(&name.as_str()));
    expect_none(
        &wrong.map(|name| format!("  corpus depends on {name}")).collect::<Vec<_>>(),
        "Crates of the compiler get into the bundle. Make them dependencies of the feature `compile`.",
    );
}
