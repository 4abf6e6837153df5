//! `briefing completions`: what a shell needs to complete commands and options.

use clap::Command;
use clap_complete::Shell;

use crate::error::Error;
use crate::output;

const EXAMPLES: &str = "\
Examples:
  briefing completions bash > ~/.local/share/bash-completion/completions/briefing
  briefing completions zsh > \"${fpath[1]}/_briefing\"
  briefing completions fish > ~/.config/fish/completions/briefing.fish
  briefing completions powershell >> $PROFILE";

/// The options of `completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The shell.
    shell: Shell,
}

/// Prints the script for a shell.
///
/// # Errors
/// Where the standard output takes nothing.
pub fn run(args: &Args, mut command: Command) -> Result<(), Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "briefing", &mut script);
    output::print(&script)
}
