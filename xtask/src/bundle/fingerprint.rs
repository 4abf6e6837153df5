//! A fingerprint of all that the template is made of: as long as it is the same, the template is, too.

use std::{env, fs};

use anyhow::{Context, Result};
use content_digest::integrity;

use super::{compile::RUSTFLAGS, files::files_below};
use crate::{
    exec::{command, stdout_of},
    paths,
    tools::BundleTools,
};

/// Files and folders of the checkout that the template is made of, and what makes it.
const INPUTS: [&str; 11] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot",
    "crates",
    "index.html",
    "src",
    "style",
    "xtask/src/bin/split_program",
    "xtask/src/bundle",
    "xtask/src/bundle.rs",
];

/// Parts of names of files in those folders that do not change the template: tests, texts for people, the compiler of
/// corpora, and crates that work on the finished template or on corpora.
const EXCLUDED: [&str; 7] = [
    "/tests/",
    ".md",
    "crates/cli/",
    "crates/corpus/src/compile/",
    "crates/import/",
    "crates/publish/",
    "crates/synth/",
];

/// Files in them that do: what the template has compressed ahead.
const INCLUDED: [&str; 3] =
    ["crates/publish/src/compress.rs", "crates/publish/src/one_file.rs", "crates/publish/src/precompressed.rs"];

/// The fingerprint of the checkout as it is now, with these tools.
pub fn current(tools: &BundleTools) -> Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        let path = paths::root().join(input);
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    let mut values = Vec::new();
    let mut add = |bytes: &[u8]| {
        // With the length, so that no two sequences of values are the same bytes.
        values.extend((bytes.len() as u64).to_le_bytes());
        values.extend_from_slice(bytes);
    };
    for file in files {
        let name = file.strip_prefix(paths::root())?.to_string_lossy().replace('\\', "/");
        if is_input(&name) {
            add(name.as_bytes());
            add(&fs::read(&file).with_context(|| format!("cannot read {name}"))?);
        }
    }
    add(stdout_of(command("rustc").arg("-vV")).unwrap_or_default().as_bytes());
    add(env::var(RUSTFLAGS).unwrap_or_default().as_bytes());
    // Tools are in folders that name their versions, or were found on PATH in the version that is wanted.
    add(tools.trunk.as_os_str().as_encoded_bytes());
    add(tools.path.as_encoded_bytes());
    Ok(integrity(&values))
}

/// Whether a file in those folders changes the template.
fn is_input(name: &str) -> bool {
    INCLUDED.contains(&name) || !EXCLUDED.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_is_there() {
        for input in INPUTS.iter().chain(&INCLUDED) {
            assert!(paths::root().join(input).exists(), "{input}");
        }
    }

    #[test]
    fn only_what_the_template_is_made_of_counts() {
        for name in [
            "src/app.rs",
            "crates/query/src/view.rs",
            "boot/icons/touch-180.png",
            "crates/corpus/Cargo.toml",
            INCLUDED[0],
        ] {
            assert!(is_input(name), "{name}");
        }
        for name in ["crates/query/tests/links.rs", "crates/export/README.md", "crates/corpus/src/compile/advice.rs"] {
            assert!(!is_input(name), "{name}");
        }
    }
}
