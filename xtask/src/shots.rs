//! `cargo xtask shots`: screenshots of every page, and the README's picture.

use std::{env, fs};

use anyhow::{Context, Result};

use crate::{browser::Harness, bundle, cli::ShotsOptions, exec, paths, step::step};

/// Takes the screenshots.
pub fn run(options: &ShotsOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    let harness = Harness::start()?;
    let out = match &options.out {
        Some(out) => env::current_dir()?.join(out),
        None if options.readme => paths::root().join("docs"),
        None => paths::target().join("shots"),
    };
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    step("take screenshots", || {
        let mut shots = harness.node();
        shots.arg("shots.mjs").arg(&out);
        if options.readme {
            shots.arg("--readme");
        }
        exec::run(&mut shots)
    })?;
    println!("The screenshots are in {}", out.display());
    Ok(())
}
