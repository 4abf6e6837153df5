//! The formats, one module each. A module documents its format, names the specification that it follows, and holds the
//! writer, the [`Format`] and the tests.
//!
//! To add a format, write a module, declare it here, put its `FORMAT` into [`FORMATS`] and add a row to the table in
//! the crate's README. The tests name what is missing.

mod bibtex;
mod csl_json;
pub(crate) mod csv;
mod graphml;
pub mod json;
mod json_lines;
pub(crate) mod markdown;
mod ris;
mod web_annotations;

#[cfg(test)]
mod tests;

use crate::format::Format;

/// Every format, in the order in which people are offered them.
pub static FORMATS: [&Format; 10] = [
    &markdown::FORMAT,
    &csv::FORMAT,
    &csv::FORMAT_FOR_SPREADSHEETS,
    &json::FORMAT,
    &json_lines::FORMAT,
    &web_annotations::FORMAT,
    &graphml::FORMAT,
    &csl_json::FORMAT,
    &bibtex::FORMAT,
    &ris::FORMAT,
];

/// The format with this slug, if there is one.
pub fn from_slug(slug: &str) -> Option<&'static Format> {
    FORMATS.into_iter().find(|format| format.slug == slug)
}
