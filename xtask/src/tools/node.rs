//! Node.js itself, which we cannot install for everybody, and the packages of the browser tests, which we can.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{
    exec::{self, ask, command, on_path},
    failure::Remedy,
    places,
    step::step,
};

/// The oldest release with the test runner that `tests/browser` is written for.
const OLDEST: u32 = 20;

/// Node.js and npm are there and new enough.
pub fn check() -> Result<()> {
    let install = if on_path("apt-get").is_some() {
        "sudo apt-get install nodejs npm"
    } else if cfg!(target_os = "macos") {
        "brew install node"
    } else {
        "see https://nodejs.org/en/download"
    };
    match ask(command("node").arg("--version")).and_then(|answer| major(&answer)) {
        None => bail!(Remedy::new("Node.js is not installed", install)),
        Some(found) if found < OLDEST => {
            bail!(Remedy::new(format!("Node.js {found} is too old, {OLDEST} or newer is needed"), install,))
        }
        Some(_) if on_path("npm").is_none() && !cfg!(windows) => {
            bail!(Remedy::new("npm is not installed", install))
        }
        Some(_) => Ok(()),
    }
}

// `v20.20.2`
fn major(answer: &str) -> Option<u32> {
    answer.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what `tests/browser/package-lock.json` names, unless just that is installed already.
pub fn packages() -> Result<()> {
    check()?;
    let folder = places::browser_tests();
    let lock =
        fs::read_to_string(folder.join("package-lock.json")).context("cannot read tests/browser/package-lock.json")?;
    // A copy of the lock file, written last: an interrupted installation has none.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    let is_installed = || fs::read_to_string(&installed).is_ok_and(|copy| copy == lock);
    if is_installed() {
        return Ok(());
    }
    let _held = crate::lock::hold(&places::scratch(), "browser-test-packages")?;
    if is_installed() {
        return Ok(());
    }
    step("install the browser tests' packages", || {
        exec::run(exec::npm().args(["ci", "--loglevel=error"]).current_dir(&folder)).with_context(|| {
            Remedy::new("the browser tests' packages cannot be installed", "npm ci --prefix tests/browser")
        })?;
        fs::write(&installed, &lock).context("cannot note what is installed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
