//! `cargo xtask publish-check`: the bundle as a stranger's host would serve it.
//!
//! First the files themselves: what each page promises, and that no link of it is dead. Then in a browser, from several hosts
//! that each know less than ours: see `tests/browser/publish.mjs`.

use anyhow::Result;

use crate::{browser::Harness, bundle, cli::PublishOptions, exec, paths, step::step};

/// Checks, and says what was checked.
pub fn run(options: &PublishOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    step("look at every page and link", || bundle::check_pages(&paths::dist()))?;
    let harness = Harness::start()?;
    step("open every page from plain hosts", || exec::run(harness.node().arg("publish.mjs").arg(harness.folder())))
}
