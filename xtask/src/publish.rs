//! `cargo xtask publish-check`: whether any static host can serve the bundle.
//!
//! First the files: the policy of each page, and that none of its links is dead. Then in a browser, from several hosts
//! with different habits and few abilities: see `tests/browser/publish.mjs`.

use anyhow::Result;

use crate::{browser::Harness, bundle, cli::PublishOptions, exec, paths, step::step};

/// Builds unless told not to, checks the files, and opens them in a browser.
pub fn run(options: &PublishOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    step("look at every page and link", || bundle::check_pages(&paths::dist()))?;
    let harness = Harness::start()?;
    step("open every page from plain hosts", || exec::run(harness.node().arg("publish.mjs").arg(harness.folder())))
}
