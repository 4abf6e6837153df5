//! The folder of a corpus, checked before it is read: what is no corpus at all is said in one sentence, where the
//! compiler would miss each of its files.

use std::fs;
use std::path::Path;

use corpus::compile::{Compiled, Folder, compile_folder};

use crate::console::{Console, argument};
use crate::error::Error;

/// Reads the files of a corpus.
///
/// # Errors
/// Where the folder is not there, is no folder or is empty; a report of files that cannot be read.
pub fn read(dir: &Path) -> Result<Folder, Error> {
    let shown = dir.display();
    match fs::metadata(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::new(format!("there is no folder {shown}"))
                .advise(format!("`briefing new {}` makes one with a small corpus to begin with", argument(dir))));
        }
        Err(error) => return Err(Error::io(format_args!("cannot read {shown}"), &error)),
        Ok(found) if !found.is_dir() => {
            let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return Err(Error::new(format!("{shown} is a file, and a corpus is a folder"))
                .advise(format!("name the folder that the file is in: {}", parent.display())));
        }
        Ok(_) => {}
    }
    let mut entries = fs::read_dir(dir).map_err(|error| Error::io(format_args!("cannot read {shown}"), &error))?;
    if entries.next().is_none() {
        return Err(Error::new(format!("the folder {shown} is empty"))
            .advise(format!("`briefing new {}` puts a small corpus into it to begin with", argument(dir))));
    }
    Folder::read(dir).map_err(Error::Corpus)
}

/// Reads and compiles a corpus. Files that are left out are named, with the reason.
///
/// # Errors
/// Like [`read`], and a report of every error in the corpus.
pub fn compile(dir: &Path, console: &Console) -> Result<Compiled, Error> {
    let progress = console.progress("check the corpus");
    let folder = read(dir)?;
    folder.paths.iter().for_each(|path| console.detail(format_args!("{}", path.display())));
    let compiled = console.timed("checked", || compile_folder(&folder)).map_err(Error::Corpus)?;
    drop(progress);
    compiled.left_out.iter().for_each(|message| console.say(message));
    Ok(compiled)
}
