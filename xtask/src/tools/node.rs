//! Node.js itself, which we cannot install for everybody; programs and packages from npm, which we can.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::cache::Tool;
use crate::{
    exec::{self, ask, command, on_path},
    failure::Remedy,
    paths,
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

/// A program of a package from npm, where the same package serves every system.
pub fn tool(package: &str, version: &str, program: &str) -> Result<PathBuf> {
    check()?;
    let file = if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() };
    let place = Path::new("node_modules").join(".bin").join(file);
    Tool { name: package, version, program: place, note: "" }.provide(|folder| {
        let package = format!("{package}@{version}");
        let mut npm = exec::npm();
        npm.args(["install", "--no-package-lock", "--loglevel=error", "--prefix"]).arg(folder).arg(&package);
        exec::run(&mut npm).with_context(|| {
            Remedy::new(format!("{program} cannot be installed"), format!("npm install --global {package}"))
        })
    })
}

/// Installs what the `package-lock.json` in a folder of the checkout names, unless just that is installed already.
pub fn packages(folder: &Path) -> Result<()> {
    check()?;
    let name = folder.strip_prefix(paths::root()).unwrap_or(folder).display();
    let lock = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    // A copy of the lock file, written last: an interrupted installation has none.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    let is_installed = || fs::read_to_string(&installed).is_ok_and(|copy| copy == lock);
    if is_installed() {
        return Ok(());
    }
    let _held = crate::lock::acquire(&paths::scratch(), "packages")?;
    if is_installed() {
        return Ok(());
    }
    step(&format!("install the packages of {name}"), || {
        exec::run(exec::npm().args(["ci", "--loglevel=error"]).current_dir(folder)).with_context(|| {
            Remedy::new(format!("the packages of {name} cannot be installed"), format!("npm ci --prefix {name}"))
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
