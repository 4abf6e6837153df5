//! Chromium and its driver. `CHROME` and `CHROMEDRIVER` name others than those that would be found.

use std::{env, path::PathBuf};

use anyhow::Result;

use super::apt::{Wanted, find_or_install};
use crate::exec::on_path;

/// Chromium, its driver, the sandbox that it needs when not run as root, and fonts to draw pages with.
const PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "chromium-sandbox", "fonts-liberation"];

/// The same browser without a window, which takes half of the time to start and to draw.
const HEADLESS: &str = "chromium-headless-shell";

/// What Homebrew has instead, with Firefox, which the tests need as well.
pub const BREW: &str = "--cask google-chrome chromedriver firefox";

const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where browsers are that are not on `PATH`.
const USUAL_PATHS: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// The browser that tests, or measurements and screenshots, use.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
}

/// Chromium or Chrome, found or installed.
pub fn browser() -> Result<Browser> {
    let find = || {
        let usual = || USUAL_PATHS.iter().map(PathBuf::from).find(|path| path.exists());
        PROGRAMS.iter().find_map(|name| on_path(name)).or_else(usual)
    };
    let wanted = Wanted { variable: "CHROME", what: "a browser", packages: &PACKAGES, with: &[HEADLESS], brew: BREW };
    Ok(Browser { program: find_or_install(&wanted, find)? })
}

/// Chromium's headless shell in place of Chromium, where there is one and `CHROME` names no other.
pub fn headless(browser: Browser) -> Browser {
    if env::var_os("CHROME").is_some() {
        return browser;
    }
    on_path(HEADLESS).map_or(browser, |program| Browser { program })
}

/// chromedriver, found or installed.
pub fn driver() -> Result<PathBuf> {
    let wanted =
        Wanted { variable: "CHROMEDRIVER", what: "chromedriver", packages: &PACKAGES, with: &[HEADLESS], brew: BREW };
    find_or_install(&wanted, || on_path("chromedriver"))
}
