//! `briefing new`: a folder with a small corpus to begin with, whose files explain themselves.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use corpus::compile::schemas;
use publish::Files;

use crate::console::{Console, argument};
use crate::error::Error;
use crate::{add, output};

/// The folder is before the files: after them, it would be taken for one of them.
const USAGE: &str = "briefing new [OPTIONS] <DIR> [--from <FILE>...]";

const EXAMPLES: &str = "\
Examples:
  briefing new bridge
  briefing serve bridge --open        the page in a browser; follows each save
  briefing new bridge --from *.html   a document of each file, not the example

The folder must be absent or empty. The files explain what they hold; their schemas are in schema/, \
for editors that complete TOML by them.";

/// The registries: what is once for all documents.
const REGISTRIES: [(&str, &str); 3] = [
    ("briefing.toml", include_str!("../starter/briefing.toml")),
    ("actors.toml", include_str!("../starter/actors.toml")),
    ("topics.toml", include_str!("../starter/topics.toml")),
];

/// The registries of a corpus of documents of one's own, without entries.
const OWN_REGISTRIES: [(&str, &str); 3] = [
    ("briefing.toml", include_str!("../starter/new-briefing.toml")),
    ("actors.toml", include_str!("../starter/new-actors.toml")),
    ("topics.toml", include_str!("../starter/new-topics.toml")),
];

/// A document with its annotation.
const DOCUMENT: [(&str, &str); 2] =
    [("bridge.txt", include_str!("../starter/bridge.txt")), ("bridge.toml", include_str!("../starter/bridge.toml"))];

/// The options of `new`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub struct Args {
    /// The folder to make.
    dir: PathBuf,
    /// Makes documents of these files, as `briefing add` does, in place of the example.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    from: Vec<PathBuf>,
}

/// Makes the corpus.
///
/// # Errors
/// Where the folder holds something, or the system refuses; then nothing is written.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    if !args.from.is_empty() {
        return from_files(args, console);
    }
    create(&args.dir, &starter())?;
    console.say(format_args!(
        "{} holds a small corpus. Its files explain themselves; change them, and see what becomes of it:\n\n    \
         briefing serve {} --open\n",
        args.dir.display(),
        argument(&args.dir)
    ));
    Ok(())
}

/// Makes a corpus of the documents of files; if one of them does not become a document, none.
fn from_files(args: &Args, console: &Console) -> Result<(), Error> {
    check_absent_or_empty(&args.dir)?;
    let (documents, errors) = add::read(&args.from, None, add::Registered::default(), console);
    if !errors.is_empty() {
        let outcome = format!("not taken, so {} was not made", args.dir.display());
        let advice = "leave out or mend what is named above, and run the command again";
        return Err(add::failed(errors, args.from.len(), &outcome, advice, console));
    }
    let mut files = with_schemas(OWN_REGISTRIES.into_iter());
    files.extend(documents.iter().flat_map(add::Ready::files));
    create(&args.dir, &files)?;
    for document in &documents {
        document.say(console);
    }
    console.say(format_args!(
        "\n{} holds them. Write a title into {}, and compare each text with its original. Then:\n\n    \
         briefing serve {} --open\n",
        args.dir.display(),
        args.dir.join("briefing.toml").display(),
        argument(&args.dir)
    ));
    Ok(())
}

/// The files of the corpus to begin with, by their paths in its folder.
pub fn starter() -> Files {
    with_schemas(REGISTRIES.into_iter().chain(DOCUMENT))
}

/// Files of a corpus, and the schemas that editors complete them by.
fn with_schemas<'f>(files: impl Iterator<Item = (&'f str, &'f str)>) -> Files {
    let schemas = schemas().into_iter().map(|(name, schema)| (format!("schema/{name}"), schema.into_bytes()));
    files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).chain(schemas).collect()
}

/// Makes a folder with these files, whole or not at all.
///
/// # Errors
/// Where there is something already, or the system refuses.
pub fn create(dir: &Path, files: &Files) -> Result<(), Error> {
    check_absent_or_empty(dir)?;
    output::create_folder(dir, files).map_err(|error| Error::io(format_args!("cannot write {}", dir.display()), &error))
}

/// Refuses a folder that holds something.
fn check_absent_or_empty(dir: &Path) -> Result<(), Error> {
    let shown = dir.display();
    let cannot_write = |error: &io::Error| Error::io(format_args!("cannot write {shown}"), error);
    let is_empty = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory && dir.is_file() => {
            return Err(Error::new(format!("{shown} is a file")).advise("name a folder that is absent or empty"));
        }
        Err(error) => return Err(cannot_write(&error)),
        Ok(mut entries) => entries.next().is_none(),
    };
    if !is_empty {
        return Err(Error::new(format!("{shown} holds files already, and none is ever overwritten"))
            .advise("name a folder that is absent or empty"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use corpus::{ActorKind, Enumeration, Form, Hue, Position, RelationKind};

    use super::*;

    /// The words of the comments in a file.
    fn commented(text: &str) -> Vec<&str> {
        let comments = text.lines().filter_map(|line| line.split_once('#')).map(|(_, comment)| comment);
        comments.flat_map(|comment| comment.split(|c: char| !c.is_alphanumeric() && c != '-')).collect()
    }

    fn expect_values<E: Enumeration>(text: &str) {
        let words = commented(text);
        for value in E::VALUES {
            assert!(words.contains(&value.key()), "{} {:?} is not in the comments of {text}", E::NOUN, value.key());
        }
    }

    #[test]
    fn comments_name_every_value_that_may_be_written() {
        for [(_, briefing), (_, actors), _] in [REGISTRIES, OWN_REGISTRIES] {
            expect_values::<Hue>(briefing);
            expect_values::<ActorKind>(actors);
        }
        let [_, (_, annotation)] = DOCUMENT;
        expect_values::<Form>(annotation);
        expect_values::<Position>(annotation);
        expect_values::<RelationKind>(annotation);
    }
}
