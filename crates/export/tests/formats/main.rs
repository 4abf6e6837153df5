//! Each format is read back by a reader that is not ours, and holds what the briefing says.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod annotations;
mod bibtex;
mod citation;
mod csl;
mod graphml;
mod json;
mod markdown;
mod names;
mod ris;
mod spreadsheet;
mod support;
