//! esbuild, which minifies the script that wasm-bindgen writes; trunk's own minifier cannot parse it.

use std::path::PathBuf;

use anyhow::Result;

use super::node;
use crate::exec::{command, on_path, stdout_of};

/// The version that the size budget was set with.
const VERSION: &str = "0.28.2";

/// This version from `PATH`, otherwise from the cache, installed unless it is there.
pub fn find_or_install() -> Result<PathBuf> {
    let fits =
        |found: &PathBuf| stdout_of(command(found).arg("--version")).is_some_and(|answer| answer.trim() == VERSION);
    match on_path("esbuild").filter(fits) {
        Some(found) => Ok(found),
        None => node::tool("esbuild", VERSION, "esbuild"),
    }
}
