//! A browser and the driver for it. `CHROME` and `CHROMEDRIVER` name others than those that would be found.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    exec::{self, ask, command, on_path},
    failure::Remedy,
    step::step,
};

/// Chromium's own package, its driver, the sandbox that it needs when not run as root, and fonts to draw pages with.
const PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "chromium-sandbox", "fonts-liberation"];

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const BROWSERS_ELSEWHERE: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// The browser that tests, measurements and screenshots use.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
}

/// A browser, found or installed.
pub fn browser() -> Result<Browser> {
    let find = || {
        let elsewhere = || BROWSERS_ELSEWHERE.iter().map(PathBuf::from).find(|path| path.exists());
        BROWSERS.iter().find_map(|name| on_path(name)).or_else(elsewhere)
    };
    Ok(Browser { program: find_or_install("CHROME", "a browser", &PACKAGES, find)? })
}

/// chromedriver, found or installed.
pub fn driver() -> Result<PathBuf> {
    find_or_install("CHROMEDRIVER", "chromedriver", &PACKAGES, || on_path("chromedriver"))
}

/// What `variable` names, or else what is found, or else what these packages of apt bring.
pub(super) fn find_or_install(
    variable: &str,
    what: &str,
    packages: &[&str],
    find: impl Fn() -> Option<PathBuf>,
) -> Result<PathBuf> {
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
            "brew install --cask google-chrome chromedriver firefox".into()
        } else {
            format!("install {what}, or set {variable} to where it is")
        };
        bail!(Remedy::new(problem, by_hand));
    }
    install_with_apt(packages)?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("the packages {} did not bring {what}; set {variable} to where one is", packages.join(" ")),
    }
}

fn install_with_apt(packages: &[&str]) -> Result<()> {
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
            .and_then(|()| apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat()))
            .with_context(|| Remedy::new(format!("{name} cannot be installed"), &by_hand))
    })
}

/// What to put before a command for it to run as root, or nothing where that needs a password.
fn privileges() -> Option<&'static [&'static str]> {
    if is_root() {
        return Some(&[]);
    }
    ask(command("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

/// Chromium refuses its sandbox to root.
pub fn is_root() -> bool {
    Path::new("/proc").exists() && ask(command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
