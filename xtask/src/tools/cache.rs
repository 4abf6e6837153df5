//! The folder of tools by version. Knows how to install exactly once, not what.
//!
//! Two checkouts may set up at the same time, and any of them may be interrupted: a tool is installed into a folder
//! beside its place, under a lock that dies with its process, and moved there when it is complete. What has a place
//! is therefore always whole.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{lock, paths, step::step};

/// A tool in one version, and how to get it.
pub struct Tool<'a> {
    /// As it is named in its registry.
    pub name: &'a str,
    /// Exact.
    pub version: &'a str,
    /// The program to run, relative to the tool's folder.
    pub program: PathBuf,
    /// Told to the person who waits.
    pub note: &'a str,
}

impl Tool<'_> {
    /// The program, installed by `install` into the folder that it is given unless it is there already.
    pub fn provide(&self, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        self.provide_in(&paths::tools()?, install)
    }

    fn provide_in(&self, tools: &Path, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let id = format!("{}-{}", self.name, self.version);
        let place = tools.join(&id);
        let program = place.join(&self.program);
        if program.exists() {
            return Ok(program);
        }
        let _held = lock::acquire(tools, &id)?;
        // Somebody else may have installed it while we waited.
        if program.exists() {
            return Ok(program);
        }
        step(&format!("install {} {}{}", self.name, self.version, self.note), || {
            let partial = tools.join(format!(".{id}.partial"));
            remove(&partial)?;
            remove(&place)?;
            fs::create_dir_all(&partial)?;
            install(&partial)?;
            if !partial.join(&self.program).exists() {
                bail!("the installation of {id} did not bring {}", self.program.display());
            }
            fs::rename(&partial, &place).with_context(|| format!("cannot move {id} to {}", place.display()))
        })?;
        Ok(program)
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tools_folder(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("briefing-xtask-{test}-{}", std::process::id()));
        remove(&folder).unwrap();
        folder
    }

    fn tool() -> Tool<'static> {
        Tool { name: "hammer", version: "1.0.0", program: "bin/hammer".into(), note: "" }
    }

    fn put(folder: &Path) -> Result<()> {
        fs::create_dir_all(folder.join("bin"))?;
        Ok(fs::write(folder.join("bin/hammer"), "")?)
    }

    #[test]
    fn installs_once() {
        let tools = tools_folder("once");
        let first = tool().provide_in(&tools, put).unwrap();
        assert!(first.ends_with("hammer-1.0.0/bin/hammer"));
        let second = tool().provide_in(&tools, |_| bail!("installed twice")).unwrap();
        assert_eq!(first, second);
        remove(&tools).unwrap();
    }

    #[test]
    fn what_was_interrupted_is_not_taken_for_whole() {
        let tools = tools_folder("interrupted");
        tool().provide_in(&tools, |folder| put(folder).and_then(|()| bail!("interrupted"))).unwrap_err();
        tool().provide_in(&tools, |_| Ok(())).unwrap_err();
        assert!(!tools.join("hammer-1.0.0").exists());
        tool().provide_in(&tools, put).unwrap();
        remove(&tools).unwrap();
    }

    #[test]
    fn two_at_a_time_install_once() {
        let tools = tools_folder("two");
        let installs = std::sync::atomic::AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let install = |folder: &Path| {
                        installs.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        std::thread::sleep(std::time::Duration::from_millis(50));
                        put(folder)
                    };
                    tool().provide_in(&tools, install).unwrap();
                });
            }
        });
        assert_eq!(installs.into_inner(), 1);
        remove(&tools).unwrap();
    }
}
