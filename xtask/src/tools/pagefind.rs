//! Pagefind, which `bench --program` compares with.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::node;
use crate::bundle::files_below;

/// The version that the figures in `docs/performance.md` are of.
const VERSION: &str = "1.5.2";

/// The names of the program: npm has the one that knows Chinese and Japanese.
const PROGRAMS: [&str; 2] = ["pagefind_extended", "pagefind"];

/// The program itself, without the script for Node.js that starts it, installed unless it is in the cache.
pub fn find_or_install() -> Result<PathBuf> {
    let script = node::tool("pagefind", VERSION, "pagefind")?;
    let packages = script.ancestors().nth(2).context("Pagefind is in no folder")?.join("@pagefind");
    let names = PROGRAMS.map(|name| format!("{name}{}", env::consts::EXE_SUFFIX));
    let is_program = |path: &PathBuf| names.iter().any(|name| path.ends_with(Path::new("bin").join(name)));
    let found = files_below(&packages)?.into_iter().find(is_program);
    found.context("npm has installed no program of Pagefind for this system")
}
