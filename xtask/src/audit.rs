//! `cargo xtask audit`: scores of the pages by Lighthouse. The pages and the minimum score are in `tests/audit`.

use anyhow::Result;

use crate::{browser::Harness, bundle, cli::AuditOptions, exec, paths, step::step, tools};

/// Prints the scores and keeps the reports; a score below the minimum is an error.
pub fn run(options: &AuditOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    tools::for_audit()?;
    let harness = Harness::start()?;
    let reports = paths::scratch().join("audit");
    let scored = step("score the pages with Lighthouse", || {
        exec::run(harness.node_in(&paths::audit()).arg("audit.mjs").arg(&reports))
    });
    println!("The reports are in {}", reports.display());
    scored
}
