//! `briefing check`: verifies a corpus and tells every error at once, for people, editors or CI; corrects what nobody
//! has to decide.

mod fix;
mod format;

use std::path::PathBuf;

use corpus::compile::{Folder, compile_folder};

use crate::console::Console;
use crate::error::Error;
use crate::input;
use format::Format;

const EXAMPLES: &str = "\
Examples:
  briefing check bridge
  briefing check bridge --fix --dry-run      shows what --fix would change
  briefing check bridge --format json        for editors and scripts
  briefing check bridge --format github      annotations in GitHub Actions

--fix corrects quotes that differ from their document in typography alone: in the shape of quotation
marks, apostrophes and dashes, in white space and line ends, in characters that do not show, and in
the composition of letters (NFC or NFD). Documents are never changed.

Exit code: 0 no error, 1 errors, 2 arguments that cannot be understood.";

/// The options of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder of the corpus.
    dir: PathBuf,
    /// How errors are written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Corrects what is unambiguous, and shows the changes.
    #[arg(long)]
    fix: bool,
    /// Shows the changes of --fix, and makes none.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

/// Checks a corpus.
///
/// # Errors
/// Where it has errors, which are written to the standard output.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    let progress = console.progress("check the corpus");
    let mut folder = match input::read(&args.dir) {
        Err(Error::Corpus(report)) => return format::write(args.format, Err(report), &[]),
        read => read?,
    };
    if args.fix {
        let fixed = fix::fixed(&folder);
        drop(progress);
        fix::show(&folder, &fixed, args.format, console)?;
        if !args.dry_run {
            fix::save(&folder, &fixed)?;
            folder = fixed;
        }
    } else {
        drop(progress);
    }
    verify(&folder, args.format, console)
}

fn verify(folder: &Folder, format: Format, console: &Console) -> Result<(), Error> {
    let progress = console.progress("check the corpus");
    folder.paths.iter().for_each(|path| console.detail(format_args!("{}", path.display())));
    let result = console.timed("checked", || compile_folder(folder));
    drop(progress);
    if format == Format::Text {
        folder.left_out.iter().for_each(|message| console.say(message));
    }
    format::write(format, result.map(|compiled| compiled.summary), &folder.left_out)
}
