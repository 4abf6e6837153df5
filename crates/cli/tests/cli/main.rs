//! The program as somebody runs it: every command, and what it says of bad input.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod add;
mod bad_input;
mod briefing_file;
mod build;
mod check;
mod export;
mod new;
mod refused_writes;
mod rest;
mod serve;
mod support;
