//! The cache of tools, by name and version. It decides when to install; how is the caller's.
//!
//! Two checkouts may set up at the same time, and each of them may be interrupted. A tool is therefore installed into a
//! temporary folder, under a lock that ends with its process, and renamed when it is complete: a tool in the cache is
//! never partial.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{lock, paths, step::step};

/// A tool in one version.
pub struct Tool<'a> {
    /// Its name in its registry.
    pub name: &'a str,
    /// Its exact version.
    pub version: &'a str,
    /// The path of the program to run, relative to the tool's folder.
    pub program: PathBuf,
    /// Shown while it is installed.
    pub note: &'a str,
}

impl Tool<'_> {
    /// Whether it is in the cache.
    pub fn is_cached(&self) -> bool {
        paths::tools().is_ok_and(|tools| self.folder(&tools).join(&self.program).exists())
    }

    fn folder(&self, tools: &Path) -> PathBuf {
        tools.join(self.id())
    }

    fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The path of the program. Unless it is in the cache, `install` installs it into the folder that it is given.
    pub fn provide(&self, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        self.provide_in(&paths::tools()?, install)
    }

    fn provide_in(&self, tools: &Path, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let (id, folder) = (self.id(), self.folder(tools));
        let program = folder.join(&self.program);
        if program.exists() {
            return Ok(program);
        }
        let _lock = lock::acquire(tools, &id)?;
        // Another process may have installed it meanwhile.
        if program.exists() {
            return Ok(program);
        }
        step(&format!("install {} {}{}", self.name, self.version, self.note), || {
            let partial = tools.join(format!(".{id}.partial"));
            remove(&partial)?;
            remove(&folder)?;
            fs::create_dir_all(&partial)?;
            install(&partial)?;
            if !partial.join(&self.program).exists() {
                bail!("the installation of {id} did not bring {}", self.program.display());
            }
            fs::rename(&partial, &folder).with_context(|| format!("cannot move {id} to {}", folder.display()))
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

    fn install(folder: &Path) -> Result<()> {
        fs::create_dir_all(folder.join("bin"))?;
        Ok(fs::write(folder.join("bin/hammer"), "")?)
    }

    #[test]
    fn a_tool_is_installed_once() {
        let tools = tools_folder("once");
        let first = tool().provide_in(&tools, install).unwrap();
        assert!(first.ends_with("hammer-1.0.0/bin/hammer"));
        let second = tool().provide_in(&tools, |_| bail!("installed twice")).unwrap();
        assert_eq!(first, second);
        remove(&tools).unwrap();
    }

    #[test]
    fn an_interrupted_installation_is_not_in_the_cache() {
        let tools = tools_folder("interrupted");
        tool().provide_in(&tools, |folder| install(folder).and_then(|()| bail!("interrupted"))).unwrap_err();
        tool().provide_in(&tools, |_| Ok(())).unwrap_err();
        assert!(!tools.join("hammer-1.0.0").exists());
        tool().provide_in(&tools, install).unwrap();
        remove(&tools).unwrap();
    }

    #[test]
    fn two_threads_install_a_tool_once() {
        let tools = tools_folder("two");
        let installs = std::sync::atomic::AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let count_and_install = |folder: &Path| {
                        installs.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        std::thread::sleep(std::time::Duration::from_millis(50));
                        install(folder)
                    };
                    tool().provide_in(&tools, count_and_install).unwrap();
                });
            }
        });
        assert_eq!(installs.into_inner(), 1);
        remove(&tools).unwrap();
    }
}
