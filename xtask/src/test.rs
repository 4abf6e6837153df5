//! `cargo xtask test`: all stages of the tests in order, then a table of their results.
//!
//! The stages after one that fails run all the same, so that one run tells everything; only the browser tests are
//! skipped where there is no bundle to open.

mod stage;
mod stages;

use std::{fmt, time::Duration};

use anyhow::{Result, bail};

use crate::{
    cli::TestOptions,
    failure,
    step::{seconds, timed},
    tools,
};
pub use stage::Stage;

/// The result of a stage.
enum Outcome {
    Passed,
    Failed,
    Skipped(&'static str),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Passed => f.write_str("passed"),
            Self::Failed => f.write_str("FAILED"),
            Self::Skipped(why) => write!(f, "skipped: {why}"),
        }
    }
}

/// Runs all stages, or those asked for; an error if one of them failed.
pub fn run(options: &TestOptions) -> Result<()> {
    let is_wanted = |stage: &Stage| options.only.is_empty() || options.only.contains(stage);
    let wanted: Vec<Stage> = Stage::ALL.into_iter().filter(is_wanted).collect();
    // Downloads and single-threaded compilation beside the lints and native tests, which need none of it.
    if wanted.first().is_some_and(|first| !first.needs_compiled_tools()) {
        let is_any = |needs: fn(Stage) -> bool| wanted.iter().any(|stage| needs(*stage));
        tools::set_up_ahead(
            is_any(Stage::needs_compiled_tools),
            is_any(Stage::needs_browsers),
            wanted.contains(&Stage::Package),
        );
    }
    let mut results: Vec<(Stage, Outcome, Duration)> = Vec::new();
    for stage in wanted {
        let has_no_bundle =
            results.iter().any(|(stage, outcome, _)| *stage == Stage::Build && matches!(outcome, Outcome::Failed));
        if stage == Stage::Browser && has_no_bundle {
            results.push((stage, Outcome::Skipped("there is no bundle"), Duration::ZERO));
            continue;
        }
        let (result, took) = timed(stage.heading(), || stages::run(stage));
        let outcome = match result {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                failure::print(&error);
                Outcome::Failed
            }
        };
        results.push((stage, outcome, took));
    }
    println!();
    for (stage, outcome, took) in &results {
        println!("  {:12} {:>9}  {outcome}", stage.name(), seconds(*took));
    }
    println!("  {:12} {:>9}", "in all", seconds(results.iter().map(|(_, _, took)| *took).sum()));
    let failed: Vec<&str> = results
        .iter()
        .filter(|(_, outcome, _)| !matches!(outcome, Outcome::Passed))
        .map(|(stage, ..)| stage.name())
        .collect();
    if !failed.is_empty() {
        bail!("not passed: {}", failed.join(", "));
    }
    Ok(())
}
