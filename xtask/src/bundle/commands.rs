//! Commands that run the tools of a build.

use std::{
    ffi::{OsStr, OsString},
    path::Path,
    process::Command,
};

use anyhow::Result;

use crate::{exec, tools::BundleTools};

/// A program of the tools.
pub fn tool(tools: &BundleTools, program: impl AsRef<OsStr>) -> Command {
    let mut command = exec::command(program);
    command.env("PATH", &tools.path);
    command
}

/// Minifies a script or a style sheet; the exports of a script keep their names.
pub fn esbuild<S: AsRef<OsStr>>(tools: &BundleTools, source: &Path, target: &Path, options: &[S]) -> Result<()> {
    let mut esbuild = tool(tools, "esbuild");
    esbuild.args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"]).args(options);
    let mut outfile = OsString::from("--outfile=");
    outfile.push(target);
    exec::run(esbuild.arg(source).arg(outfile))
}
