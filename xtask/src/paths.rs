//! Paths in the checkout, and of the project's folder in the user's cache. Nothing is created here.

use std::{
    env,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use anyhow::{Context, Result};

use crate::failure::Remedy;

/// The root of the checkout. It is read from cargo's variable when cargo runs this program: where checkouts share a
/// target folder, the program in it may have been compiled in another one.
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

/// The variable that names a corpus to build instead.
pub const SEEDS: &str = "BRIEFING_SEEDS";

/// The corpus that is built.
pub fn seeds() -> PathBuf {
    root().join(env::var_os(SEEDS).unwrap_or_else(|| "seeds".into()))
}

/// A folder for files of this checkout alone, wherever cargo's target folder is.
pub fn scratch() -> PathBuf {
    root().join("target")
}

/// Cargo's target folder, which several checkouts may share.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The browser tests and their harness.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// A corpus of the tests.
pub fn test_corpus(name: &str) -> PathBuf {
    root().join("tests").join(name)
}

/// The scripts that run Lighthouse.
pub fn audit() -> PathBuf {
    root().join("tests").join("audit")
}

/// The cache of tools, which all checkouts of this user share.
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

// The XDG base directory specification says to ignore relative paths.
fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
