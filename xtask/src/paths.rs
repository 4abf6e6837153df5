//! Where things are: the checkout, and the folder of our own in the user's cache. Creates nothing.

use std::{
    env,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use anyhow::{Context, Result};

use crate::failure::Remedy;

/// The top of the checkout. Cargo names it when it runs this tool; where checkouts share a target folder, the program that
/// lies there may have been compiled in another one.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        package.parent().map_or_else(|| package.clone(), Path::to_path_buf)
    });
    &ROOT
}

/// The finished bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The variable that names another corpus.
pub const SEEDS: &str = "BRIEFING_SEEDS";

/// The corpus, or the one that is built in its stead.
pub fn seeds() -> PathBuf {
    root().join(env::var_os(SEEDS).unwrap_or_else(|| "seeds".into()))
}

/// For what belongs to this checkout alone, wherever the person has put cargo's target folder.
pub fn scratch() -> PathBuf {
    root().join("target")
}

/// Cargo's target folder, wherever the person has put it.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The browser tests with their harness.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// A corpus made for the tests.
pub fn test_corpus(name: &str) -> PathBuf {
    root().join("tests").join(name)
}

/// What judges the pages.
pub fn audit() -> PathBuf {
    root().join("tests").join("audit")
}

/// Tools by version, shared by all checkouts of this user.
pub fn tools() -> Result<PathBuf> {
    let cache = if let Some(dir) = absolute("XDG_CACHE_HOME") {
        Some(dir)
    } else if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        absolute("HOME").map(|home| home.join(".cache"))
    };
    cache.map(|dir| dir.join("briefing").join("tools")).with_context(|| {
        Remedy::new(
            "there is no cache folder: neither HOME nor XDG_CACHE_HOME is set",
            "export XDG_CACHE_HOME=/tmp/cache",
        )
    })
}

// The XDG base directory specification has relative paths ignored.
fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
