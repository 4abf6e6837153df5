//! Why a command has failed, and what to do about it.

use std::fmt;
use std::io::{self, ErrorKind};

use corpus::compile::Report;

/// Why a command has failed. Each of them leads to exit code 1.
#[derive(Debug)]
pub enum Error {
    /// The corpus has errors.
    Corpus(Report),
    /// Anything else.
    Failed(Failure),
    /// What is wrong has been said already, in the format that was asked for.
    Reported,
}

/// What could not be done, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done, and why.
    pub problem: String,
    /// What to do, in the imperative.
    pub advice: Option<String>,
}

impl Error {
    /// Something that could not be done, and why.
    pub fn new(problem: impl Into<String>) -> Error {
        Error::Failed(Failure { problem: problem.into(), advice: None })
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn advise(self, advice: impl Into<String>) -> Error {
        match self {
            Error::Failed(failure) => Error::Failed(Failure { advice: Some(advice.into()), ..failure }),
            other => other,
        }
    }

    /// Adds words to what could not be done, and why.
    #[must_use]
    pub fn continued(self, words: &str) -> Error {
        match self {
            Error::Failed(failure) => Error::Failed(Failure { problem: failure.problem + words, ..failure }),
            other => other,
        }
    }

    /// Temporary files that the system has refused.
    pub fn temporary(error: &io::Error) -> Error {
        let folder = std::env::temp_dir();
        let variable = if cfg!(windows) { "TMP" } else { "TMPDIR" };
        Error::io("cannot write temporary files", error).advise(format!(
            "they go into {}: make room there, or name another folder with the variable {variable}",
            folder.display()
        ))
    }

    /// Something that the system has refused: `cannot write x.html: no space left`, with what to do where that is
    /// known.
    pub fn io(what: impl fmt::Display, error: &io::Error) -> Error {
        let said = error.to_string();
        // Of a temporary file, its path is said as well: nobody has named it, and it is not there.
        let said = said.split_once(" at path ").map_or(&*said, |(said, _)| said);
        let failed = Error::new(format!("{what}: {said}"));
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                failed.advise("the disk is full: make room on it, or write to another one")
            }
            ErrorKind::FileTooLarge => {
                failed.advise("the file system or this session limits the size of a file: name another place")
            }
            ErrorKind::NotFound => failed.advise("see that its name is right, and that its folder is there"),
            ErrorKind::AlreadyExists => failed.advise("something else has this name: name another place"),
            ErrorKind::PermissionDenied => failed.advise("ask for the permission, or name another place"),
            ErrorKind::ReadOnlyFilesystem => failed.advise("nothing can be written there: name another place"),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                failed.advise("another program uses it: close that, or name another place")
            }
            ErrorKind::InvalidFilename => failed.advise("this file system has no such names: name another place"),
            ErrorKind::IsADirectory => failed.advise("it is a folder: name a file in it"),
            ErrorKind::NotADirectory => failed.advise("a part of the path is a file: name another place"),
            // The disk, or a device that is no file, for reasons that the system keeps to itself.
            _ => {
                failed.advise("see whether other programs can use it; if none can, name another place or another copy")
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Corpus(report) => report.fmt(f),
            Error::Failed(Failure { problem, advice: Some(advice) }) => write!(f, "{problem}\n  {advice}"),
            Error::Failed(Failure { problem, advice: None }) => f.write_str(problem),
            Error::Reported => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<publish::Error> for Error {
    fn from(error: publish::Error) -> Error {
        match error {
            publish::Error::Url(problem) => {
                Error::new(problem).advise("write it as in --url https://example.org/briefing/")
            }
            _ => Error::new(error.to_string()),
        }
    }
}
