//! The other browser, which the one file is opened in as well. `FIREFOX` names another one than would be found.

use std::path::PathBuf;

use anyhow::Result;

use super::chromium::find_or_install;
use crate::exec::on_path;

const PACKAGES: [&str; 1] = ["firefox-esr"];

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];

const BROWSERS_ELSEWHERE: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];

/// Firefox, found or installed.
pub fn browser() -> Result<PathBuf> {
    find_or_install("FIREFOX", "Firefox", &PACKAGES, || {
        let elsewhere = || BROWSERS_ELSEWHERE.iter().map(PathBuf::from).find(|path| path.exists());
        BROWSERS.iter().find_map(|name| on_path(name)).or_else(elsewhere)
    })
}
