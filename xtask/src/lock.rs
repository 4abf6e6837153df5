//! Locks between processes: several checkouts share the tools, and several terminals or editors a checkout.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use anyhow::{Context, Result, bail};

use crate::step::step;

/// Holds a lock until it is dropped. The system releases it when the process ends, however it does.
pub struct LockGuard {
    _file: File,
}

/// Acquires the lock of this name in `folder`. Waiting for it is a step of its own.
pub fn acquire(folder: &Path, name: &str) -> Result<LockGuard> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join(format!(".{name}.lock"));
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => return Ok(LockGuard { _file: file }),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => bail!("cannot lock {}: {error}", path.display()),
    }
    step(&format!("wait for whoever has the lock of {name}"), || {
        file.lock().with_context(|| format!("cannot lock {}", path.display()))
    })?;
    Ok(LockGuard { _file: file })
}
