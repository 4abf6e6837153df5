//! Sharing a view and exporting its statements: the part of the program that is loaded when a reader asks for it.
//!
//! [`dialog`] is drawn in the frame that `components/share_dialog.rs` opens. [`citation`] writes what "Cite" copies.

pub mod citation;
pub mod dialog;
mod system;
