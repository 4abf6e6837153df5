//! Why a file does not become a document, and what to do about it.

use std::fmt;

/// Why a file does not become a document. Its `Display` is a clause about the file ("is empty"), [`ImportError::help`]
/// says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds no text.
    Empty,
    /// The file is not a document; the field is a noun, "a JPEG picture".
    NotADocument(&'static str),
    /// The file is a document in a format that is not read.
    UnknownFormat {
        /// The format, a noun.
        noun: &'static str,
        /// What to do, an imperative.
        help: &'static str,
    },
    /// The file can only be read with a password; the field is its format, a noun.
    PasswordProtected(&'static str),
    /// The file does not keep to the rules of its format.
    Damaged {
        /// The format, a noun.
        noun: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// The content is larger than what is read.
    TooLarge {
        /// What is too large, a noun.
        noun: &'static str,
        /// The limit, with its unit.
        limit: String,
    },
    /// A PDF of pictures: so many pages and no text.
    NeedsOcr(usize),
    /// The text has more paragraphs than a document can have.
    TooManyParagraphs(usize),
}

/// The greatest number of paragraphs of a document; the compiled form numbers them with 16 bits.
pub const MAX_BLOCKS: usize = u16::MAX as usize;

/// The longest text of a document, in bytes of UTF-8; the compiler of a corpus takes no longer one.
pub const MAX_TEXT: usize = 10_000_000;

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Empty => write!(f, "holds no text"),
            ImportError::NotADocument(noun) => write!(f, "is {noun}, not a document"),
            ImportError::UnknownFormat { noun, .. } => write!(f, "is {noun}, which is not read"),
            ImportError::PasswordProtected(noun) => write!(f, "is a {noun} that is protected by a password"),
            ImportError::Damaged { noun, reason } => write!(f, "is not a whole {noun}: {reason}"),
            ImportError::TooLarge { noun, limit } => write!(f, "has {noun} of more than {limit}"),
            ImportError::NeedsOcr(1) => write!(f, "is a PDF of a page without text, a picture of it"),
            ImportError::NeedsOcr(pages) => write!(f, "is a PDF of {pages} pages without text, pictures of pages"),
            ImportError::TooManyParagraphs(count) => {
                write!(f, "has {count} paragraphs, and a document at most {MAX_BLOCKS}")
            }
        }
    }
}

impl std::error::Error for ImportError {}

impl ImportError {
    /// What to do, an imperative without a full stop.
    pub fn help(&self) -> String {
        match self {
            ImportError::Empty => "look into the file: there is nothing in it that could be quoted".to_owned(),
            ImportError::NotADocument(_) => "give a file with a text: txt, md, html, docx, odt or pdf".to_owned(),
            ImportError::UnknownFormat { help, .. } => (*help).to_owned(),
            ImportError::PasswordProtected(_) => {
                "open it with its password, save it without one, and add that file".to_owned()
            }
            ImportError::Damaged { .. } => {
                "open it in the program that it comes from, save it anew, or save its text as txt".to_owned()
            }
            ImportError::TooLarge { .. } => {
                "save the article alone, or its text as txt; a long text is better parted into documents".to_owned()
            }
            ImportError::NeedsOcr(_) => {
                "recognise its letters first, for example with `ocrmypdf IN.pdf OUT.pdf`, and read the result against \
                 the pictures"
                    .to_owned()
            }
            ImportError::TooManyParagraphs(_) => "part it into several files".to_owned(),
        }
    }
}

/// The error of a text that is longer than [`MAX_TEXT`].
pub(crate) fn text_too_large() -> ImportError {
    ImportError::TooLarge { noun: "text", limit: format!("{} MB", MAX_TEXT / 1_000_000) }
}
