//! Documents of a corpus out of other programs' files: plain text, Markdown, HTML, docx, odt and PDF.
//!
//! [`import`] turns a file into a [`Document`]: its text in blocks, metadata with where each value was found, and a
//! note for everything that was left out, changed or is doubtful. [`annotation()`] writes what goes beside the text.
//! Nothing here reads a disk, a clock or the network; no file, however broken, makes it panic, and how much is unpacked
//! and read of one is bounded.
//!
//! The stages, in order: `format` tells what a file is; `encoding` decodes it, if it is text; a reader (`text`,
//! `markdown`, `html`, `docx`, `odt`, `pdf`) makes a draft of it, by way of `flow` where the format has lists and
//! tables; `finish` gives the draft a corpus's characters, a title and a language.
//!
//! # Example
//!
//! ```
//! let file = b"Aldport argues about its bridge\n\nThe council said on Monday that the bridge is safe.\n";
//! let document = import::import("bridge.txt", file).expect("a text");
//! assert_eq!(document.metadata.title.as_ref().map(|title| &*title.value), Some("Aldport argues about its bridge"));
//! let context = import::Context { file: "bridge.txt", ..import::Context::default() };
//! assert!(import::annotation(&document, &context).contains("title = \"Aldport argues about its bridge\""));
//! ```

mod annotation;
mod clean;
mod document;
mod docx;
mod encoding;
mod error;
mod finish;
mod flow;
mod format;
mod front_matter;
mod html;
mod language;
mod markdown;
mod name;
mod odt;
mod office;
mod package;
mod pdf;
mod properties;
mod text;
mod xml;

pub use annotation::{Context, annotation};
pub use document::{Block, BlockKind, Document, Encoding, EncodingSource, Format, Found, Metadata, Note, NoteKind};
pub use error::{ImportError, MAX_BLOCKS, MAX_TEXT};
pub use name::document_name;

use format::Container;

/// The largest file that is read, in bytes. It may be a PDF with many pictures.
pub const MAX_FILE: usize = 256 << 20;

/// The largest file that is read as text, in bytes. No encoding takes more than four bytes for one of UTF-8.
const MAX_TEXT_FILE: usize = 4 * MAX_TEXT;

/// Reads a document out of a file. `name` is that of the file, with its extension.
///
/// # Errors
/// [`ImportError`] for what is no document, cannot be read or is too large.
pub fn import(name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    if bytes.len() > MAX_FILE {
        return Err(ImportError::TooLarge { noun: "content", limit: format!("{} MB", MAX_FILE >> 20) });
    }
    let (format, draft, encoding) = match format::detect(name, bytes)? {
        Container::Zip => {
            let (format, draft) = office::read(bytes)?;
            (format, draft, None)
        }
        Container::Pdf => (Format::Pdf, pdf::read(bytes)?, None),
        Container::Text(format) => {
            if bytes.len() > MAX_TEXT_FILE {
                return Err(error::text_too_large());
            }
            let declared = if format == Format::Html { encoding::declared_in_html(bytes) } else { None };
            let (text, encoding) = encoding::decode(bytes, declared)?;
            let mut draft = match format {
                Format::Html => html::read(&text)?,
                Format::Markdown => markdown::read(&clean::line_feeds(&text))?,
                _ => text::read(&clean::line_feeds(&text)),
            };
            if let (Format::Text, Some(extension)) = (format, format::foreign_extension(name)) {
                draft.doubt(format!(".{extension} is not read as what it is: all of the file was taken as plain text"));
            }
            (format, draft, Some(encoding))
        }
    };
    finish::finish(draft, format, encoding, name)
}
