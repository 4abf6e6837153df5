//! The command line: the commands and the options of all of them. It is only parsed here.

use clap::{Parser, Subcommand};

use crate::console::Verbosity;
#[cfg(feature = "serve")]
use crate::serve;
#[cfg(feature = "import")]
use crate::{add, new};
use crate::{build, check, completions, export, man};

/// Turns a folder of news documents into one web page that shows who said what, to whom and when, each quote checked
/// against its document.
#[derive(Debug, Parser)]
#[command(name = "briefing", version, max_term_width = 100, after_help = EXAMPLES, propagate_version = true)]
pub struct Args {
    /// Says nothing but errors.
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = MESSAGES)]
    quiet: bool,
    /// Says what is read and written, and how long it takes.
    #[arg(short, long, global = true, help_heading = MESSAGES)]
    verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The heading of options that all commands have.
const MESSAGES: &str = "Messages";

const EXAMPLES: &str = "\
Examples:
  briefing new bridge              a small corpus to begin with
  briefing add bridge page.html    a document out of a file
  briefing serve bridge --open     the page in a browser; it follows each save
  briefing check bridge            every error at once
  briefing build bridge -o site    the page as static files for any host

Exit code: 0 done, 1 an error, 2 arguments that cannot be understood.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a folder with a small corpus to begin with.
    #[cfg(feature = "import")]
    New(new::Args),
    /// Makes documents out of txt, md, html, docx, odt and pdf.
    #[cfg(feature = "import")]
    Add(add::Args),
    /// Checks a corpus and tells every error at once.
    Check(check::Args),
    /// Makes the page of a corpus: a folder of static files, or one file.
    Build(build::Args),
    /// Serves the page of a corpus on this machine; it follows each save.
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    /// Writes the statements of a view for another tool.
    Export(export::Args),
    /// Prints what a shell needs to complete commands and options.
    Completions(completions::Args),
    /// Prints the manual page, or writes one for each command.
    Man(man::Args),
    /// Called by `serve`: publishes a compiled corpus into a folder.
    #[cfg(feature = "serve")]
    #[command(hide = true)]
    PublishEdition(build::EditionArgs),
}

impl Command {
    /// Whether the command waits for interrupts by itself.
    pub fn handles_interrupts(&self) -> bool {
        match self {
            #[cfg(feature = "serve")]
            Command::Serve(_) => true,
            _ => false,
        }
    }
}

impl Args {
    /// How much is said.
    pub fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    /// A line that is broken here is broken once more by a terminal that is narrower.
    #[test]
    fn help_fits_a_terminal_of_eighty_columns() {
        let command = Args::command();
        for command in std::iter::once(&command).chain(command.get_subcommands()) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let lines: Vec<&str> = help.lines().collect();
            for line in &lines {
                let is_bare_command = !line.trim_start().contains("  ");
                assert!(!line.starts_with(' ') || is_bare_command || line.chars().count() <= 80, "shorten {line:?}");
            }
            let is_prose = |line: &str| !line.is_empty() && !line.starts_with(' ');
            for pair in lines.windows(2) {
                assert!(!is_prose(pair[0]) || !is_prose(pair[1]), "join {pair:?}");
            }
        }
    }

    #[test]
    fn every_command_has_examples() {
        let command = Args::command();
        for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let name = command.get_name();
            assert!(help.contains(&format!("briefing {name}")), "add after_help with examples to `{name}`");
        }
    }
}
