//! wasm-opt, which shrinks the bundle. It comes from npm, where one build serves every system.

use std::path::PathBuf;

use anyhow::Result;

use super::node;
use crate::exec::{command, on_path, stdout_of};

/// The version of Binaryen that the size budget was set with. Linux distributions are often several years behind.
const VERSION: u32 = 132;

/// This version or a newer one from `PATH`, otherwise from the cache, installed unless it is there.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = on_path("wasm-opt")
        && let Some(answer) = stdout_of(command(&found).arg("--version"))
        && version_in(&answer).is_some_and(|version| version >= VERSION)
    {
        return Ok(found);
    }
    node::tool("binaryen", &VERSION.to_string(), "wasm-opt")
}

// `wasm-opt version 132 (version_132)`
fn version_in(answer: &str) -> Option<u32> {
    answer.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version() {
        assert_eq!(version_in("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(version_in("wasm-opt version 108"), Some(108));
        assert_eq!(version_in("usage: wasm-opt"), None);
    }
}
