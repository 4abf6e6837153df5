//! `cargo xtask program`: the program `briefing` with the current template inside, and whether its pages are those of a
//! build.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{bundle, exec, paths, step::step};

/// The profile that the program is built with, see `Cargo.toml`.
const PROFILE: &str = "dist";

/// The most bytes of the program.
const LARGEST: u64 = 20_000_000;

/// Builds the program and prints its path.
pub fn run() -> Result<()> {
    println!("{}", make()?.display());
    Ok(())
}

/// Builds the program, and the template where it has to be. Returns the path.
fn make() -> Result<PathBuf> {
    let template = bundle::make_template()?;
    step("build the program", || {
        let mut cargo = exec::cargo();
        cargo.args(["build", "--profile", PROFILE, "--package", "briefing-cli", "--bin", "briefing"]);
        exec::run(cargo.env("BRIEFING_EMBED", template))
    })?;
    let program = paths::target().join(PROFILE).join(format!("briefing{}", env::consts::EXE_SUFFIX));
    let size = fs::metadata(&program).context("there is no program")?.len();
    println!("The program has {}.{} MB.", size / 1_000_000, size % 1_000_000 / 100_000);
    ensure!(size <= LARGEST, "the program may have {} MB", LARGEST / 1_000_000);
    Ok(program)
}

/// Builds the program, and compares the site that it makes of the seeds with that of `cargo xtask build`, byte for
/// byte. It finds no other program.
pub fn test() -> Result<()> {
    let program = make()?;
    let scratch = paths::scratch();
    let (expected, found) = (scratch.join("site-of-xtask"), scratch.join("site-of-program"));
    let seeds = paths::root().join("seeds");
    bundle::make_of(&seeds, &expected)?;
    step("publish the corpus with the program alone", || {
        let mut briefing = exec::command(&program);
        briefing.env("PATH", "").env_remove("BRIEFING_TEMPLATE");
        exec::run(briefing.arg("build").arg(&seeds).arg("--out").arg(&found))
    })?;
    step("compare the sites", || compare(&expected, &found))
}

fn compare(expected: &Path, found: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let files = bundle::files_below(folder)?;
        let mut names: Vec<PathBuf> =
            files.iter().map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect::<Result<_>>()?;
        names.sort();
        Ok(names)
    };
    let all = names(expected)?;
    ensure!(all == names(found)?, "{} and {} have other files", expected.display(), found.display());
    for name in all {
        let same = fs::read(expected.join(&name))? == fs::read(found.join(&name))?;
        ensure!(same, "the program makes another {} than xtask", name.display());
    }
    Ok(())
}
