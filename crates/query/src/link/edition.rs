//! The edition that links, prints and files name.

use crate::Shared;

/// The key of the edition in links.
pub(super) const EDITION: &str = "edition";

/// How many digits of the digest a shared link carries.
pub(super) const EDITION_DIGITS: usize = 8;

/// The edition as links, prints and files say it: the first digits of its digest.
pub fn edition(data: Shared) -> String {
    let mut digits = data.digest.to_string();
    digits.truncate(EDITION_DIGITS);
    digits
}
