//! Why there is no site.

use std::{fmt, io};

use corpus::LoadError;
use corpus::file::FileError;
use lol_html::errors::RewritingError;

use crate::section::SectionError;

/// Why a template and a corpus do not make a site.
#[derive(Debug)]
pub enum Error {
    /// The bytes are not a compiled corpus.
    Corpus(LoadError),
    /// The corpus cannot be written as a file.
    File(FileError),
    /// The template lacks something, in words.
    Template(String),
    /// The corpus cannot be put into the program of the template.
    Section(SectionError),
    /// [`crate::Options::url`] is not the address of a site, in words.
    Url(String),
    /// Something written into a page would end the element that it is in; the name of that element.
    Element(&'static str),
    /// HTML cannot be read or written.
    Html(RewritingError),
    /// Pages break what they promise, a sentence each, see [`crate::check`].
    Violations(Vec<String>),
    /// Files are not those of a site, in words.
    NotASite(&'static str),
    /// A file cannot be compressed.
    Compression(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Corpus(error) => write!(f, "the corpus cannot be read: {error}"),
            Self::File(error) => write!(f, "the briefing cannot be written as a file: {error}"),
            Self::Template(what) => write!(f, "the template is not whole: {what}"),
            Self::Section(error) => error.fmt(f),
            Self::Url(what) => f.write_str(what),
            Self::Element(name) => write!(f, "what is to be written into <{name}> would end it"),
            Self::Html(error) => write!(f, "a page cannot be read: {error}"),
            Self::Violations(violations) => {
                f.write_str("the pages break what they promise:")?;
                violations.iter().try_for_each(|violation| write!(f, "\n  {violation}"))
            }
            Self::NotASite(what) => write!(f, "these files are not a site: {what}"),
            Self::Compression(error) => write!(f, "a file cannot be compressed: {error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<LoadError> for Error {
    fn from(error: LoadError) -> Self {
        Self::Corpus(error)
    }
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<SectionError> for Error {
    fn from(error: SectionError) -> Self {
        Self::Section(error)
    }
}

impl From<RewritingError> for Error {
    fn from(error: RewritingError) -> Self {
        Self::Html(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Compression(error)
    }
}
