//! `cargo xtask check`: verifies the corpus with `corpus::compile`.

use anyhow::{Context, Result, ensure};

use crate::{exec, paths};

/// Compiles the verifier, which is a program of its own (see `Cargo.toml`), and runs it on the corpus.
pub fn run() -> Result<()> {
    let seeds = paths::seeds();
    let mut verifier = exec::cargo();
    verifier.args(["run", "--quiet", "--package", "xtask", "--features", "check", "--bin", "check-seeds", "--"]);
    // Relative to the checkout, so that reports name files in the usual way.
    verifier.arg(seeds.strip_prefix(paths::root()).unwrap_or(&seeds));
    let status = verifier.status().context("cargo does not start")?;
    ensure!(status.success(), "the corpus has errors; they are listed above");
    Ok(())
}
