//! The scripts in `boot/`, each bundled of its modules and minified.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{commands::esbuild, files::write_hashed};
use crate::{paths, tools::BundleTools};

/// The import of `boot.js` that loads the program.
const LOAD: &str = "load";

/// The constant of `boot.js` that holds the address of the script that saves a copy.
const SAVE: &str = "SAVE";

/// The constant of `boot.js` that holds the address of the script that opens files.
const OPEN: &str = "OPEN";

/// Bundles `boot.js` where `index.html` names it, and puts all other scripts into the template.
pub fn collect_scripts(tools: &BundleTools, template: &Path) -> Result<()> {
    let site = template.join("site");
    let [save, open] = ["save.js", "open.js"].map(|name| -> Result<String> {
        let script = bundled(name);
        esbuild(tools, &source(name), &script, &["--bundle", "--format=esm"])?;
        write_hashed(&site, &script)
    });
    let (save, open) = (save?, open?);
    // Their names stay: boot.js is bundled before they are.
    for name in ["offline.js", "offline.css"] {
        esbuild(tools, &source(name), &site.join(name), &["--format=esm"])?;
    }
    // Loaded when they are needed, and no part of boot.js.
    let external = [&save, &open, "offline.js"].map(|name| format!("--external:./{name}"));
    let options = [&[define(SAVE, &save), define(OPEN, &open)], &external[..]].concat();
    bundle_boot(tools, "load.js", &bundled("boot.js"), &options)?;
    // The one file has all of them in it.
    let one_file = template.join("one-file").join("boot.js");
    bundle_boot(tools, "unpack.js", &one_file, &[define(SAVE, "save.js"), define(OPEN, "open.js")])?;
    // Has placeholders, and is as it is in every site.
    fs::copy(source("worker.js"), template.join("worker.js")).context("cannot copy boot/worker.js")?;
    Ok(())
}

/// Writes the glue of wasm-bindgen as a script without an address: it defines `briefingGlue`, and calls `briefingFetch`
/// for the later parts of the program.
pub fn bundle_one_file_glue(tools: &BundleTools, glue: &Path, script: &Path) -> Result<()> {
    let options = ["--format=iife", "--global-name=briefingGlue", "--define:fetch=briefingFetch"];
    // An address of which only the path is read.
    let address = "--define:import.meta.url=\"briefing:/\"";
    esbuild(tools, glue, script, &[&options[..], &[address]].concat())
}

fn bundle_boot(tools: &BundleTools, load: &str, script: &Path, options: &[String]) -> Result<()> {
    let alias = format!("--alias:{LOAD}={}", source(load).display());
    let bundle = ["--bundle", "--format=esm"].map(String::from);
    esbuild(tools, &source("boot.js"), script, &[&bundle[..], &[alias], options].concat())
}

fn define(name: &str, file: &str) -> String {
    format!("--define:{name}=\"./{file}\"")
}

fn source(script: &str) -> PathBuf {
    paths::root().join("boot").join(script)
}

fn bundled(script: &str) -> PathBuf {
    paths::scratch().join("boot").join(script)
}
