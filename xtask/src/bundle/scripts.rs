//! The scripts in `boot/`, each put together of its modules and shortened.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::program::{minify, put};
use crate::paths;

/// What boot.js takes its program from.
const LOAD: &str = "load";

/// Where boot.js finds what saves a copy.
const SAVE: &str = "SAVE";

/// Makes the scripts of the served page, where index.html looks for boot.js.
pub fn gather() -> Result<()> {
    let folder = later();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let save = paths::scratch().join("boot").join("save.js");
    minify(&source("save.js"), &save, &["--format=esm"])?;
    let name = put(&folder, &save)?;
    // What is loaded later is no part of it.
    let external = [&name, "offline.js"].map(|name| format!("--external:./{name}"));
    let options = [&[define(SAVE, &name)], &external[..]].concat();
    bundle(&paths::scratch().join("boot").join("boot.js"), "load.js", &options)
}

/// Copies what boot.js loads later.
pub fn add_later(staging: &Path) -> Result<()> {
    for entry in fs::read_dir(later()).context("there is nothing to load later")? {
        let entry = entry?;
        fs::copy(entry.path(), staging.join(entry.file_name()))?;
    }
    Ok(())
}

/// The script of the one file, with all that it ever needs.
pub fn of_one_file() -> Result<String> {
    let script = paths::scratch().join("boot").join("one-file.js");
    bundle(&script, "unpack.js", &[define(SAVE, "save.js")])?;
    fs::read_to_string(script).context("there is no script for the one file")
}

/// The glue of wasm-bindgen as a script that needs no address: it calls itself `briefingGlue`, and asks `briefingFetch` for
/// the later parts of the program.
pub fn glue_of_one_file(glue: &Path) -> Result<String> {
    let script = paths::scratch().join("boot").join("glue.js");
    let options = ["--format=iife", "--global-name=briefingGlue", "--define:fetch=briefingFetch"];
    // An address of which only the path is read.
    let here = "--define:import.meta.url=\"briefing:/\"";
    minify(glue, &script, &[&options[..], &[here]].concat())?;
    fs::read_to_string(script).context("there is no glue for the one file")
}

fn bundle(script: &Path, load: &str, options: &[String]) -> Result<()> {
    let alias = format!("--alias:{LOAD}={}", source(load).display());
    let ours = ["--bundle", "--format=esm"].map(String::from);
    minify(&source("boot.js"), script, &[&ours[..], &[alias], options].concat())
}

fn define(name: &str, file: &str) -> String {
    format!("--define:{name}=\"./{file}\"")
}

fn source(script: &str) -> PathBuf {
    paths::root().join("boot").join(script)
}

fn later() -> PathBuf {
    paths::scratch().join("boot").join("later")
}
