//! `cargo xtask test`: every test there is, in order, then a table of what became of them.
//!
//! A step that fails does not keep the others from running, so that one run tells everything; only the browser tests
//! are left out when there is no bundle to open.

mod stages;

use std::{fmt, str::FromStr, time::Duration};

use anyhow::{Result, anyhow, bail};

use crate::{
    cli::TestOptions,
    failure,
    step::{seconds, timed},
};

/// One step of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Formatting.
    Fmt,
    /// Lints of everything, natively.
    Clippy,
    /// Lints of the viewer as it is compiled for browsers.
    ClippyWasm,
    /// Unit, property, snapshot and documentation tests.
    Native,
    /// Tests of the viewer inside a browser.
    Wasm,
    /// The release bundle.
    Build,
    /// Tests of the bundle from outside, as a reader meets it.
    Browser,
    /// A bundle of a corpus that tries to run code, from outside.
    Hostile,
    /// A bundle of a briefing in Arabic, from outside.
    Arabic,
}

impl Stage {
    const ALL: [Self; 9] = [
        Self::Fmt,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Native,
        Self::Wasm,
        Self::Build,
        Self::Browser,
        Self::Hostile,
        Self::Arabic,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::Browser => "browser",
            Self::Hostile => "hostile",
            Self::Arabic => "arabic",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Fmt => "check the formatting",
            Self::Clippy => "lint everything",
            Self::ClippyWasm => "lint the viewer for wasm",
            Self::Native => "run the native tests",
            Self::Wasm => "run the wasm tests in a browser",
            Self::Build => "build and measure the bundle",
            Self::Browser => "run the browser tests",
            Self::Hostile => "build and open a hostile corpus",
            Self::Arabic => "build and open an Arabic corpus",
        }
    }
}

impl FromStr for Stage {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            anyhow!("there is no step `{name}`; there are {names}")
        })
    }
}

/// What became of a step.
enum Outcome {
    Passed,
    Failed,
    LeftOut(&'static str),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Passed => f.write_str("passed"),
            Self::Failed => f.write_str("FAILED"),
            Self::LeftOut(why) => write!(f, "left out: {why}"),
        }
    }
}

/// Runs all steps, or those asked for, and fails if any did.
pub fn run(options: &TestOptions) -> Result<()> {
    let wanted = |stage: &Stage| options.only.is_empty() || options.only.contains(stage);
    let mut results: Vec<(Stage, Outcome, Duration)> = Vec::new();
    for stage in Stage::ALL.into_iter().filter(wanted) {
        let no_bundle =
            results.iter().any(|(stage, outcome, _)| *stage == Stage::Build && matches!(outcome, Outcome::Failed));
        if stage == Stage::Browser && no_bundle {
            results.push((stage, Outcome::LeftOut("there is no bundle"), Duration::ZERO));
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
