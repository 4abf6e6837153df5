//! esbuild, which shortens the script that wasm-bindgen writes; trunk's own minifier cannot read it.

use std::path::PathBuf;

use anyhow::Result;

use super::node;
use crate::exec::{ask, command, on_path};

/// What the size budget was set with.
const ESBUILD: &str = "0.28.2";

/// This version from PATH, otherwise ours.
pub fn find_or_install() -> Result<PathBuf> {
    let fits = |found: &PathBuf| ask(command(found).arg("--version")).is_some_and(|answer| answer.trim() == ESBUILD);
    match on_path("esbuild").filter(fits) {
        Some(found) => Ok(found),
        None => node::tool("esbuild", ESBUILD, "esbuild"),
    }
}
