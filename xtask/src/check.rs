//! `cargo xtask check`: are the seeds sound? The judge is `corpus::compile`; this only calls it.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::{exec, paths};

/// Verifies the seeds.
pub fn run() -> Result<()> {
    verify(&paths::seeds(), None)
}

/// Verifies a corpus and writes its compiled form into a file.
pub fn compile(seeds: &Path, file: &Path) -> Result<()> {
    verify(seeds, Some(file))
}

/// Builds the compiler, which is a program of its own (see `Cargo.toml`), and runs it.
fn verify(seeds: &Path, file: Option<&Path>) -> Result<()> {
    let mut verifier = exec::cargo();
    verifier.args(["run", "--quiet", "--package", "xtask", "--features", "check", "--bin", "check-seeds", "--"]);
    // Seen from the top, so that the report names files as one would.
    verifier.arg(seeds.strip_prefix(paths::root()).unwrap_or(seeds)).args(file);
    let status = verifier.status().context("cargo does not start")?;
    ensure!(status.success(), "the seeds have not passed; what has to be mended is above");
    Ok(())
}
