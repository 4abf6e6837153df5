//! A text as a QR code (ISO/IEC 18004): the smallest that holds it at error correction M, which survives a fold or a stain
//! over a seventh of it. Gives modules and the path of an SVG; knows neither browser nor printer.

use std::fmt::{self, Write};

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Light modules around a code, which the standard asks for: without them readers do not find it.
pub const QUIET: u32 = 4;

/// A code.
pub struct Code(QrCode);

/// The text is longer than what the largest code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How long it is, in bytes of UTF-8.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        // Version 40 at M holds 2331.
        write!(f, "too long for a QR code, which holds about 2300 letters: it has {}", self.bytes)
    }
}

impl std::error::Error for TooLong {}

impl Code {
    /// The code of a text.
    pub fn new(text: &str) -> Result<Code, TooLong> {
        // Links have lower case letters, which only bytes can say; the denser modes would be code for nothing.
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        // More error correction is taken where the same size has room for it.
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true)
            .map(Code)
            .map_err(|_| TooLong { bytes: text.len() })
    }

    /// How many modules a side has, without the quiet zone.
    pub fn size(&self) -> u32 {
        self.0.size().unsigned_abs()
    }

    /// Whether a module is dark. What lies outside the code is light.
    pub fn dark(&self, column: u32, row: u32) -> bool {
        // The coordinates of a code are far below what an i32 holds.
        self.0.get_module(column.cast_signed(), row.cast_signed())
    }

    /// How many modules a side has with the quiet zone: the side of the SVG's `viewBox`.
    pub fn side(&self) -> u32 {
        self.size() + 2 * QUIET
    }

    /// The dark modules as the `d` of one path, a rectangle for each run in a row.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.size() {
            let mut column = 0;
            while column < self.size() {
                let run = (column..self.size()).take_while(|&at| self.dark(at, row)).count() as u32;
                if run > 0 {
                    // Writing to a string does not fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET);
                }
                column += run + 1;
            }
        }
        path
    }
}
