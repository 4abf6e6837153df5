//! The digest of a corpus.

use sha2::{Digest as _, Sha256};

use super::seed_file::SeedFile;
use crate::model::Digest;

/// The digest of files in the order of their names, which count in composed form: some file systems decompose them. A
/// name is followed by a zero byte and a length of eight bytes, little endian, so that no two corpora hash the same
/// bytes.
pub(super) fn digest(files: &[SeedFile]) -> Digest {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.sort_key().as_bytes());
        hash.update([0]);
        hash.update((file.bytes.len() as u64).to_le_bytes());
        hash.update(&file.bytes);
    }
    let hash = hash.finalize();
    let mut digest = [0; 8];
    digest.copy_from_slice(&hash[..8]);
    Digest(digest)
}
