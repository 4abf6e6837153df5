//! The writer of the compiled format, and the digest of a corpus. [`mod@crate::load`] documents and reads the format.

use sha2::{Digest as _, Sha256};

use super::seed_file::SeedFile;
use crate::load::{FORMAT_VERSION, HEADER_LEN, MAGIC};
use crate::model::{Briefing, Digest};

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

/// The compiled form of a briefing; `None` where it is larger than four gigabytes.
pub(super) fn write(briefing: &Briefing<'_>) -> Option<Vec<u8>> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    // The length of the body, known at the end.
    bytes.extend([0; 4]);
    let mut bytes = postcard::to_extend(briefing, bytes).ok()?;
    let length = u32::try_from(bytes.len() - HEADER_LEN).ok()?;
    bytes[HEADER_LEN - 4..HEADER_LEN].copy_from_slice(&length.to_le_bytes());
    Some(bytes)
}
