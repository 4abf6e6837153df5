//! `cargo xtask program`: the program `briefing` with the current template inside, and whether its pages are those of a
//! build.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{browser::Harness, bundle, exec, paths, step::step};

/// A profile of `Cargo.toml`, and its folder in that of the target.
struct Profile {
    name: &'static str,
    folder: &'static str,
}

/// The profile of the program that is handed on.
const DIST: Profile = Profile { name: "dist", folder: "dist" };

/// The profile of the tests, which has most of the program compiled.
const DEV: Profile = Profile { name: "dev", folder: "debug" };

/// The most bytes of the program.
const LARGEST: u64 = 20_000_000;

/// Builds the program and prints its path.
pub fn run() -> Result<()> {
    let program = make(&DIST)?;
    let size = fs::metadata(&program).context("there is no program")?.len();
    println!("The program has {}.{} MB.", size / 1_000_000, size % 1_000_000 / 100_000);
    ensure!(size <= LARGEST, "the program may have {} MB", LARGEST / 1_000_000);
    println!("{}", program.display());
    Ok(())
}

/// Builds the program in a profile, and the template where it has to be. Returns the path.
fn make(profile: &Profile) -> Result<PathBuf> {
    let template = bundle::make_template()?;
    step("build the program", || {
        let mut cargo = exec::cargo();
        cargo.args(["build", "--profile", profile.name, "--package", "briefing-cli", "--bin", "briefing"]);
        exec::run(cargo.env("BRIEFING_EMBED", template))
    })?;
    Ok(paths::target().join(profile.folder).join(format!("briefing{}", env::consts::EXE_SUFFIX)))
}

/// Builds the program, and compares the site that it makes of the seeds with that of `cargo xtask build`, byte for
/// byte. It finds no other program. Then opens the page that it serves, while the corpus changes.
pub fn test() -> Result<()> {
    let program = make(&DEV)?;
    let scratch = paths::scratch();
    let (expected, found) = (scratch.join("site-of-xtask"), scratch.join("site-of-program"));
    let seeds = paths::root().join("seeds");
    bundle::make_of(&seeds, &expected)?;
    step("publish the corpus with the program alone", || {
        let mut briefing = exec::command(&program);
        briefing.env("PATH", "").env_remove("BRIEFING_TEMPLATE");
        exec::run(briefing.arg("build").arg(&seeds).arg("--out").arg(&found))
    })?;
    step("compare the sites", || compare(&expected, &found))?;
    let harness = Harness::serving(&expected)?;
    let mut node = harness.node();
    node.env("PROGRAM", &program).env("SEEDS", &seeds).args(["--test", "--test-reporter=spec"]);
    step("open the page while it is written", || exec::run(node.arg("serve.mjs")))
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
