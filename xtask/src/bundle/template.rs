//! The template: the viewer as trunk, the splitter, wasm-bindgen, wasm-opt and esbuild leave it, the same for every
//! corpus. What its files are is in `crates/publish/src/template.rs`.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{
    files::{empty, files_below, has_extension, write},
    fingerprint, program, scripts, styles,
};
use crate::{
    exec, lock, paths,
    step::step,
    tools::{self, BundleTools},
};

/// The variable by which cargo is told options of rustc for the program alone.
pub const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

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
    write(&folder.join("site").join(SCHEMA), schema)
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

/// Compiles the programs that trunk and the steps after it will run or take apart, which then find them compiled.
fn compile_ahead() -> Result<()> {
    step("compile the viewer", || {
        let mut viewer = exec::cargo();
        viewer.args(["build", "--release", "--bin", "briefing", "--features", "split", "--target", tools::WASM]);
        exec::run(viewer.env(RUSTFLAGS, rustflags()?))
    })?;
    step("compile the publisher", || {
        for (feature, program) in [("split", "split-program"), ("publish", "publish-site")] {
            exec::run(exec::cargo().args(["build", "--package", "xtask", "--features", feature, "--bin", program]))?;
        }
        Ok(())
    })
}

/// Keeps the relocations, without which the program cannot be split, and names files in panic messages relative to
/// their package: where a person keeps them is nobody's business, and would make programs differ from machine to
/// machine.
fn rustflags() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.map(|home| home.join("registry").join("src")).filter(|folder| folder.exists());
    // Files of the checkout itself are named relative to its top anyway.
    let mut folders = Vec::new();
    if let Some(registries) = registries {
        for registry in fs::read_dir(registries).context("cannot read cargo's registry")? {
            folders.push(registry?.path());
        }
    }
    let theirs = env::var(RUSTFLAGS).ok().into_iter().chain(["-Clink-arg=--emit-relocs".to_owned()]);
    let ours = folders.iter().map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    // Which the variable would take for two options.
    let ours = ours.filter(|option| !option.contains(char::is_whitespace));
    Ok(theirs.chain(ours).collect::<Vec<_>>().join(" "))
}

/// Takes over what trunk has written, see `Trunk.toml`, but for what it has made of the program.
fn collect_page(template: &Path) -> Result<()> {
    let written = paths::scratch().join("trunk");
    for file in files_below(&written)? {
        let name = file.strip_prefix(&written)?;
        let of_program = name.to_string_lossy().starts_with("briefing-") && !has_extension(name, "css");
        if name == "index.html" {
            fs::copy(&file, template.join(name))?;
        } else if !of_program {
            write(&template.join("site").join(name), fs::read(&file)?)?;
        }
    }
    Ok(())
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_the_one_that_exported_files_name() {
        let schema = fs::read_to_string(paths::root().join("crates/export").join(SCHEMA)).unwrap();
        assert!(schema.contains("\"const\": \"briefing-export\""));
    }
}
