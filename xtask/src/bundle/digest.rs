//! Digests as browsers check them (W3C Subresource Integrity).

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};

/// `sha384-…`
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_what_the_specification_shows() {
        // SRI, section 3.1.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(super::integrity(b"alert('Hello, world.');"), expected);
    }
}
