//! wasm-opt, which shrinks the bundle. It comes from npm, where the same build serves every system.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{cache::Tool, node};
use crate::{
    exec::{self, ask, command, on_path},
    failure::Remedy,
};

/// What the size budget was set with. Linux distributions are often several years behind.
const BINARYEN: u32 = 132;

/// This version or a newer one from PATH, otherwise ours.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = on_path("wasm-opt")
        && ask(command(&found).arg("--version")).and_then(|answer| version_of(&answer)).is_some_and(|it| it >= BINARYEN)
    {
        return Ok(found);
    }
    let program = Path::new("node_modules/.bin").join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    let version = BINARYEN.to_string();
    node::check()?;
    Tool { name: "binaryen", version: &version, program, note: "" }.provide(|folder| {
        let package = format!("binaryen@{version}");
        let mut npm = exec::npm();
        npm.args(["install", "--no-package-lock", "--loglevel=error", "--prefix"]).arg(folder).arg(&package);
        exec::run(&mut npm)
            .with_context(|| Remedy::new("wasm-opt cannot be installed", format!("npm install --global {package}")))
    })
}

// `wasm-opt version 132 (version_132)`
fn version_of(answer: &str) -> Option<u32> {
    answer.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version() {
        assert_eq!(version_of("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(version_of("wasm-opt version 108"), Some(108));
        assert_eq!(version_of("usage: wasm-opt"), None);
    }
}
