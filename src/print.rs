//! Printing. A page is made for reading and choosing on a screen; print gets a document of its own, which is drawn when
//! the browser is about to print and removed afterwards.
//!
//! It is a later part of the program, which is loaded when the page is drawn. Until then, and without JavaScript, the
//! page itself is printed; the style sheet sees to it that it can be read, too.

mod browser;
mod controls;
mod document;
mod install;
mod part;
mod printer;

pub use part::load;
