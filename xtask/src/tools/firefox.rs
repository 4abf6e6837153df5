//! Firefox, the second browser in which the one-file edition is opened. `FIREFOX` names another one than would be
//! found.

use std::path::PathBuf;

use anyhow::Result;

use super::{
    apt::{Wanted, find_or_install},
    chromium::BREW,
};
use crate::exec::on_path;

const PACKAGES: [&str; 1] = ["firefox-esr"];

const PROGRAMS: [&str; 2] = ["firefox-esr", "firefox"];

/// Where it is when it is not on `PATH`.
const USUAL_PATHS: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];

/// Firefox, found or installed.
pub fn browser() -> Result<PathBuf> {
    let wanted = Wanted { variable: "FIREFOX", what: "Firefox", packages: &PACKAGES, with: &[], brew: BREW };
    find_or_install(&wanted, || {
        let usual = || USUAL_PATHS.iter().map(PathBuf::from).find(|path| path.exists());
        PROGRAMS.iter().find_map(|name| on_path(name)).or_else(usual)
    })
}
