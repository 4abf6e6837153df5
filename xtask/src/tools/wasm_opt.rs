//! wasm-opt, which shrinks the bundle. It comes from npm, where the same build serves every system.

use std::path::PathBuf;

use anyhow::Result;

use super::node;
use crate::exec::{ask, command, on_path};

/// What the size budget was set with. Linux distributions are often several years behind.
const BINARYEN: u32 = 132;

/// This version or a newer one from PATH, otherwise ours.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = on_path("wasm-opt")
        && ask(command(&found).arg("--version")).and_then(|answer| version_of(&answer)).is_some_and(|it| it >= BINARYEN)
    {
        return Ok(found);
    }
    node::tool("binaryen", &BINARYEN.to_string(), "wasm-opt")
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
