//! Compiles what a build needs: the viewer for browsers, and the programs that work on it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{exec, step::step, tools};

/// The variable by which cargo is told options of rustc for the program alone.
pub const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The optimised profile in which large corpora are published, see `Cargo.toml`.
const OPTIMISED: &str = "tools";

/// The bytes of a folder from which on it is a large corpus. Compiling the publisher in the optimised profile takes two
/// minutes on two cores; so much does it save on some 40,000 statements at a time, or on 10,000 at the fifth time.
const LARGE: u64 = 4_000_000;

/// The profile in which a corpus is published: that of the tests, unless the corpus is large.
pub fn publisher_profile(corpus: &Path) -> Result<&'static str> {
    let mut bytes = 0;
    for entry in fs::read_dir(corpus).with_context(|| format!("cannot read {}", corpus.display()))? {
        bytes += entry?.metadata()?.len();
    }
    Ok(if bytes < LARGE { "dev" } else { OPTIMISED })
}

/// Compiles the programs that trunk and the steps after it will run or take apart, which then find them compiled.
pub fn compile_ahead() -> Result<()> {
    compile_viewer()?;
    step("compile the publisher", || {
        for (feature, program) in [("split", "split-program"), ("split", "shorten-names"), ("publish", "publish-site")]
        {
            let options = ["build", "--package", "xtask", "--features", feature, "--bin", program];
            exec::run(exec::cargo().args(options))?;
        }
        Ok(())
    })
}

/// Compiles the program as trunk does.
pub fn compile_viewer() -> Result<()> {
    step("compile the viewer", || {
        let mut viewer = exec::cargo();
        viewer.args(["build", "--release", "--bin", "viewer", "--features", "split", "--target", tools::WASM]);
        exec::run(viewer.env(RUSTFLAGS, rustflags()?))
    })
}

/// Keeps the relocations, without which the program cannot be split; names functions with their generic arguments, as
/// `program_sizes` reads them (the bundle has no names); and names files in panic messages relative to their package:
/// where a person keeps them is nobody's business, and would make programs differ from machine to machine.
pub fn rustflags() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.map(|home| home.join("registry").join("src")).filter(|folder| folder.exists());
    // Files of the checkout itself are named relative to its top anyway.
    let mut folders = Vec::new();
    if let Some(registries) = registries {
        for registry in fs::read_dir(registries).context("cannot read cargo's registry")? {
            folders.push(registry?.path());
        }
    }
    let required = ["-Clink-arg=--emit-relocs", "-Csymbol-mangling-version=v0"].map(str::to_owned);
    let theirs = env::var(RUSTFLAGS).ok().into_iter().chain(required);
    let ours = folders.iter().map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    // Which the variable would take for two options.
    let ours = ours.filter(|option| !option.contains(char::is_whitespace));
    Ok(theirs.chain(ours).collect::<Vec<_>>().join(" "))
}

/// `crates/publish` as a program compiled in a profile, see `src/bin/publish_site.rs`. It is not linked into this one,
/// which would have to wait for the viewer to compile.
pub fn publisher(profile: &str, command: &str) -> Command {
    let mut cargo = exec::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--profile",
        profile,
        "--package",
        "xtask",
        "--features",
        "publish",
        "--bin",
        "publish-site",
        "--",
        command,
    ]);
    cargo
}
