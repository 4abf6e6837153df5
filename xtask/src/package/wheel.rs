//! The wheel for Python, which maturin makes. The format:
//! <https://packaging.python.org/en/latest/specifications/binary-distribution-format/>.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    archive::{EPOCH, Effort},
    contents::Contents,
};
use crate::{
    bundle, exec, folders, paths,
    program::{Profile, with_template},
    tools,
};

/// The folder that `crates/cli/pyproject.toml` names for what is installed below the environment's top.
const DATA: &str = "wheel-data";

/// Makes the wheel in a folder, and returns its file. maturin has cargo build the program, which it has already built.
pub fn make(contents: &Contents, profile: &Profile, template: &Path, out: &Path, effort: Effort) -> Result<PathBuf> {
    let maturin = tools::for_wheels()?;
    let data = paths::scratch().join(DATA);
    bundle::empty(&data)?;
    folders::copy(&contents.folder.join("share"), &data.join("data").join("share"))
        .context("cannot copy the manual and the licences")?;
    // Beside the package of this run, one of another version would not be told apart.
    let partial = paths::scratch().join("wheel");
    bundle::empty(&partial)?;
    let mut maturin = exec::command(maturin);
    maturin.args(["build", "--manifest-path", "crates/cli/Cargo.toml", "--profile", profile.name]);
    maturin.arg("--out").arg(&partial);
    if effort == Effort::Fast {
        maturin.args(["--compression-method", "stored"]);
    }
    exec::run(with_template(&mut maturin, template).env("SOURCE_DATE_EPOCH", EPOCH))?;
    let mut made = fs::read_dir(&partial)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    ensure!(made.len() == 1, "maturin made {} files", made.len());
    let made = made.pop().context("maturin made no wheel")?;
    let wheel = out.join(made.file_name().context("a wheel has no name")?);
    fs::rename(&made, &wheel).with_context(|| format!("cannot move {}", made.display()))?;
    Ok(wheel)
}
