//! Runs the scripts in `tests/browser` with a browser and a served bundle. What they do there is their own affair.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{self, Command},
};

use anyhow::{Context, Result};

use crate::{exec::command, paths, server::Server, tools};

/// A sub-path on purpose: whatever works here works at the top of a host as well.
const MOUNT: &str = "/some/sub-path/";

/// The bundle, served, with the tools to open it.
pub struct Stage {
    browser: tools::Browser,
    server: Server,
    copy: PathBuf,
}

impl Stage {
    /// Sets up what is missing and serves a copy of `dist/`, so that a build in the midst of it changes nothing.
    pub fn set() -> Result<Self> {
        Self::of(&paths::dist())
    }

    /// The same with another bundle.
    pub fn of(dist: &Path) -> Result<Self> {
        let browser = tools::for_browser()?;
        let copy = paths::target().join(format!("served-{}", process::id()));
        copy_folder(dist, &copy).context("cannot copy the bundle")?;
        let server = Server::start(&copy, MOUNT, 0)?;
        Ok(Self { browser, server, copy })
    }

    /// Node.js in `tests/browser`, told where browser and page are.
    pub fn node(&self) -> Command {
        self.node_in(&paths::browser_tests())
    }

    /// Node.js in another folder, told the same.
    pub fn node_in(&self, folder: &Path) -> Command {
        let mut node = command("node");
        node.current_dir(folder);
        node.env("CHROME", &self.browser.program).env("BASE_URL", &self.server.address).env("BUNDLE", &self.copy);
        node
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        &self.copy
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What is left over is below the target folder, and small.
        let _ = fs::remove_dir_all(&self.copy);
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}
