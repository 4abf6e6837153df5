//! Tools from crates.io: trunk, and wasm-bindgen in exactly the version that the bundle is linked with.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::cache::Tool;
use crate::{
    exec::{self, ask, command, on_path},
    failure::Remedy,
    paths,
};

/// The newest trunk that builds with the Rust of this workspace.
const TRUNK: &str = "0.21.14";

/// trunk, found or installed.
pub fn trunk() -> Result<PathBuf> {
    if let Some(trunk) = on_path("trunk").filter(|trunk| has_version(trunk, TRUNK)) {
        return Ok(trunk);
    }
    Tool {
        name: "trunk",
        version: TRUNK,
        program: program("trunk"),
        note: " (once; some minutes if it has to be compiled)",
    }
    .provide(|folder| install("trunk", TRUNK, &["--locked"], folder))
}

/// wasm-bindgen, found or installed.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    // Only together with its test runner, so that the bundle and the tests use the same.
    if let Some(found) = on_path("wasm-bindgen").filter(|found| has_version(found, &version))
        && runner_beside(&found).exists()
    {
        return Ok(found);
    }
    let note = " (once; some minutes if it has to be compiled)";
    Tool { name: "wasm-bindgen-cli", version: &version, program: program("wasm-bindgen"), note }
        // Not --locked: some releases lock dependencies that were withdrawn since.
        .provide(|folder| install("wasm-bindgen-cli", &version, &[], folder))
}

/// The test runner that comes with wasm-bindgen.
pub fn wasm_bindgen_test_runner() -> Result<PathBuf> {
    Ok(runner_beside(&wasm_bindgen()?))
}

fn runner_beside(wasm_bindgen: &Path) -> PathBuf {
    wasm_bindgen.with_file_name(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX))
}

fn program(name: &str) -> PathBuf {
    Path::new("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

fn has_version(program: &Path, version: &str) -> bool {
    ask(command(program).arg("--version")).is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
}

fn install(name: &str, version: &str, options: &[&str], folder: &Path) -> Result<()> {
    if on_path("cargo-binstall").is_some() {
        let mut prebuilt = exec::cargo();
        prebuilt.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(folder);
        match exec::run(prebuilt.arg(format!("{name}@{version}"))) {
            Ok(()) => return Ok(()),
            Err(error) => eprintln!("{error}; compiling it instead"),
        }
    }
    let mut compile = exec::cargo();
    compile.args(["install", name, "--version", version, "--root"]).arg(folder).args(options);
    // A target folder that somebody else is building in would make this wait, or grow that folder for good.
    compile.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET");
    // Spares the person cargo's advice to put our folder on PATH.
    compile.env("PATH", exec::path_with([folder.join("bin").as_path()])?);
    exec::run(&mut compile).with_context(|| {
        let by_hand = format!("cargo install {name} --version {version} {}", options.join(" "));
        Remedy::new(format!("{name} {version} cannot be installed"), by_hand.trim_end())
    })
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock has no package {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version_of_just_this_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
        assert!(locked_version("wasm-bindgen").is_ok());
    }
}
