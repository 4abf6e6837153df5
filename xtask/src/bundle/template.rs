//! The template: the viewer as trunk, the splitter, wasm-bindgen, wasm-opt and esbuild leave it, the same for every
//! corpus, and what of it is compressed ahead. What its files are is in `crates/publish/src/template.rs`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{
    commands::tool,
    compile::{RUSTFLAGS, compile_ahead, publisher, rustflags},
    files::{empty, files_below, write},
    fingerprint, program, scripts, styles,
};
use crate::{
    exec, lock, paths,
    step::step,
    tools::{self, BundleTools},
};

/// The schema of exported JSON. Exported files name this address (`export::Context::schema_address`).
const SCHEMA: &str = "schema/briefing-export.schema.json";

/// Where the template is.
pub fn folder() -> PathBuf {
    paths::scratch().join("template")
}

/// Sets up and makes the template, unless it is there and made of the same. Returns its folder.
pub fn make() -> Result<PathBuf> {
    let tools = tools::for_bundle(compile_ahead)?;
    // Two builds at a time would write into the same folder of wasm-bindgen, which checkouts may share.
    let _held = lock::acquire(&paths::target(), "bundle")?;
    let folder = folder();
    let current = fingerprint::current(&tools)?;
    let fingerprint = folder.with_extension("fingerprint");
    if fs::read_to_string(&fingerprint).is_ok_and(|made_of| made_of == current) {
        return Ok(folder);
    }
    // Written last: where making it was interrupted, it is made again.
    if fingerprint.exists() {
        fs::remove_file(&fingerprint)?;
    }
    step("build the template", || build(&tools, &folder))?;
    write(&fingerprint, current)?;
    Ok(folder)
}

fn build(tools: &BundleTools, folder: &Path) -> Result<()> {
    empty(folder)?;
    fs::create_dir_all(folder.join("site"))?;
    styles::collect_styles(tools, folder)?;
    scripts::collect_scripts(tools, folder)?;
    run_trunk(tools)?;
    collect_page(folder)?;
    let glue = program::build_program(tools, folder)?;
    scripts::bundle_one_file_glue(tools, &glue, &folder.join("one-file").join("glue.js"))?;
    let schema = fs::read(paths::root().join("crates/export").join(SCHEMA)).context("cannot read the schema")?;
    write(&folder.join("site").join(SCHEMA), schema)?;
    exec::run(publisher("dev", "precompress").arg(folder))
}

/// Compiles the program, and has style sheets, icons and `boot.js` named and `index.html` written.
fn run_trunk(tools: &BundleTools) -> Result<()> {
    let mut trunk = tool(tools, &tools.trunk);
    trunk.args(["build", "--release", "--offline"]);
    // Only warnings, and not those of trunk's minifier for scripts, which cannot read what wasm-bindgen writes.
    if env::var_os("RUST_LOG").is_none() {
        trunk.env("RUST_LOG", "warn,trunk::processing::minify=error");
    }
    trunk.env(RUSTFLAGS, rustflags()?);
    // trunk takes this for an option of its own and stumbles over the usual value, 1.
    trunk.env_remove("NO_COLOR");
    exec::run(&mut trunk)
}

/// Takes over what trunk has written, see `Trunk.toml`, but for what it has made of the program.
fn collect_page(template: &Path) -> Result<()> {
    let written = paths::scratch().join("trunk");
    for file in files_below(&written)? {
        let name = file.strip_prefix(&written)?;
        let of_program = name.to_string_lossy().starts_with("viewer-");
        if name == "index.html" {
            fs::copy(&file, template.join(name))?;
        } else if !of_program {
            write(&template.join("site").join(name), fs::read(&file)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_the_one_that_exported_files_name() {
        let schema = fs::read_to_string(paths::root().join("crates/export").join(SCHEMA)).unwrap();
        assert!(schema.contains("\"const\": \"briefing-export\""));
    }
}
