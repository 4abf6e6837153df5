//! The format of a file, by its content first and by its name where the content leaves it open.

use crate::document::Format;
use crate::error::ImportError;

/// The first bytes of formats that are no documents, with the noun for them.
const NOT_DOCUMENTS: [(&[u8], &str); 18] = [
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "a database"),
];

/// The first bytes of an OLE compound file: old Office documents, and new ones that are encrypted (MS-CFB, 2.2).
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// How far from its beginning a PDF may begin (ISO 32000-1, annex H, note 13).
const PDF_HEADER_WITHIN: usize = 1024;

/// The format of a file. A zip archive is only said to be one: [`crate::package`] looks inside.
pub(crate) enum Container {
    Text(Format),
    Zip,
    Pdf,
}

/// Finds the format of a file.
pub(crate) fn detect(name: &str, bytes: &[u8]) -> Result<Container, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    let head = &bytes[..bytes.len().min(PDF_HEADER_WITHIN)];
    if find(head, b"%PDF-").is_some() {
        return Ok(Container::Pdf);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(compound_file(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(ImportError::UnknownFormat { noun: "an RTF document", help: "save it as docx, odt or txt" });
    }
    if let Some((_, noun)) = NOT_DOCUMENTS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ImportError::NotADocument(noun));
    }
    by_name(name, bytes)
}

/// The error of a compound file: encrypted, or of an old format.
fn compound_file(bytes: &[u8]) -> ImportError {
    // The names of the streams in the directory are UTF-16 (MS-OFFCRYPTO, 1.3.2).
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if find(bytes, &name).is_some() {
        return ImportError::PasswordProtected("Word document (docx)");
    }
    ImportError::UnknownFormat {
        noun: "a document of Office before 2007 (doc)",
        help: "open it and save it as docx, odt or txt",
    }
}

fn by_name(name: &str, bytes: &[u8]) -> Result<Container, ImportError> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let damaged = |noun| Err(ImportError::Damaged { noun, reason: "it does not begin like one".to_owned() });
    Ok(Container::Text(match extension.as_deref() {
        Some("md" | "markdown" | "mdown" | "mkd") => Format::Markdown,
        Some("html" | "htm" | "xhtml" | "xht") => Format::Html,
        Some("docx" | "docm" | "dotx") => return damaged("Word document (docx)"),
        Some("odt" | "ott") => return damaged("OpenDocument text (odt)"),
        Some("pdf") => return damaged("PDF"),
        Some("mht" | "mhtml" | "webarchive") => {
            return Err(ImportError::UnknownFormat {
                noun: "a web archive (mhtml, webarchive)",
                help: "save the page as “HTML only”, or print it into a PDF",
            });
        }
        Some("url" | "webloc") => {
            return Err(ImportError::UnknownFormat {
                noun: "a bookmark of a page",
                help: "open it in a browser, and save the page as HTML",
            });
        }
        Some("doc" | "rtf" | "epub" | "wpd" | "pages") => {
            return Err(ImportError::UnknownFormat {
                noun: "a document of another format",
                help: "save it as docx, odt or txt",
            });
        }
        Some("txt" | "text") => Format::Text,
        _ if is_html(bytes) => Format::Html,
        _ => Format::Text,
    }))
}

/// The extension of a file that is taken for plain text although its name says that it is something else.
pub(crate) fn foreign_extension(name: &str) -> Option<&str> {
    let (_, extension) = name.rsplit_once('.')?;
    let is_extension = (1..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_of_text = ["txt", "text"].iter().any(|text| extension.eq_ignore_ascii_case(text));
    (is_extension && !is_of_text).then_some(extension)
}

/// Whether a file begins as HTML does.
fn is_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|start| bytes.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// The offset of the first occurrence of some bytes.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(name: &str, bytes: &[u8]) -> String {
        match detect(name, bytes) {
            Err(error) => error.to_string(),
            Ok(_) => panic!("{name} is accepted"),
        }
    }

    #[test]
    fn files_that_are_no_documents_are_named() {
        assert_eq!(error("a.jpg", b"\xff\xd8\xff\xe0\0"), "is a JPEG picture, not a document");
        assert_eq!(error("a.txt", b"\x89PNG\r\n\x1a\n"), "is a PNG picture, not a document");
        assert_eq!(error("a.rtf", b"{\\rtf1 a}"), "is an RTF document, which is not read");
        assert_eq!(error("a.txt", b""), "holds no text");
        assert_eq!(error("a.url", b"[InternetShortcut]"), "is a bookmark of a page, which is not read");
        assert_eq!(error("a.pdf", b"hello"), "is not a whole PDF: it does not begin like one");
    }

    #[test]
    fn an_encrypted_word_document_is_told_from_an_old_one() {
        let mut bytes = COMPOUND_FILE.to_vec();
        assert_eq!(error("a.doc", &bytes), "is a document of Office before 2007 (doc), which is not read");
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(error("a.docx", &bytes), "is a Word document (docx) that is protected by a password");
    }

    #[test]
    fn names_of_other_formats_are_told_from_those_of_texts() {
        assert_eq!(["data.csv", "mail.eml"].map(foreign_extension), [Some("csv"), Some("eml")]);
        assert_eq!(["a.txt", "a.TXT", "noext", "v. 2, final draft", "Mr. Hæ"].map(foreign_extension), [None; 5]);
    }

    #[test]
    fn a_page_without_an_extension_is_html() {
        let format = |name: &str, bytes: &[u8]| match detect(name, bytes) {
            Ok(Container::Text(format)) => Some(format),
            _ => None,
        };
        assert_eq!(format("page", b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>a"), Some(Format::Html));
        assert_eq!(format("a.TXT", b"<html>"), Some(Format::Text));
        assert_eq!(format("a.Md", b"# a"), Some(Format::Markdown));
        assert_eq!(format("a.xyz", b"words"), Some(Format::Text));
    }
}
