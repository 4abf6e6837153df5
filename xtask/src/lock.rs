//! One at a time: several checkouts share the tools, and several people or editors one checkout.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use anyhow::{Context, Result, bail};

/// Holds the lock until it is dropped; the system lets go of it when the process dies, however it does.
pub struct Held {
    _file: File,
}

/// Waits for the lock of this name in `folder`, and says so if it has to.
pub fn acquire(folder: &Path, name: &str) -> Result<Held> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join(format!(".{name}.lock"));
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => return Ok(Held { _file: file }),
        Err(TryLockError::WouldBlock) => eprintln!("▸ waiting for another cargo xtask ({name}) …"),
        Err(TryLockError::Error(error)) => bail!("cannot lock {}: {error}", path.display()),
    }
    file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(Held { _file: file })
}
