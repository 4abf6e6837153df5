//! `briefing check`: verifies a corpus and tells every error at once, for people, editors or CI; corrects what nobody
//! has to decide.

mod fix;
mod format;

use std::path::PathBuf;

use crate::console::Console;
use crate::error::Error;
use crate::input::{self, Input};
use format::Format;

const EXAMPLES: &str = "\
Examples:
  briefing check bridge
  briefing check bridge.briefing          a briefing file: whether it is whole
  briefing check bridge --fix --dry-run   shows what --fix would change
  briefing check bridge --format json     for editors and scripts
  briefing check bridge --format github   annotations in GitHub Actions

--fix corrects quotes that differ from their document in typography alone: in the shape of quotation \
marks, apostrophes and dashes, in white space and line ends, in characters that do not show, and in \
the composition of letters (NFC or NFD). Documents are never changed.

Exit code: 0 no error, 1 errors, 2 arguments that cannot be understood.";

/// The options of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder of the corpus, or a briefing file.
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
/// Where it has errors, which are written to the standard output. For programs, so is why there is nothing to check.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    match check(args, console) {
        Err(Error::Failed(failure)) if args.format != Format::Text => format::write_failure(args.format, failure),
        checked => checked,
    }
}

fn check(args: &Args, console: &Console) -> Result<(), Error> {
    let progress = console.progress("check the corpus");
    let read = if args.fix { input::read_folder(&args.dir).map(Input::Folder) } else { input::read(&args.dir) };
    let mut input = match read {
        Err(Error::Corpus(report)) => return format::write(args.format, Err(report), &[]),
        read => read?,
    };
    if let (Input::Folder(folder), true) = (&input, args.fix) {
        let fixed = fix::fixed(folder);
        drop(progress);
        fix::show(folder, &fixed, args.format, console)?;
        if !args.dry_run {
            fix::save(folder, &fixed)?;
            input = Input::Folder(fixed);
        }
    } else {
        drop(progress);
    }
    verify(&input, args.format, console)
}

fn verify(input: &Input, format: Format, console: &Console) -> Result<(), Error> {
    let progress = console.progress("check the corpus");
    input.paths().iter().for_each(|path| console.detail(format_args!("{}", path.display())));
    let result = console.timed("checked", || input.compile());
    drop(progress);
    let left_out = if let Input::Folder(folder) = input { &folder.left_out[..] } else { &[] };
    if format == Format::Text {
        for message in left_out {
            console.say(message);
        }
    }
    let result = match result {
        Ok(compiled) => Ok(compiled.summary),
        Err(Error::Corpus(report)) => Err(report),
        Err(error) => return Err(error),
    };
    format::write(format, result, left_out)
}
