//! Each format is read back by a reader that is not ours, and holds what the briefing says.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod citation;
mod markdown;
mod names;
mod support;
