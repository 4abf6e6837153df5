//! Each format is read back by a reader that is not ours, and holds what the briefing says.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod annotations;
mod citation;
mod json;
mod markdown;
mod names;
mod spreadsheet;
mod support;
