//! Tools from crates.io: trunk, and wasm-bindgen in exactly the version that the bundle is linked with.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::cache::Tool;
use crate::{
    exec::{self, command, on_path, stdout_of},
    failure::Remedy,
    paths,
};

/// The newest trunk that builds with the Rust of this workspace.
const TRUNK: &str = "0.21.14";

/// What has a tool compiled fast rather than run fast: both work for seconds on a bundle, and trunk's own profile (fat
/// LTO, one codegen unit) compiles for six minutes on two cores.
const CHEAP_PROFILE: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "false"),
];

/// A package of which a program is compiled if it is not found.
struct Package {
    name: &'static str,
    version: String,
    program: &'static str,
    /// For `cargo install`.
    options: &'static [&'static str],
}

/// trunk, found or installed.
pub fn trunk() -> Result<PathBuf> {
    trunk_package().find_or_install()
}

/// wasm-bindgen, found or installed.
pub fn wasm_bindgen() -> Result<PathBuf> {
    wasm_bindgen_package()?.find_or_install()
}

/// Whether neither `PATH` nor the cache has one of the two.
pub fn is_any_missing() -> Result<bool> {
    Ok(!trunk_package().is_there() || !wasm_bindgen_package()?.is_there())
}

fn trunk_package() -> Package {
    // Its default features are TLS and a check for updates: here it downloads nothing and serves nothing.
    let options = &["--locked", "--no-default-features"];
    Package { name: "trunk", version: TRUNK.to_owned(), program: "trunk", options }
}

fn wasm_bindgen_package() -> Result<Package> {
    // Not --locked: some releases lock dependencies that were yanked since. Its default feature is TLS, while the test
    // runner talks to a driver on the same machine.
    let (options, version) = (&["--no-default-features"], locked_version("wasm-bindgen")?);
    Ok(Package { name: "wasm-bindgen-cli", version, program: "wasm-bindgen", options })
}

/// The test runner that comes with wasm-bindgen.
pub fn wasm_bindgen_test_runner() -> Result<PathBuf> {
    Ok(runner_beside(&wasm_bindgen()?))
}

fn runner_beside(wasm_bindgen: &Path) -> PathBuf {
    wasm_bindgen.with_file_name(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX))
}

fn has_version(program: &Path, version: &str) -> bool {
    stdout_of(command(program).arg("--version")).is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
}

impl Package {
    fn find_or_install(&self) -> Result<PathBuf> {
        match self.on_path() {
            Some(found) => Ok(found),
            None => self.tool().provide(|folder| self.install(folder)),
        }
    }

    fn is_there(&self) -> bool {
        self.on_path().is_some() || self.tool().is_cached()
    }

    /// The program on `PATH`, in this version. wasm-bindgen counts only together with its test runner, so that the
    /// bundle and the tests use the same version.
    fn on_path(&self) -> Option<PathBuf> {
        let is_complete = |found: &PathBuf| self.program != "wasm-bindgen" || runner_beside(found).exists();
        on_path(self.program).filter(|found| has_version(found, &self.version) && is_complete(found))
    }

    fn tool(&self) -> Tool<'_> {
        let program = Path::new("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        let note = " (once; takes minutes if it has to be compiled)";
        Tool { name: self.name, version: &self.version, program, note }
    }

    fn install(&self, folder: &Path) -> Result<()> {
        if on_path("cargo-binstall").is_some() {
            let mut prebuilt = exec::cargo();
            prebuilt.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(folder);
            match exec::run(prebuilt.arg(format!("{}@{}", self.name, self.version))) {
                Ok(()) => return Ok(()),
                Err(error) => eprintln!("{error}; compiling it instead"),
            }
        }
        exec::run(&mut self.compilation(folder)?).with_context(|| {
            let by_hand = format!("cargo install {} --version {}", self.name, self.version);
            Remedy::new(format!("{} {} cannot be installed", self.name, self.version), by_hand)
        })
    }

    fn compilation(&self, folder: &Path) -> Result<Command> {
        let mut cargo = exec::cargo();
        cargo.args(["install", self.name, "--version", &self.version, "--root"]).arg(folder).args(self.options);
        cargo.envs(CHEAP_PROFILE);
        // A target folder in which another cargo builds would make this one wait, or would grow for good.
        cargo.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET");
        // Else cargo advises to put the folder on PATH.
        cargo.env("PATH", exec::path_with([folder.join("bin").as_path()])?);
        Ok(cargo)
    }
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
    fn the_version_is_that_of_the_package_of_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
        assert!(locked_version("wasm-bindgen").is_ok());
    }
}
