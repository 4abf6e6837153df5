//! `cargo xtask shots`: pictures of every page, to look at, and the README's picture.

use std::{env, fs};

use anyhow::{Context, Result};

use crate::{browser::Stage, bundle, cli::ShotsOptions, exec, places, step::step};

/// Takes the pictures.
pub fn run(options: &ShotsOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    let stage = Stage::set()?;
    let out = match &options.out {
        Some(out) => env::current_dir()?.join(out),
        None if options.readme => places::root().join("docs"),
        None => places::target().join("shots"),
    };
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    step("take screenshots", || {
        let mut shots = stage.node();
        shots.arg("shots.mjs").arg(&out);
        if options.readme {
            shots.arg("--readme");
        }
        exec::run(&mut shots)
    })?;
    println!("The pictures are in {}", out.display());
    Ok(())
}
