//! Documents that are zip archives: which kind one is, and its files, unpacked within a limit.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::ImportError;
use crate::xml::{self, Xml, XmlReader};

/// How much is unpacked of one document, in bytes. A novel has some five megabytes of XML.
const MAX_UNPACKED: u64 = 96 << 20;

/// A zip archive of which only so much is unpacked.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: u64,
}

/// The documents that are zip archives.
pub(crate) enum Kind {
    /// Path of the main part.
    Docx(String),
    Odt,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Package { archive, budget: MAX_UNPACKED }),
            Err(error) => Err(damaged(&error)),
        }
    }

    /// The text of a file; `None` if there is none of that name.
    pub fn read(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ImportError::PasswordProtected("zip archive"));
            }
            Err(error) => return Err(damaged(&error)),
        };
        let mut bytes = Vec::new();
        let read = file.take(self.budget + 1).read_to_end(&mut bytes);
        if let Err(error) = read {
            return Err(ImportError::Damaged { noun: "zip archive", reason: error.to_string() });
        }
        self.budget = self.budget.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        Ok(Some(xml::decode(&bytes)))
    }

    /// The names of files of which a condition holds, sorted.
    pub fn names(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names: Vec<String> =
            self.archive.file_names().flatten().filter(|name| is_wanted(name)).map(Cow::into_owned).collect();
        names.sort_unstable();
        names
    }

    /// Finds out what the archive is.
    pub fn kind(&mut self) -> Result<Kind, ImportError> {
        if let Some(mimetype) = self.read("mimetype")? {
            let mimetype = mimetype.trim().to_owned();
            return match mimetype.strip_prefix("application/vnd.oasis.opendocument.text") {
                Some("" | "-template" | "-master") => Ok(Kind::Odt),
                _ if mimetype == "application/epub+zip" => Err(ImportError::UnknownFormat {
                    noun: "an e-book (epub)",
                    help: "save the chapter as txt or html",
                }),
                _ => Err(ImportError::UnknownFormat {
                    noun: "an OpenDocument file without running text",
                    help: "save its text as odt or txt",
                }),
            };
        }
        let Some(relations) = self.read("_rels/.rels")? else {
            return Err(ImportError::NotADocument("a zip archive"));
        };
        let main = office_document(&relations)?.unwrap_or_default();
        match main.split('/').next() {
            Some("word") => Ok(Kind::Docx(main)),
            Some("xl") => Err(ImportError::UnknownFormat { noun: "a spreadsheet", help: "save its text as txt" }),
            Some("ppt") => Err(ImportError::UnknownFormat { noun: "a presentation", help: "save it as pdf or txt" }),
            _ => Err(ImportError::NotADocument("a zip archive")),
        }
    }
}

/// The path of the main part of an Office document (ISO/IEC 29500-2, 9.3; 29500-1, 11.3.10).
fn office_document(relations: &str) -> Result<Option<String>, ImportError> {
    let mut reader = XmlReader::new(relations, "Office document");
    while let Some(part) = reader.next()? {
        if let Xml::Start(element) = part
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            return Ok(element.attribute("Target").map(|target| target.trim_start_matches('/').to_owned()));
        }
    }
    Ok(None)
}

fn damaged(error: &ZipError) -> ImportError {
    ImportError::Damaged { noun: "zip archive", reason: error.to_string() }
}

fn too_large() -> ImportError {
    ImportError::TooLarge { noun: "content", limit: format!("{} MB, unpacked", MAX_UNPACKED >> 20) }
}
