//! Errors as they are printed: what happened, and the command that a person can run to solve it.

use std::{error::Error, fmt};

/// A problem that xtask cannot solve by itself, with a command that does.
#[derive(Debug)]
pub struct Remedy {
    problem: String,
    command: String,
}

impl Remedy {
    /// An error of its own, or the `context` of a more detailed one. `command` is printed on a line of its own, to be
    /// copied.
    pub fn new(problem: impl Into<String>, command: impl Into<String>) -> Self {
        Self { problem: problem.into(), command: command.into() }
    }
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl Error for Remedy {}

/// Prints the chain of causes, then the remedy, if one of them has one.
pub fn print(error: &anyhow::Error) {
    eprintln!("\n✗ {error:#}");
    // anyhow finds it anywhere in the chain.
    if let Some(remedy) = error.downcast_ref::<Remedy>() {
        eprintln!("\n  To solve this:\n\n      {}\n", remedy.command);
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn a_remedy_is_found_anywhere_in_the_chain_of_causes() {
        let inner: anyhow::Result<()> =
            Err(anyhow::anyhow!("no network")).context(Remedy::new("cannot get it", "get it"));
        let outer = inner.context("the step failed").unwrap_err();
        assert_eq!(format!("{outer:#}"), "the step failed: cannot get it: no network");
        assert_eq!(outer.downcast_ref::<Remedy>().unwrap().command, "get it");
    }
}
