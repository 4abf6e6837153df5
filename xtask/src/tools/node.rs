//! Programs and packages from npm, which are installed; and Node.js itself, which is not: there is no one way for all
//! systems.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::cache::Tool;
use crate::{
    exec::{self, command, on_path, stdout_of},
    failure::Remedy,
    lock, paths,
    step::step,
};

/// The oldest release whose test runner takes `--test-concurrency`: major and minor version.
const OLDEST: (u32, u32) = (20, 10);

/// Checks that Node.js and npm are there and new enough.
pub fn check() -> Result<()> {
    let install = if on_path("apt-get").is_some() {
        "sudo apt-get install nodejs npm"
    } else if cfg!(target_os = "macos") {
        "brew install node"
    } else {
        "see https://nodejs.org/en/download"
    };
    match stdout_of(command("node").arg("--version")).and_then(|answer| version_in(&answer)) {
        None => bail!(Remedy::new("Node.js is not installed", install)),
        Some(found) if found < OLDEST => {
            let ((major, minor), (oldest_major, oldest_minor)) = (found, OLDEST);
            let problem =
                format!("Node.js {major}.{minor} is too old, {oldest_major}.{oldest_minor} or newer is needed");
            bail!(Remedy::new(problem, install))
        }
        Some(_) if on_path("npm").is_none() && !cfg!(windows) => {
            bail!(Remedy::new("npm is not installed", install))
        }
        Some(_) => Ok(()),
    }
}

// `v20.20.2`
fn version_in(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// A program of a package from npm that serves every system, installed unless it is in the cache.
pub fn tool(package: &str, version: &str, program: &str) -> Result<PathBuf> {
    check()?;
    let file = if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() };
    let program_path = Path::new("node_modules").join(".bin").join(file);
    Tool { name: package, version, program: program_path, note: "" }.provide(|folder| {
        let package = format!("{package}@{version}");
        let mut npm = exec::npm();
        npm.args(["install", "--no-package-lock", "--loglevel=error", "--prefix"]).arg(folder).arg(&package);
        exec::run(&mut npm).with_context(|| {
            Remedy::new(format!("{program} cannot be installed"), format!("npm install --global {package}"))
        })
    })
}

/// Installs what `package-lock.json` in a folder of the checkout lists, unless exactly that is installed.
pub fn packages(folder: &Path) -> Result<()> {
    check()?;
    let name = folder.strip_prefix(paths::root()).unwrap_or(folder).display();
    let lock = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    // A copy of the lock file, written last, so that an interrupted installation has none.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    let is_installed = || fs::read_to_string(&installed).is_ok_and(|copy| copy == lock);
    if is_installed() {
        return Ok(());
    }
    let _lock = lock::acquire(&paths::scratch(), "packages")?;
    if is_installed() {
        return Ok(());
    }
    step(&format!("install the packages of {name}"), || {
        exec::run(exec::npm().args(["ci", "--loglevel=error"]).current_dir(folder)).with_context(|| {
            Remedy::new(format!("the packages of {name} cannot be installed"), format!("npm ci --prefix {name}"))
        })?;
        fs::write(&installed, &lock).context("cannot write down what is installed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_major_and_minor_version() {
        assert_eq!(version_in("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version_in("20.20.2"), None);
        assert_eq!(version_in("v20"), None);
    }
}
