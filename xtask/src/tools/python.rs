//! Python, and maturin, which makes wheels.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{
    apt::{self, Wanted},
    cache::Tool,
};
use crate::{
    exec::{self, command, on_path, stdout_of},
    failure::Remedy,
};

/// The version of maturin that `crates/cli/pyproject.toml` names.
const MATURIN: &str = "1.16.0";

const PROGRAMS: [&str; 2] = ["python3", "python"];

/// What an interpreter must be able to import: Debian has them in packages of their own.
const NEEDED: &str = "import ensurepip, venv";

const WANTED: Wanted = Wanted {
    variable: "PYTHON",
    what: "Python with venv",
    packages: &["python3", "python3-venv"],
    with: &[],
    brew: "python",
};

/// The folder of programs in a virtual environment.
pub const SCRIPTS: &str = if cfg!(windows) { "Scripts" } else { "bin" };

/// An interpreter that can make virtual environments, found or installed.
pub fn interpreter() -> Result<PathBuf> {
    let is_complete = |python: &PathBuf| stdout_of(command(python).args(["-c", NEEDED])).is_some();
    apt::find_or_install(&WANTED, || PROGRAMS.iter().filter_map(|name| on_path(name)).find(is_complete))
}

/// maturin in a virtual environment of its own in the cache, installed unless it is there.
pub fn maturin() -> Result<PathBuf> {
    let program = Path::new(SCRIPTS).join(format!("maturin{}", std::env::consts::EXE_SUFFIX));
    Tool { name: "maturin", version: MATURIN, program, note: "" }.provide(|folder| {
        create_environment(folder)?;
        let mut pip = pip(folder);
        // A native program, which does not mind that its folder is moved when it is complete.
        exec::run(pip.args(["install", "--no-deps", "--quiet"]).arg(format!("maturin=={MATURIN}"))).with_context(|| {
            Remedy::new("maturin cannot be installed", format!("python3 -m pip install maturin=={MATURIN}"))
        })
    })
}

/// Makes a virtual environment in a folder.
pub fn create_environment(folder: &Path) -> Result<()> {
    exec::run(command(interpreter()?).args(["-m", "venv"]).arg(folder))
}

/// pip of a virtual environment.
pub fn pip(environment: &Path) -> std::process::Command {
    let mut pip = command(environment.join(SCRIPTS).join(format!("python{}", std::env::consts::EXE_SUFFIX)));
    pip.args(["-m", "pip", "--disable-pip-version-check"]);
    pip
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_that_the_package_names() {
        let text = std::fs::read_to_string(crate::paths::root().join("crates/cli/pyproject.toml")).unwrap();
        assert!(text.contains(&format!("\"maturin=={MATURIN}\"")));
    }
}
