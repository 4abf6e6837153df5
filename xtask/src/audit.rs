//! `cargo xtask audit`: Lighthouse's judgement of the pages, for whoever changes what readers see. What is judged, and what is
//! enough, stands in `tests/audit`.

use anyhow::Result;

use crate::{browser::Stage, bundle, cli::AuditOptions, exec, places, step::step, tools};

/// Prints the scores and keeps the reports; a score that is too low is a failure.
pub fn run(options: &AuditOptions) -> Result<()> {
    bundle::make_unless(options.no_build)?;
    tools::for_audit()?;
    let stage = Stage::set()?;
    let reports = places::scratch().join("audit");
    let judged = step("have Lighthouse judge the pages", || {
        exec::run(stage.node_in(&places::audit()).arg("audit.mjs").arg(&reports))
    });
    println!("The reports are in {}", reports.display());
    judged
}
