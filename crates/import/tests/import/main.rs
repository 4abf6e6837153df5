//! Files of every format, made here, to documents of a corpus that compiles.

mod arbitrary;
mod bad_input;
mod docx;
mod formats;
mod html;
mod odt;
mod pdf;
mod support;
