//! Statements of a briefing in formats that other tools read.
//!
//! Every function is pure: [`write()`] takes the briefing, the chosen statements and a [`Context`], and returns a
//! file's name and text. Nothing here touches a disk, a clock or a browser; the caller supplies the date.
//!
//! - [`format`](mod@format): what a format is. [`formats`]: all of them, one module each, listed in [`FORMATS`].
//! - [`context`]: the page's address, the date, and the name of the exported selection.
//! - `citation`: one statement as a reference to paste into a text (Chicago style).
//! - `comparison`: a comparison by topic as a table.
//! - `attribution`, `dates`, `inline_text`, `reference`, `selectors`: what several formats need to say of a statement.
//!
//! The README says what each format keeps of a document's words, and what it cannot hold.

mod attribution;
mod citation;
mod comparison;
pub mod context;
mod dates;
pub mod format;
pub mod formats;
mod inline_text;
mod reference;
mod selectors;
#[cfg(test)]
mod testing;

use corpus::StatementId;
use query::Shared;

pub use attribution::facts;
pub use comparison::{COMPARISON_FORMATS, ComparisonFormat, write_comparison};
pub use context::{Context, briefing_file, edition_name};
pub use format::Format;
pub use formats::{FORMATS, from_slug};

use format::Export;

/// A file that is ready to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A file name made of the briefing's title, its edition and the selection: ASCII letters, digits, hyphens and
    /// dots.
    pub name: String,
    /// Media type, with its parameters.
    pub media_type: &'static str,
    /// The content, to be saved as UTF-8. It begins with a byte order mark where the format calls for one.
    pub text: String,
}

/// Writes statements in a format, in the order given. The same arguments give the same file.
///
/// # Examples
///
/// ```
/// use corpus::compile::{SeedFile, compile};
/// use corpus::date::Calendar;
/// use export::Context;
/// use query::view::View;
///
/// let file = |name: &str, text: &str| SeedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
/// let compiled = compile(&[
///     file(
///         "briefing.toml",
///         r#"
///             title = "The bridge at Aldport"
///             standfirst = "The council says that the bridge is safe."
///             language = "en"
///             editor = "Your name"
///             licence = "CC BY 4.0"
///             method = ["Every claim in the article became a statement."]
///         "#,
///     ),
///     file("actors.toml", ""),
///     file("topics.toml", ""),
///     file("bridge.txt", "The bridge is closed."),
///     file(
///         "bridge.toml",
///         r#"
///             title = "Aldport argues about its bridge"
///             language = "en"
///
///             [[statement]]
///             id = "closed"
///             form = "narration"
///             content = "The bridge is closed."
///         "#,
///     ),
/// ])
/// .expect("every quote is in the text");
/// let briefing: &'static _ = Box::leak(Box::new(corpus::load(compiled.bytes.leak()).expect("it was just compiled")));
///
/// let context = Context {
///     base: "https://example.org/briefing/".to_owned(),
///     has_text_files: true,
///     accessed: Calendar { year: 2026, month: 11, day: 28 },
///     view: View::default(),
/// };
/// let statements: Vec<_> = briefing.statement_ids().collect();
/// let csv = export::from_slug("csv").expect("CSV is a format");
/// let exported = export::write(briefing, &statements, csv, &context);
///
/// assert!(exported.name.starts_with("the-bridge-at-aldport-") && exported.name.ends_with(".csv"));
/// assert!(exported.text.contains("\"The bridge is closed.\""));
/// ```
pub fn write(data: Shared, statements: &[StatementId], format: &Format, context: &Context) -> Exported {
    let text = (format.write)(Export { data, statements, context });
    Exported { name: context.file_name(data, format.extension), media_type: format.media_type, text }
}

/// One statement as a reference to paste into a text, in the style of the Chicago Manual of Style (17th edition).
pub fn citation(data: Shared, id: StatementId, context: &Context) -> String {
    citation::citation(data, id, context)
}
