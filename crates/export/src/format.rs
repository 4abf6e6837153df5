//! What a format is: its names, its media type and the function that writes it. The formats themselves are in
//! [`formats`](crate::formats).

use std::fmt;

use corpus::StatementId;
use query::Shared;

use crate::context::Context;

/// A format that statements can be written in. Every format is a `static` in a module of its own and listed in
/// [`FORMATS`](crate::FORMATS).
pub struct Format {
    /// Identifier in element ids and options: lower-case ASCII letters, digits and hyphens.
    pub slug: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// File name extension, without the dot before it.
    pub extension: &'static str,
    /// Media type (RFC 6838), with its parameters.
    pub media_type: &'static str,
    /// One sentence on what the format is for, shown beside its button.
    pub purpose: &'static str,
    /// Writes the whole file.
    pub(crate) write: fn(Export<'_>) -> String,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The input of a format's writer.
#[derive(Clone, Copy)]
pub(crate) struct Export<'c> {
    /// The briefing.
    pub data: Shared,
    /// The statements to write, in this order.
    pub statements: &'c [StatementId],
    /// Where the page is, which day it is, and what was chosen.
    pub context: &'c Context,
}
