//! QR codes (ISO/IEC 18004) of texts: the smallest version that holds the text at error correction level M, which
//! recovers about 15 % of damaged codewords. The output is modules or the path of an SVG; drawing is left to the
//! caller.

use std::fmt::{self, Write};

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Width of the quiet zone, in modules. The standard requires it: readers do not find a code without it.
pub const QUIET_ZONE: u32 = 4;

/// A QR code.
pub struct Code(QrCode);

/// The text is longer than what the largest code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length, in bytes of UTF-8.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        // Version 40, the largest, holds 2331 bytes at level M.
        write!(f, "too long for a QR code, which holds about 2300 letters: it has {}", self.bytes)
    }
}

impl std::error::Error for TooLong {}

impl Code {
    /// Encodes a text.
    pub fn new(text: &str) -> Result<Code, TooLong> {
        // Links contain lower-case letters, which only byte mode encodes; the denser modes would be unused code.
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        // `true`: a higher correction level is chosen where the same version has room for it.
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true)
            .map(Code)
            .map_err(|_| TooLong { bytes: text.len() })
    }

    /// Modules per side, without the quiet zone.
    pub fn size(&self) -> u32 {
        self.0.size().unsigned_abs()
    }

    /// Whether a module is dark. Modules outside the code are light.
    pub fn dark(&self, column: u32, row: u32) -> bool {
        // Coordinates within a code are far below `i32::MAX`.
        self.0.get_module(column.cast_signed(), row.cast_signed())
    }

    /// Modules per side with the quiet zone: width and height of the SVG's `viewBox`.
    pub fn side(&self) -> u32 {
        self.size() + 2 * QUIET_ZONE
    }

    /// The dark modules as the `d` attribute of one SVG path, a rectangle for each horizontal run. Coordinates are
    /// modules from the outer corner of the quiet zone.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.size() {
            let mut column = 0;
            while column < self.size() {
                let run = (column..self.size()).take_while(|&at| self.dark(at, row)).count() as u32;
                if run > 0 {
                    // Writing to a string does not fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET_ZONE, row + QUIET_ZONE);
                }
                column += run + 1;
            }
        }
        path
    }
}
