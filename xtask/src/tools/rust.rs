//! Parts of the Rust toolchain that a plain installation may lack.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{
    exec::{self, command, on_path, stdout_of},
    failure::Remedy,
    step::step,
};

/// The target that the viewer is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for wasm, unless it is there.
pub fn wasm_target() -> Result<()> {
    // Asking rustc works without rustup, too, and takes no time.
    let is_there = stdout_of(command("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(folder.trim()).exists());
    if is_there { Ok(()) } else { rustup(&["target", "add", WASM]) }
}

/// Downloads the packages that the workspace depends on, for this machine and for wasm: trunk builds offline.
pub fn fetch() -> Result<()> {
    let host = stdout_of(command("rustc").args(["--print", "host-tuple"])).context("rustc does not tell its host")?;
    exec::run(exec::cargo().args(["fetch", "--target", host.trim(), "--target", WASM]))
        .context("the packages that Cargo.lock lists cannot be downloaded")
}

/// Adds a component of the toolchain, unless its subcommand of cargo is there.
pub fn component(name: &str, subcommand: &str) -> Result<()> {
    if stdout_of(exec::cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    rustup(&["component", "add", name])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let by_hand = format!("rustup {}", arguments.join(" "));
    if on_path("rustup").is_none() {
        let problem = format!("this Rust did not come from rustup and lacks what `{by_hand}` would add");
        bail!(Remedy::new(problem, "see https://rustup.rs, or install the part with your system's packages"));
    }
    step(&by_hand, || {
        exec::run(command("rustup").args(arguments))
            .with_context(|| Remedy::new("a part of the Rust toolchain cannot be added", &by_hand))
    })
}
