//! The program `briefing`: from a folder of documents to a checked page, without a compiler, without a network.
//!
//! `args` is the command line. Each command is a module of its name with its options (`Args`) and a function `run`; a
//! further command is such a module, a variant in `args` and an arm in [`main`]. They share:
//!
//! - [`error`]: why a command has failed, what to do about it, and the exit code.
//! - [`console`]: what is said on the terminal: messages, progress, colour.
//! - [`input`]: the folder of a corpus, checked before it is read.
//! - [`output`]: files and folders that are written whole or not at all.
//! - [`interrupt`]: what is unfinished is removed when the process is interrupted.
//! - [`template`]: the finished viewer, which is inside the program.

#[cfg(feature = "import")]
pub mod add;
mod args;
pub mod build;
pub mod check;
mod completions;
pub mod console;
pub mod error;
pub mod export;
pub mod input;
pub mod interrupt;
mod man;
#[cfg(feature = "import")]
pub mod new;
pub mod output;
#[cfg(feature = "serve")]
mod serve;
pub mod template;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use console::Console;
use error::Error;

/// Runs the command that the arguments of the process name. The exit code is 0 where it did what was asked, 1 where it
/// could not, and 2 where the arguments cannot be understood.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let console = Console::new(args.verbosity());
    // `serve` ends by itself when it is interrupted.
    if !args.command.handles_interrupts()
        && let Err(error) = interrupt::clean_up_when_interrupted()
    {
        console.detail(format_args!("an interrupt would leave unfinished files: {error}"));
    }
    match run(&args.command, &console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            console.show_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, console: &Console) -> Result<(), Error> {
    match command {
        #[cfg(feature = "import")]
        Command::New(args) => new::run(args, console),
        #[cfg(feature = "import")]
        Command::Add(args) => add::run(args, console),
        Command::Check(args) => check::run(args, console),
        Command::Build(args) => build::run(args, console),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, console),
        Command::Export(args) => export::run(args, console),
        Command::Completions(args) => completions::run(args, <Args as clap::CommandFactory>::command()),
        Command::Man(args) => man::run(args, <Args as clap::CommandFactory>::command()),
        #[cfg(feature = "serve")]
        Command::PublishEdition(args) => build::publish_edition(args),
    }
}
