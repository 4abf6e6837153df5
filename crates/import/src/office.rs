//! Office documents: a zip archive, and the reader of what it is.

use crate::document::{Draft, Format};
use crate::error::ImportError;
use crate::package::{Kind, Package};
use crate::{docx, odt};

/// Reads an archive that is a document.
pub(crate) fn read(bytes: &[u8]) -> Result<(Format, Draft), ImportError> {
    let mut package = Package::open(bytes)?;
    match package.kind()? {
        Kind::Docx(main) => Ok((Format::Docx, docx::read(&mut package, &main)?)),
        Kind::Odt => Ok((Format::Odt, odt::read(&mut package)?)),
    }
}
