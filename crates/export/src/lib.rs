//! Statements of a briefing in formats that other tools read.
//!
//! Every function here is pure: [`write()`] takes the briefing, the statements that were chosen and where the page is
//! found, and returns a file's name and text. Nothing here touches a disk, a clock or a browser; whoever calls it
//! says which day it is.
//!
//! - [`format`](mod@format): what can be written, and what it is for. [`context`]: addresses and the words for what was
//!   chosen.
//! - `markdown`, `spreadsheet`, [`json`], `annotations`, `graphml`, `csl`, `bibtex`, `ris`: one module a format, each with
//!   the document that defines it.
//! - `citation`: one statement as a reference that a person pastes into a text (Chicago style).
//! - `attribution`, `selectors`, `dates`, `lines`, `reference`: what several formats need to say of a statement.
//!
//! # What is carried over
//!
//! The words of documents are never changed on purpose. Some formats cannot hold every text, though:
//!
//! | format | what differs from the document's words |
//! |---|---|
//! | JSON, Web Annotations | nothing |
//! | CSL-JSON | stretches of one statement are joined by an ellipsis |
//! | CSV | as before, and an apostrophe stands before a cell that a spreadsheet could run as a formula |
//! | Markdown, BibTeX, RIS, citation | as in CSL-JSON, and white space is one space, or a paragraph's end in Markdown |
//! | `GraphML` | holds no words of documents; what XML cannot hold in names becomes U+FFFD |

mod annotations;
mod attribution;
mod bibtex;
mod citation;
pub mod context;
mod csl;
mod dates;
pub mod format;
mod graphml;
pub mod json;
mod lines;
mod markdown;
mod reference;
mod ris;
mod selectors;
mod spreadsheet;

use corpus::StatementId;
use query::Shared;

pub use context::{Context, edition_name};
pub use format::Format;

/// A file that is ready to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A file name: the briefing, its edition, what was chosen. ASCII letters, digits, hyphens and dots.
    pub name: String,
    /// Media type, with its parameters.
    pub media_type: &'static str,
    /// What is in the file, to be saved as UTF-8. A byte order mark is part of it, where the format asks for one.
    pub text: String,
}

/// What a format's writer is given.
#[derive(Clone, Copy)]
struct Export<'c> {
    data: Shared,
    statements: &'c [StatementId],
    context: &'c Context,
}

/// Writes statements, in the order given.
pub fn write(data: Shared, statements: &[StatementId], format: Format, context: &Context) -> Exported {
    let export = Export { data, statements, context };
    let text = match format {
        Format::Markdown => markdown::write(export),
        Format::Csv => spreadsheet::write(export),
        Format::CsvForSpreadsheets => format!("\u{FEFF}{}", spreadsheet::write(export)),
        Format::Json => json::write(export),
        Format::WebAnnotations => annotations::write(export),
        Format::GraphMl => graphml::write(export),
        Format::CslJson => csl::write(export),
        Format::BibTeX => bibtex::write(export),
        Format::Ris => ris::write(export),
    };
    Exported { name: context.file_name(data, format), media_type: format.media_type(), text }
}

/// One statement as a reference to paste into a text, in the manner of the Chicago Manual of Style.
pub fn citation(data: Shared, id: StatementId, context: &Context) -> String {
    citation::citation(data, id, context)
}
