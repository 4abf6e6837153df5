//! The test harness for browsers: a served copy of a bundle, and Node.js to run the scripts in `tests/` against it.
//! What the scripts do is not known here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use anyhow::{Context, Result};

use crate::{exec::command, folders, paths, server::Server, tools};

/// The bundle is served at a path below the root of the host, so that an absolute link in it fails.
const MOUNT: &str = "/some/sub-path/";

/// A served bundle and the tools to open it.
pub struct Harness {
    browser: tools::Browser,
    server: Server,
    copy: PathBuf,
}

impl Harness {
    /// Sets up what is missing and serves a copy of `dist/`, which a build that runs meanwhile does not change.
    pub fn start() -> Result<Self> {
        Self::serving(&paths::dist(), tools::for_browser()?)
    }

    /// For tests of the bundle in a folder.
    pub fn testing(dist: &Path) -> Result<Self> {
        Self::serving(dist, tools::for_browser_tests()?)
    }

    fn serving(dist: &Path, browser: tools::Browser) -> Result<Self> {
        let copy = paths::target().join(format!("served-{}", process::id()));
        folders::copy(dist, &copy).context("cannot copy the bundle")?;
        let server = Server::start(&copy, MOUNT, 0)?;
        Ok(Self { browser, server, copy })
    }

    /// Node.js in `tests/browser`, with the variables that tell scripts where the browser and the page are.
    pub fn node(&self) -> Command {
        self.node_in(&paths::browser_tests())
    }

    /// Like [`Self::node`], in another folder.
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

impl Drop for Harness {
    fn drop(&mut self) {
        // A copy that cannot be removed is small, and below the target folder.
        let _ = fs::remove_dir_all(&self.copy);
    }
}
