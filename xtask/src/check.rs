//! `cargo xtask check`: verifies the corpus with `corpus::compile`.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::{exec, paths};

/// Verifies the corpus.
pub fn run() -> Result<()> {
    verify(&paths::seeds(), None)
}

/// Verifies a corpus and writes its compiled form into a file.
pub fn compile(seeds: &Path, file: &Path) -> Result<()> {
    verify(seeds, Some(file))
}

/// Builds the verifier, which is a program of its own (see `Cargo.toml`), and runs it.
fn verify(seeds: &Path, file: Option<&Path>) -> Result<()> {
    let mut verifier = exec::cargo();
    verifier.args(["run", "--quiet", "--package", "xtask", "--features", "check", "--bin", "check-seeds", "--"]);
    // Relative to the checkout, so that reports name files in the usual way.
    verifier.arg(seeds.strip_prefix(paths::root()).unwrap_or(seeds)).args(file);
    let status = verifier.status().context("cargo does not start")?;
    ensure!(status.success(), "the corpus has errors; they are listed above");
    Ok(())
}
