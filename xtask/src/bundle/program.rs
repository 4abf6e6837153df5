//! The program in its parts: what the first view needs, and what is loaded later.
//!
//! trunk has no place for splitting a program between linking and wasm-bindgen. So trunk compiles it, and what it then
//! makes of the compiled file is left aside for what is made of the same file here.

use std::{
    ffi::OsStr,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    commands::{esbuild, tool},
    compile::PROFILE,
    digest::integrity,
    files::{empty, has_extension, write_hashed},
};
use crate::{exec, paths, tools::BundleTools};

/// Features of WebAssembly that rustc may have used; the parts of a split program do not say so themselves.
const FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// Passes of wasm-opt. The first two give the others more to find; a second round finds a little more.
const PASSES: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Builds the parts of what cargo has compiled and puts them into the template. Returns the glue.
pub fn build_program(tools: &BundleTools, template: &Path) -> Result<PathBuf> {
    let compiled = paths::target().join("wasm32-unknown-unknown").join("release").join("briefing.wasm");
    let folder = paths::scratch().join("program");
    empty(&folder)?;
    split(&compiled, &folder)?;
    bind(tools, &folder)?;
    let parts = parts(&folder)?;
    for part in &parts {
        shrink(tools, part)?;
    }
    let (main, later): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.ends_with("briefing_bg.wasm"));
    let main = main.first().context("wasm-bindgen left no program")?;
    fs::copy(main, template.join("program.wasm")).context("cannot copy the program")?;
    let mut loader = fs::read_to_string(folder.join("link.js"))?;
    for part in &later {
        let name = write_hashed(&template.join("site"), part)?;
        loader = with_part(&loader, part, &name)?;
    }
    let bound = folder.join("briefing.js");
    fs::write(&bound, with_loader(&fs::read_to_string(&bound)?, &loader)?)?;
    let glue = template.join("glue.js");
    // Its warnings are about ways to call it that nobody here takes.
    esbuild(tools, &bound, &glue, &["--format=esm", "--pure:console.warn"])?;
    Ok(glue)
}

fn split(compiled: &Path, folder: &Path) -> Result<()> {
    let mut splitter = exec::cargo();
    splitter.args([
        "run",
        "--quiet",
        "--profile",
        PROFILE,
        "--package",
        "xtask",
        "--features",
        "split",
        "--bin",
        "split-program",
        "--",
    ]);
    exec::run(splitter.arg(compiled).arg(folder))
}

fn bind(tools: &BundleTools, folder: &Path) -> Result<()> {
    let mut bindgen = tool(tools, "wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "briefing", "--out-dir"]);
    exec::run(bindgen.arg(folder).arg(folder.join("main.wasm")))?;
    fs::remove_file(folder.join("main.wasm")).context("cannot remove what was bound")
}

fn parts(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut parts: Vec<_> = files.into_iter().filter(|file| has_extension(file, "wasm")).collect();
    parts.sort();
    Ok(parts)
}

fn shrink(tools: &BundleTools, part: &Path) -> Result<()> {
    let mut opt = tool(tools, "wasm-opt");
    opt.args(FEATURES.map(|feature| format!("--enable-{feature}"))).args(PASSES);
    exec::run(opt.arg(part).arg("-o").arg(part))
}

/// The loader with a part fetched under its new name, and only with its digest.
fn with_part(loader: &str, part: &Path, name: &str) -> Result<String> {
    let file = part.file_name().and_then(OsStr::to_str).context("a part has no name")?;
    let fetched = format!("fetch(new URL(\"./{file}\", import.meta.url))");
    ensure!(loader.contains(&fetched), "the loader does not fetch {file} in the way that is known here");
    // Streaming fails where a host serves WebAssembly under another media type.
    let strict = "WebAssembly.instantiateStreaming(src, imports)";
    let lenient = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    ensure!(
        loader.contains(strict) || loader.contains(lenient),
        "the loader does not start parts in the way that is known"
    );
    let integrity = integrity(&fs::read(part)?);
    let checked = format!("fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"{integrity}\" }})");
    Ok(loader.replace(&fetched, &checked).replace(strict, lenient))
}

/// The glue with the loader in it: one request less.
fn with_loader(glue: &str, loader: &str) -> Result<String> {
    let import = |line: &&str| line.starts_with("import * as ") && line.contains("\"./link.js\"");
    // There is an import for each part.
    let imports: Vec<&str> = glue.lines().filter(import).collect();
    ensure!(!imports.is_empty(), "the glue does not import the loader");
    let mut loads = Vec::new();
    let mut body = String::new();
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let declared = line.strip_prefix("export ").unwrap_or(line);
        if let Some(load) = line.strip_prefix("export const ") {
            loads.push(load.split_whitespace().next().unwrap_or_default());
        }
        body.push_str(declared);
        body.push('\n');
    }
    ensure!(!loads.is_empty(), "the loader loads nothing");
    let mut whole = glue.to_owned();
    for import in &imports {
        whole = whole.replace(import, "");
    }
    // All imports have the same module, which may be named only once.
    let named: Vec<String> = whole.lines().filter(|line| line.contains("\"./link.js\":")).map(str::to_owned).collect();
    for line in named.iter().skip(1) {
        whole = whole.replace(line.as_str(), "");
    }
    // At the end, where everything that the loader uses of the glue is defined.
    let mut end = body;
    for import in imports {
        let name = import.split_whitespace().nth(3).context("the loader has no name in the glue")?;
        // Writing to a string does not fail.
        let _ = writeln!(end, "const {name} = {{ {} }};", loads.join(", "));
    }
    Ok(format!("{whole}\n{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_takes_the_loader_in() {
        let glue =
            "import * as import1 from \"./link.js\"\nimport * as import2 from \"./link.js\"\nuse(import1, import2);\n";
        let loader = "import { initSync } from \"./briefing.js\";\nexport const load_pages = wrap(() => 1);\n";
        let whole = with_loader(glue, loader).unwrap();
        assert!(!whole.contains("import *") && !whole.contains("export"), "{whole}");
        assert!(whole.contains("const import1 = { load_pages };"), "{whole}");
        assert!(whole.contains("const import2 = { load_pages };"), "{whole}");
        assert!(with_loader("", loader).is_err());
    }
}
