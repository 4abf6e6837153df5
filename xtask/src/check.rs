//! `cargo xtask check`: are the seeds sound? The judge is `corpus::compile`; this only calls it.

use anyhow::{Context, Result, ensure};

use crate::{exec, paths};

/// Compiles the verifier, which is a program of its own (see `Cargo.toml`), and runs it on the seeds.
pub fn run() -> Result<()> {
    let seeds = paths::seeds();
    let mut verifier = exec::cargo();
    verifier.args(["run", "--quiet", "--package", "xtask", "--features", "check", "--bin", "check-seeds", "--"]);
    // Seen from the top, so that the report names files as one would.
    verifier.arg(seeds.strip_prefix(paths::root()).unwrap_or(&seeds));
    let status = verifier.status().context("cargo does not start")?;
    ensure!(status.success(), "the seeds have not passed; what has to be mended is above");
    Ok(())
}
