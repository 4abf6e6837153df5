//! `cargo xtask bench --scale`: the page beside viewers in JavaScript, of the same synthetic corpora.
//!
//! What is measured, and how, is in `tests/browser/scale/`; this builds the sites and serves them.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::{
    bundle,
    exec::{self, command},
    paths,
    server::Server,
    step::step,
    synth, tools,
};

/// Numbers of statements that are measured if none is named. A hundred thousand are measured only by name, because
/// everything about them takes long.
const SIZES: [usize; 3] = [25, 1_000, 10_000];

/// The sites, in the order in which each round visits them.
const SITES: [&str; 4] = ["floor", "plain", "windowed", "ours"];

/// Sources of the peers, and the scripts that they become.
const SCRIPTS: [(&str, &str); 3] =
    [("plain.jsx", "plain/app.js"), ("windowed.jsx", "windowed/app.js"), ("worker.js", "windowed/worker.js")];

/// Builds the sites of each size unless told not to, measures them, and writes the report.
pub fn run(sizes: &[usize], no_build: bool) -> Result<()> {
    let browser = tools::for_browser()?;
    let mut results = Vec::new();
    for &statements in if sizes.is_empty() { &SIZES } else { sizes } {
        let folder = paths::scratch().join("scale").join(statements.to_string());
        if !no_build || !actions(&folder).exists() {
            build(statements, &folder)?;
        }
        let file = folder.join("results.json");
        step(&format!("compare the page with its peers at {statements} statements"), || {
            measure(statements, &folder, &file, &browser.program)
        })?;
        results.push(file);
    }
    exec::run(node().arg("scale/report.mjs").arg(paths::root().join("docs").join("performance.md")).args(results))
}

fn build(statements: usize, folder: &Path) -> Result<()> {
    let corpus = folder.join("corpus");
    synth::write(statements, ::synth::Shape::Usual, &corpus)?;
    bundle::make_of(&corpus, &folder.join("ours"))?;
    step("build the peers", || {
        let sources = paths::browser_tests().join("scale").join("peer");
        for (source, script) in SCRIPTS {
            bundle::bundle_peer(&sources.join(source), &folder.join(script))?;
        }
        exec::run(node().arg("scale/sites.mjs").arg(&corpus).arg(folder))
    })
}

/// A file that is written when all sites of a folder are.
fn actions(folder: &Path) -> PathBuf {
    folder.join("actions.json")
}

fn measure(statements: usize, folder: &Path, results: &Path, browser: &Path) -> Result<()> {
    let mut sites = Map::new();
    let mut folders = Map::new();
    for name in SITES {
        let site = folder.join(name);
        sites.insert(name.into(), Server::start(&site, "/", 0)?.address.into());
        folders.insert(name.into(), site.to_str().context("the folder of a site is not Unicode")?.into());
    }
    let actions: Value = serde_json::from_slice(&fs::read(actions(folder)).context("the peers are not built")?)?;
    let scale = json!({ "statements": statements, "sites": sites, "folders": folders, "actions": actions });
    let mut node = node();
    node.env("SCALE", scale.to_string())
        .env("CHROME", browser)
        .env("BASE_URL", sites["ours"].as_str().unwrap_or_default());
    exec::run(node.arg("scale/scale.mjs").arg(env::current_dir()?.join(results)))
}

fn node() -> std::process::Command {
    let mut node = command("node");
    node.current_dir(paths::browser_tests());
    node
}
