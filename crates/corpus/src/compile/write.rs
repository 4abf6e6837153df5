//! The compiled form: the briefing's bytes and their digest. [`crate::load`] documents the format and reads it.

use sha2::{Digest as _, Sha256};

use super::SeedFile;
use crate::load::{FORMAT_VERSION, HEADER, MAGIC};
use crate::model::{Briefing, Digest};

/// The digest of files in the order of their names, which count as composed: some disks decompose them. A name ends with a zero byte and a length has eight, little
/// endian, so that no two corpora are the same stream of bytes.
pub(super) fn digest(files: &[SeedFile]) -> Digest {
    let mut hash = Sha256::new();
    for SeedFile { name, bytes } in files {
        hash.update(super::folder::in_order(name).as_bytes());
        hash.update([0]);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    let hash = hash.finalize();
    let mut digest = [0; 8];
    digest.copy_from_slice(&hash[..8]);
    Digest(digest)
}

/// The compiled form, or `None` where the briefing is larger than four gigabytes.
pub(super) fn write(briefing: &Briefing<'_>) -> Option<Vec<u8>> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend([0; 4]);
    // Writing into memory fails for no value of the model.
    let mut bytes = postcard::to_extend(briefing, bytes).ok()?;
    let length = u32::try_from(bytes.len() - HEADER).ok()?;
    bytes[HEADER - 4..HEADER].copy_from_slice(&length.to_le_bytes());
    Some(bytes)
}
