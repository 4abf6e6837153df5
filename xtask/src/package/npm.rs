//! Packages for npm: a small one with a script, and one with the program for each platform, of which npm installs the
//! one that fits. esbuild and Pagefind are packaged this way.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{
    archive::{Effort, pack},
    contents::{Contents, DOCUMENTS, MANUAL, PROGRAM, VERSION, program_in},
};
use crate::{bundle, paths};

/// The name of the small package.
pub const NAME: &str = "briefing-cli";

/// The scope of the packages for platforms. It has to be registered before they can be published.
const SCOPE: &str = "@briefing-cli";

/// The licence of all packages.
const LICENCE: &str = "MIT OR Apache-2.0";

/// The oldest Node.js that the script runs on.
const NODE: &str = ">=18";

/// The script of the small package, as seen from its top.
const SCRIPT: &str = "bin/briefing.js";

/// A system and a processor for which there is a package: by Rust's names, and by those of Node.js.
struct Platform {
    rust: (&'static str, &'static str),
    node: (&'static str, &'static str),
}

/// The platforms, as the workflow `release` builds them.
const PLATFORMS: [Platform; 5] = [
    Platform { rust: ("linux", "x86_64"), node: ("linux", "x64") },
    Platform { rust: ("linux", "aarch64"), node: ("linux", "arm64") },
    Platform { rust: ("macos", "x86_64"), node: ("darwin", "x64") },
    Platform { rust: ("macos", "aarch64"), node: ("darwin", "arm64") },
    Platform { rust: ("windows", "x86_64"), node: ("win32", "x64") },
];

impl Platform {
    /// That of this machine.
    fn current() -> Result<&'static Self> {
        let here = (env::consts::OS, env::consts::ARCH);
        let found = PLATFORMS.iter().find(|platform| platform.rust == here);
        found.with_context(|| format!("there is no package for {} on {}; add it to PLATFORMS", here.0, here.1))
    }

    /// The name of its package.
    fn package(&self) -> String {
        format!("{SCOPE}/{}-{}", self.node.0, self.node.1)
    }
}

/// Makes both packages below `out`, the small one and that for this machine, and returns their files. The folders that
/// are packed are made in `scratch`.
pub fn make(contents: &Contents, scratch: &Path, out: &Path, effort: Effort) -> Result<[PathBuf; 2]> {
    let small = scratch.join("small");
    write_small(contents, &small)?;
    let of_platform = scratch.join("platform");
    let platform = Platform::current()?;
    write_platform(contents, platform, &of_platform)?;
    let file = |name: &str| out.join(file_name(name));
    let files = [file(NAME), file(&platform.package())];
    for (folder, file) in [&small, &of_platform].into_iter().zip(&files) {
        // npm expects all files of a package below this name.
        pack(folder, "package", file, effort)?;
    }
    Ok(files)
}

/// The name that `npm pack` gives the file of a package.
fn file_name(package: &str) -> String {
    format!("{}-{VERSION}.tgz", package.trim_start_matches('@').replace('/', "-"))
}

fn write_small(contents: &Contents, folder: &Path) -> Result<()> {
    bundle::empty(folder)?;
    let source = paths::root().join("crates/cli/npm/briefing.js");
    copy(&source, &folder.join(SCRIPT))?;
    let pages = contents.manual_pages()?;
    for page in &pages {
        copy(&contents.folder.join(MANUAL).join(page), &folder.join("man").join(page))?;
    }
    copy_documents(contents, folder, &["LICENSE-APACHE", "LICENSE-MIT", "README.md"])?;
    let platforms: Map<String, Value> = PLATFORMS.iter().map(|platform| (platform.package(), VERSION.into())).collect();
    let man: Vec<String> = pages.iter().map(|page| format!("./man/{page}")).collect();
    write_manifest(
        folder,
        &json!({
            "name": NAME,
            "version": VERSION,
            "description": description(),
            "license": LICENCE,
            "bin": { PROGRAM: SCRIPT },
            "man": man,
            "engines": { "node": NODE },
            "optionalDependencies": platforms,
        }),
    )
}

fn write_platform(contents: &Contents, platform: &Platform, folder: &Path) -> Result<()> {
    bundle::empty(folder)?;
    copy(&contents.program(), &folder.join(program_in("bin")))?;
    let documents = contents.folder.join(DOCUMENTS);
    for entry in fs::read_dir(&documents).with_context(|| format!("cannot read {}", documents.display()))? {
        let name = entry?.file_name();
        copy(&documents.join(&name), &folder.join(&name))?;
    }
    let (system, processor) = platform.node;
    let mut manifest = json!({
        "name": platform.package(),
        "version": VERSION,
        "description": format!("The program of {NAME} for {system} on {processor}"),
        "license": LICENCE,
        "os": [system],
        "cpu": [processor],
        // So that a package manager that keeps packages packed unpacks this one.
        "preferUnplugged": true,
    });
    if system == "linux" {
        manifest["libc"] = json!(["glibc"]);
    }
    write_manifest(folder, &manifest)
}

fn copy_documents(contents: &Contents, folder: &Path, names: &[&str]) -> Result<()> {
    names.iter().try_for_each(|name| copy(&contents.folder.join(DOCUMENTS).join(name), &folder.join(name)))
}

fn write_manifest(folder: &Path, manifest: &Value) -> Result<()> {
    bundle::write(&folder.join("package.json"), format!("{manifest:#}\n"))
}

/// The description of the program, as its manifest for cargo has it.
fn description() -> &'static str {
    const MANIFEST: &str = include_str!("../../../crates/cli/Cargo.toml");
    let line = MANIFEST.lines().find_map(|line| line.strip_prefix("description = \"")?.strip_suffix('"'));
    line.expect("the manifest of the program has a description")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_npm_names_them() {
        let name = file_name(&PLATFORMS[0].package());
        assert_eq!(name, format!("briefing-cli-linux-x64-{VERSION}.tgz"));
    }

    #[test]
    fn the_description_is_that_of_the_program() {
        assert!(description().contains("briefing"));
    }

    #[test]
    fn the_workflow_builds_the_package_of_every_platform() {
        let workflow = fs::read_to_string(paths::root().join(".github/workflows/release.yml")).unwrap();
        for platform in PLATFORMS {
            let (system, processor) = platform.node;
            assert!(workflow.contains(&format!("platform: {system}-{processor}")), "{system}-{processor}");
        }
    }
}
