//! `cargo xtask program`: the program `briefing` with the current template inside, and whether its pages are those of a
//! build.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{browser::Harness, bundle, exec, folders, paths, step::step};

/// A profile of `Cargo.toml`.
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Its folder in that of the target.
    folder: &'static str,
    /// The most bytes of the program, where it is handed on.
    largest: Option<u64>,
}

/// The profile of the program that is handed on.
pub const DIST: Profile = Profile { name: "dist", folder: "dist", largest: Some(20_000_000) };

/// The profile of the tests, which has most of the program compiled.
pub const DEV: Profile = Profile { name: "dev", folder: "debug", largest: None };

/// Builds the program and prints its path.
pub fn run() -> Result<()> {
    println!("{}", make(&DIST)?.display());
    Ok(())
}

/// Builds the program in a profile, and the template where it has to be. Returns the path; a program that is larger
/// than it may be is an error.
pub fn make(profile: &Profile) -> Result<PathBuf> {
    let template = bundle::make_template()?;
    step("build the program", || {
        let mut cargo = exec::cargo();
        cargo.args(["build", "--locked", "--profile", profile.name, "--package", "briefing-cli", "--bin", "briefing"]);
        exec::run(with_template(&mut cargo, &template))
    })?;
    let program = paths::target().join(profile.folder).join(format!("briefing{}", env::consts::EXE_SUFFIX));
    if let Some(largest) = profile.largest {
        let size = fs::metadata(&program).context("there is no program")?.len();
        println!("The program has {}, of {} at most.", megabytes(size), megabytes(largest));
        ensure!(size <= largest, "the program is larger than the budget in docs/budgets.md");
    }
    Ok(program)
}

/// Gives a command that builds the program the template to pack into it.
pub fn with_template<'a>(command: &'a mut Command, template: &Path) -> &'a mut Command {
    command.env("BRIEFING_EMBED", template)
}

/// Millions of bytes, as the budgets count.
pub fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
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
    step("compare the sites", || folders::compare(&expected, &found))?;
    let harness = Harness::testing(&expected)?;
    let mut node = harness.node();
    node.env("PROGRAM", &program).env("SEEDS", &seeds).args(["--test", "--test-reporter=spec"]);
    step("open the page while it is written", || exec::run(node.arg("serve.mjs")))
}
