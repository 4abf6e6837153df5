//! `briefing new`: a folder with a small corpus to begin with, whose files explain themselves.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use corpus::compile::schemas;
use publish::Files;

use crate::console::{Console, argument};
use crate::error::Error;
use crate::output;

const EXAMPLES: &str = "\
Examples:
  briefing new bridge
  briefing serve bridge --open     the page in a browser; it follows each save

The folder must be absent or empty. The files explain what they hold; their schemas are in schema/,
for editors that complete TOML by them.";

/// The registries: what is once for all documents.
const REGISTRIES: [(&str, &str); 3] = [
    ("briefing.toml", include_str!("../starter/briefing.toml")),
    ("actors.toml", include_str!("../starter/actors.toml")),
    ("topics.toml", include_str!("../starter/topics.toml")),
];

/// A document with its annotation.
const DOCUMENT: [(&str, &str); 2] =
    [("bridge.txt", include_str!("../starter/bridge.txt")), ("bridge.toml", include_str!("../starter/bridge.toml"))];

/// The options of `new`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder to make.
    dir: PathBuf,
}

/// Makes the corpus.
///
/// # Errors
/// Where the folder holds something, or the system refuses; then nothing is written.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    create(&args.dir, &starter())?;
    console.say(format_args!(
        "{} holds a small corpus. Its files explain themselves; change them, and see what becomes of it:\n\n    \
         briefing serve {} --open\n",
        args.dir.display(),
        argument(&args.dir)
    ));
    Ok(())
}

/// The files of the corpus to begin with, by their paths in its folder.
pub fn starter() -> Files {
    let schemas = schemas().into_iter().map(|(name, schema)| (format!("schema/{name}"), schema.into_bytes()));
    let files = REGISTRIES.into_iter().chain(DOCUMENT);
    files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).chain(schemas).collect()
}

/// Makes a folder with these files, whole or not at all.
///
/// # Errors
/// Where there is something already, or the system refuses.
pub fn create(dir: &Path, files: &Files) -> Result<(), Error> {
    let shown = dir.display();
    let cannot_write = |error: &io::Error| Error::io(format_args!("cannot write {shown}"), error);
    let is_empty = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Error::new(format!("{shown} is a file")).advise("name a folder that is absent or empty"));
        }
        Err(error) => return Err(cannot_write(&error)),
        Ok(mut entries) => entries.next().is_none(),
    };
    if !is_empty {
        return Err(Error::new(format!("{shown} holds files already, and none is ever overwritten"))
            .advise("name a folder that is absent or empty"));
    }
    output::create_folder(dir, files).map_err(|error| cannot_write(&error))
}
