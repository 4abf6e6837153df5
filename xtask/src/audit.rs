//! `cargo xtask audit`: Lighthouse's judgement of the pages, for whoever changes what readers see. What is judged, and what is
//! enough, stands in `tests/audit`.

use anyhow::Result;

use crate::{browser::Harness, bundle, cli::AuditOptions, exec, paths, step::step, tools};

/// Prints the scores and keeps the reports; a score that is too low is a failure.
pub fn run(options: &AuditOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    tools::for_audit()?;
    let harness = Harness::start()?;
    let reports = paths::scratch().join("audit");
    let judged = step("have Lighthouse judge the pages", || {
        exec::run(harness.node_in(&paths::audit()).arg("audit.mjs").arg(&reports))
    });
    println!("The reports are in {}", reports.display());
    judged
}
