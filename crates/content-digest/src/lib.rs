//! Digests of files: as browsers check them (W3C Subresource Integrity), as the service worker does, and in names.
//! Shared by `publish` and xtask, which compiles without `publish`.

use std::fmt::Write;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// `sha256-…`, the value of an `integrity` attribute. A page names five, and no compression makes them shorter: the
/// longer digests that the specification has as well would say no more.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", sha256(bytes))
}

/// SHA-256 in base64.
pub fn sha256(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

/// The first 64 bits of SHA-256 in hexadecimal: long enough to tell two builds apart, short enough for a name.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `'sha256-…'`, by which a content security policy permits an inline script or style (CSP level 3, section 2.3.1).
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", sha256(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_what_the_specification_shows() {
        // SRI, section 3.1.
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(super::integrity(b"alert('Hello, world.');"), expected);
    }
}
