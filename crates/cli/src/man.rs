//! `briefing man`: the manual page, and one for each command.

use std::fs;
use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;

use crate::error::Error;
use crate::output;

const EXAMPLES: &str = "\
Examples:
  briefing man | man -l -
  briefing man -o ~/.local/share/man/man1";

/// The options of `man`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Writes a page for each command into this folder.
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints the page, or writes all of them.
///
/// # Errors
/// What the system has refused.
pub fn run(args: &Args, command: Command) -> Result<(), Error> {
    let Some(out) = &args.out else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page).map_err(|error| Error::io("cannot write the manual page", &error))?;
        return output::print(&page);
    };
    let cannot_write = |error: &std::io::Error| Error::io(format_args!("cannot write {}", out.display()), error);
    fs::create_dir_all(out).map_err(|error| cannot_write(&error))?;
    // Pages are written whole or not at all, which clap_mangen does not promise.
    let pages = tempfile::tempdir().map_err(|error| Error::temporary(&error))?;
    clap_mangen::generate_to(command, pages.path()).map_err(|error| Error::temporary(&error))?;
    for (name, page) in output::read_folder(pages.path())? {
        output::write_file(&out.join(name), &page)?;
    }
    Ok(())
}
