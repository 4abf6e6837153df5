//! Finding a program, or installing Debian's packages of it where apt is and no password is needed.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    exec::{self, command, on_path, stdout_of},
    failure::Remedy,
    lock, paths,
    step::step,
};

/// A program of the system.
pub struct Wanted {
    /// The variable of the environment that names another one.
    pub variable: &'static str,
    /// What it is, for messages.
    pub what: &'static str,
    /// Debian's packages of it.
    pub packages: &'static [&'static str],
    /// What is installed with them where apt has it.
    pub with: &'static [&'static str],
    /// What Homebrew, on macOS, has to be asked for.
    pub brew: &'static str,
}

/// What the variable names, else what `find` finds, else what it finds when the packages are installed.
pub fn find_or_install(wanted: &Wanted, find: impl Fn() -> Option<PathBuf>) -> Result<PathBuf> {
    let Wanted { variable, what, packages, with, brew } = wanted;
    if let Some(named) = env::var_os(variable).filter(|name| !name.is_empty()).map(PathBuf::from) {
        if !named.exists() {
            bail!("{variable} names {}, which does not exist", named.display());
        }
        return Ok(named);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if on_path("apt-get").is_none() {
        let problem = format!("there is no {} for the tests", what.trim_start_matches("a "));
        let by_hand = if cfg!(target_os = "macos") {
            format!("brew install {brew}")
        } else {
            format!("install {what}, or set {variable} to where it is")
        };
        bail!(Remedy::new(problem, by_hand));
    }
    // apt has a lock, too, but gives up where it is taken.
    let _lock = lock::acquire(&paths::tools()?, "apt")?;
    if let Some(found) = find() {
        return Ok(found);
    }
    install(packages, with)?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("the packages {} did not bring {what}; set {variable} to where one is", packages.join(" ")),
    }
}

fn install(packages: &[&str], with: &[&str]) -> Result<()> {
    let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {}", packages.join(" "));
    let name = packages.first().copied().unwrap_or_default();
    let Some(prefix) = privileges() else {
        bail!(Remedy::new(format!("{name} is not installed, and installing it needs your password"), by_hand));
    };
    step(&format!("install {name}"), || {
        let apt_get = |arguments: &[&str]| {
            let words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
            let words: Vec<&str> = words.chain(arguments.iter().copied()).collect();
            exec::run(command(words[0]).args(&words[1..]))
        };
        apt_get(&["update"])
            .and_then(|()| {
                let known: Vec<&str> = with.iter().copied().filter(|package| is_known(package)).collect();
                apt_get(&[&["install", "--yes", "--no-install-recommends"], packages, &known].concat())
            })
            .with_context(|| Remedy::new(format!("{name} cannot be installed"), &by_hand))
    })
}

/// Whether apt has a package of this name.
fn is_known(package: &str) -> bool {
    stdout_of(command("apt-cache").args(["show", package])).is_some_and(|description| !description.is_empty())
}

/// What to put before a command for it to run as root; `None` where that needs a password.
fn privileges() -> Option<&'static [&'static str]> {
    if is_root() {
        return Some(&[]);
    }
    stdout_of(command("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

/// Whether this process runs as root, which Chromium's sandbox refuses.
pub fn is_root() -> bool {
    Path::new("/proc").exists() && stdout_of(command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
