//! `cargo xtask package`: the program in the forms in which it is handed on, each installed and tried.
//!
//! - an archive, for any system;
//! - a wheel, for pip and pipx;
//! - two packages for npm.
//!
//! Names, order, times and permissions in them depend on nothing but the sources.

mod archive;
mod contents;
mod installed;
mod licences;
mod npm;
mod wheel;

use std::{fs, path::Path};

use anyhow::Result;

use crate::{bundle, exec, paths, program, program::Profile, step::step};
use archive::Effort;
use contents::{Contents, PROGRAM, VERSION};
use installed::Packages;

/// Makes the packages that are handed on, tries them, and prints their sizes.
pub fn run() -> Result<()> {
    let out = paths::scratch().join("package");
    let packages = make(&program::DIST, &out, Effort::Best)?;
    installed::try_all(&packages, &paths::scratch().join("package-installed"))?;
    println!();
    for file in packages.files() {
        println!("  {:>6}  {}", program::megabytes(fs::metadata(file)?.len()), file.display());
    }
    Ok(())
}

/// Makes packages of the program of the tests, and tries them. Tests the writer of archives, which is compiled only for
/// this.
pub fn test() -> Result<()> {
    let mut cargo = exec::cargo();
    cargo.args(["test", "--quiet", "--package", "xtask", "--features", "package", "--bin", "pack-archive"]);
    step("test the writer of archives", || exec::run(&mut cargo))?;
    let scratch = paths::scratch();
    let packages = make(&program::DEV, &scratch.join("package-of-tests"), Effort::Fast)?;
    installed::try_all(&packages, &scratch.join("package-installed"))
}

fn make(profile: &'static Profile, out: &Path, effort: Effort) -> Result<Packages> {
    let template = bundle::make_template()?;
    let program = program::make(profile)?;
    let scratch = paths::scratch().join("package-contents");
    let contents = Contents::lay_out(&program, &scratch.join("all"))?;
    bundle::empty(out)?;
    let prefix = format!("{PROGRAM}-{VERSION}-{}", contents.target);
    let extension = if cfg!(windows) { "zip" } else { "tar.gz" };
    let archive = out.join(format!("{prefix}.{extension}"));
    step("make the archive", || archive::pack(&contents.folder, &prefix, &archive, effort))?;
    let wheel = step("make the wheel", || wheel::make(&contents, profile, &template, out, effort))?;
    let npm = step("make the packages of npm", || npm::make(&contents, &scratch.join("npm"), out, effort))?;
    Ok(Packages { archive, prefix, wheel, npm })
}
