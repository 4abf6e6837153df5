//! `data/briefing.json`: all statements with what they refer to, in the JSON format of the crate `export`.

use crate::context::Context;

/// The file, relative to the top.
pub const FILE: &str = "data/briefing.json";

/// The file of the format's schema, relative to the top; the template has it.
pub const SCHEMA: &str = "schema/briefing-export.schema.json";

/// The content of the file. Addresses in it are absolute where that of the site is known, and otherwise relative to the
/// file.
pub fn data_file(context: &Context) -> Vec<u8> {
    let base = context.url.as_ref().map_or_else(|| "../index.html".to_owned(), |url| format!("{url}index.html"));
    export::formats::json::site_file(context.data, base).into_bytes()
}
