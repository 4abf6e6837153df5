//! The crates in the program and in the viewer, with their files of licences.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

/// How names of files begin that hold a licence or belong to one, in lower case.
const NAMES: [&str; 6] = ["copying", "copyright", "licence", "license", "notice", "unlicense"];

/// Folders of a crate that are not compiled into a program.
const SKIPPED: [&str; 5] = ["benches", "examples", "fuzz", "target", "tests"];

/// A crate of somebody else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crate {
    /// The name and the version, as in `serde 1.0.228`.
    pub id: String,
    /// The licence, as the manifest names it: an SPDX expression, where old crates have `/` for `OR`.
    pub licence: String,
    /// The authors whom the manifest names.
    pub authors: String,
    /// The address of the source code; empty where the manifest has none.
    pub repository: String,
    /// Whether it is in the program itself.
    pub in_program: bool,
    /// Whether it is in the viewer.
    pub in_viewer: bool,
    /// Whether one of the files is that of the crate, and not only of something in it.
    pub has_own_file: bool,
    /// The files of licences by their names, those in folders too: of fonts and tables that are in the crate.
    pub files: BTreeMap<String, String>,
}

/// The crates that either tree lists, in the order of their names, without those of this workspace. `metadata` is what
/// `cargo metadata` prints, the trees are lines of `NAME vVERSION`.
///
/// # Errors
/// Where the metadata lacks a crate, or a file cannot be read.
pub fn crates_of(metadata: &Value, program: &str, viewer: &str) -> Result<Vec<Crate>> {
    let (program, viewer) = (ids(program), ids(viewer));
    let packages = metadata["packages"].as_array().context("`cargo metadata` lists no packages")?;
    let by_id: BTreeMap<String, &Value> = packages
        .iter()
        .map(|package| (format!("{} {}", string(package, "name"), string(package, "version")), package))
        .collect();
    let mut crates = Vec::new();
    for id in program.union(&viewer) {
        let package = by_id.get(id).with_context(|| format!("`cargo metadata` does not know {id}"))?;
        // A crate of this workspace has no source that it was fetched from.
        if package["source"].is_null() {
            continue;
        }
        let folder = Path::new(string(package, "manifest_path")).parent().context("a manifest is in no folder")?;
        let named = string(package, "license_file");
        let files = files(folder, named)?;
        crates.push(Crate {
            id: id.clone(),
            licence: string(package, "license").to_owned(),
            authors: authors(package),
            repository: string(package, "repository").trim_end_matches('/').to_owned(),
            in_program: program.contains(id),
            in_viewer: viewer.contains(id),
            has_own_file: files.keys().any(|name| name == named || !name.contains('/')),
            files,
        });
    }
    Ok(crates)
}

fn string<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key].as_str().unwrap_or_default()
}

fn authors(package: &Value) -> String {
    let authors = package["authors"].as_array().map(Vec::as_slice).unwrap_or_default();
    authors.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

/// `NAME VERSION` of each line, which may go on with the folder of the crate.
fn ids(tree: &str) -> BTreeSet<String> {
    let id = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some(format!("{name} {}", rest.split_whitespace().next()?))
    };
    tree.lines().filter_map(id).collect()
}

/// The files of a crate whose names say that they are licences, and the one that its manifest names.
fn files(folder: &Path, named: &str) -> Result<BTreeMap<String, String>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    if !named.is_empty() && !paths.contains(&folder.join(named)) {
        paths.push(folder.join(named));
    }
    let mut files = BTreeMap::new();
    for path in paths {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
    }
    Ok(files)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() {
            if !SKIPPED.contains(&&*name) {
                collect(&path, found)?;
            }
        } else if NAMES.iter().any(|start| name.starts_with(start)) && path.extension().is_none_or(|end| end != "rs") {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_crate_has_its_own_files_and_the_workspace_is_left_out() {
        let folder = std::env::temp_dir().join(format!("briefing-xtask-licences-{}", std::process::id()));
        for inner in ["fonts", "legal", "tests"] {
            fs::create_dir_all(folder.join(inner)).unwrap();
        }
        for (name, text) in [
            ("LICENSE-MIT", "a"),
            ("Copying", "b"),
            ("license.rs", "no"),
            ("fonts/LICENSE", "c"),
            ("legal/terms.txt", "d"),
            ("tests/LICENSE", "no"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let package = |name: &str, source: Option<&str>| {
            json!({
                "name": name, "version": "1.0.0", "source": source, "license": "MIT", "license_file": "legal/terms.txt",
                "manifest_path": folder.join("Cargo.toml"), "authors": ["A", "B"], "repository": "https://a.example/",
            })
        };
        let metadata =
            json!({ "packages": [package("ours", None), package("a", Some("a registry")), package("b", None)] });
        let crates = crates_of(&metadata, "ours v1.0.0 (/somewhere)\na v1.0.0\n", "a v1.0.0\na v1.0.0 (*)\n").unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let [found] = crates.as_slice() else { panic!("{crates:?}") };
        assert_eq!((found.id.as_str(), found.authors.as_str()), ("a 1.0.0", "A, B"));
        assert!(found.in_program && found.in_viewer && found.repository == "https://a.example");
        let files: Vec<_> = found.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(files, [("Copying", "b"), ("LICENSE-MIT", "a"), ("fonts/LICENSE", "c"), ("legal/terms.txt", "d")]);
        assert!(found.has_own_file);
        assert!(crates_of(&metadata, "c v1.0.0\n", "").is_err());
    }
}
