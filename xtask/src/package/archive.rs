//! Archives of folders: `tar.gz`, and `zip` for Windows. The format is in `src/bin/pack_archive.rs`, which is compiled
//! only for this.

use std::path::Path;

use anyhow::Result;

use crate::exec;

/// The time of all files in packages, in seconds since 1970: 26 October 1985, as npm has it. Earlier times cannot be
/// written into a zip file.
pub const EPOCH: &str = "499162500";

/// How small an archive is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As small as the format allows, which takes seconds.
    Best,
    /// For tests, which unpack it once.
    Fast,
}

/// Packs all files in a folder into an archive, whose format its name says. Their names there begin with `prefix`.
pub fn pack(folder: &Path, prefix: &str, archive: &Path, effort: Effort) -> Result<()> {
    let mut cargo = exec::cargo();
    cargo.args(["run", "--quiet", "--package", "xtask", "--features", "package", "--bin", "pack-archive", "--"]);
    cargo.arg(if effort == Effort::Best { "best" } else { "fast" });
    exec::run(cargo.arg(folder).arg(prefix).arg(archive).arg(EPOCH))
}
