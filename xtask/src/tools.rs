//! Tools that the project needs and the checkout does not have, found or installed.
//!
//! A tool on `PATH` in the right version is used. Otherwise it goes into a folder of the project's own in the user's
//! cache, by version, where further checkouts find it. Nothing else of the user's is changed, except that browsers are
//! installed into the system, where that needs no password. What waits for the network, what compiles and what does
//! neither runs side by side.

mod apt;
mod cache;
mod cargo_tool;
mod chromium;
mod esbuild;
mod firefox;
mod node;
mod pagefind;
mod python;
mod rust;
mod wasm_opt;

use std::{ffi::OsString, path::PathBuf, thread};

use anyhow::Result;

use crate::{
    exec, paths,
    step::{beside, join, spawn},
};
pub use apt::is_root;
pub use chromium::Browser;
pub use pagefind::find_or_install as pagefind;
pub use python::{SCRIPTS, create_environment, pip};
pub use rust::WASM;

/// The tools that build the bundle.
pub struct BundleTools {
    /// The trunk to run.
    pub trunk: PathBuf,
    /// `PATH` with wasm-bindgen, wasm-opt and esbuild in front, so that trunk finds them and downloads nothing.
    pub path: OsString,
}

/// Sets up the wasm target, trunk, wasm-bindgen, wasm-opt and esbuild. Where trunk or wasm-bindgen has to be compiled,
/// which takes minutes, `meanwhile` runs beside.
pub fn for_bundle(meanwhile: impl FnOnce() -> Result<()> + Send) -> Result<BundleTools> {
    rust::wasm_target()?;
    // Fails at once, not when the others have compiled for minutes.
    node::check()?;
    rust::fetch()?;
    let is_any_missing = cargo_tool::is_any_missing()?;
    let (from_npm, trunk, wasm_bindgen) = thread::scope(|scope| {
        let from_npm = spawn(scope, from_npm);
        let trunk = spawn(scope, cargo_tool::trunk);
        let wasm_bindgen = spawn(scope, cargo_tool::wasm_bindgen);
        if is_any_missing {
            // Not lost if it fails: the build that follows does the same, and its error is seen.
            let _ = join(spawn(scope, meanwhile));
        }
        (join(from_npm), join(trunk), join(wasm_bindgen))
    });
    let trunk = trunk?;
    let programs = [&[trunk.clone(), wasm_bindgen?][..], &from_npm?].concat();
    let path = exec::path_with(programs.iter().filter_map(|program| program.parent()))?;
    Ok(BundleTools { trunk, path })
}

fn from_npm() -> Result<[PathBuf; 2]> {
    Ok([wasm_opt::find_or_install()?, esbuild::find_or_install()?])
}

/// The tools that run wasm tests in a browser.
pub struct WasmTestTools {
    /// wasm-bindgen's test runner, in the version that the tests are linked with.
    pub runner: PathBuf,
    /// The browser that it controls.
    pub browser: PathBuf,
    /// The browser's `WebDriver` server.
    pub driver: PathBuf,
}

/// Sets up the wasm target, wasm-bindgen, a browser and its driver.
pub fn for_wasm_tests() -> Result<WasmTestTools> {
    rust::wasm_target()?;
    let runner = cargo_tool::wasm_bindgen_test_runner()?;
    let browser = chromium::browser()?;
    let driver = chromium::driver()?;
    Ok(WasmTestTools { runner, browser: browser.program, driver })
}

/// Sets up a browser, Node.js and the packages of `tests/browser`.
pub fn for_browser() -> Result<Browser> {
    let browser = chromium::browser()?;
    node::packages(&paths::browser_tests())?;
    Ok(browser)
}

/// Like [`for_browser`], with a browser that is quick: what tests see is drawn by the same engine.
pub fn for_browser_tests() -> Result<Browser> {
    // Brings the headless shell with it, where neither is there.
    for_browser().map(chromium::headless)
}

/// Sets up the packages of `tests/audit`, which only the audit needs: they are large.
pub fn for_audit() -> Result<()> {
    node::packages(&paths::audit())
}

/// Sets up Firefox, which only tests need.
pub fn firefox() -> Result<PathBuf> {
    firefox::browser()
}

/// Sets up Python and maturin, which make wheels, and returns maturin.
pub fn for_wheels() -> Result<PathBuf> {
    python::maturin()
}

/// Sets up Node.js and npm, of which only the version is checked.
pub fn for_npm() -> Result<()> {
    node::check()
}

/// Sets up rustfmt and clippy.
pub fn for_lints() -> Result<()> {
    rust::component("rustfmt", "fmt")?;
    rust::component("clippy", "clippy")
}

/// Sets up clippy and the target for lints of wasm.
pub fn for_wasm_lints() -> Result<()> {
    rust::wasm_target()?;
    for_lints()
}

/// Sets up all of it.
pub fn set_up_all() -> Result<()> {
    for_lints()?;
    let (bundle, browsers, wheels) = thread::scope(|scope| {
        let (browsers, wheels) = (spawn(scope, browsers), spawn(scope, for_wheels));
        (for_bundle(|| Ok(())).map(|_| ()), join(browsers), join(wheels))
    });
    bundle.and(browsers).and(wheels)?;
    println!("Everything is set up.");
    Ok(())
}

/// Installs ahead what the tests need after they have run for minutes without: `compiled` tools, `browsers`, what makes
/// `wheels`. Runs until it is done or the process ends. A failure is not reported: who needs the tool tries again, and
/// reports.
pub fn set_up_ahead(compiled: bool, with_browsers: bool, wheels: bool) {
    if compiled {
        thread::spawn(|| beside(|| cargo_tool::wasm_bindgen().and_then(|_| cargo_tool::trunk())));
    }
    if with_browsers {
        thread::spawn(|| beside(browsers));
    }
    if wheels {
        thread::spawn(|| beside(for_wheels));
    }
}

fn browsers() -> Result<()> {
    for_browser()?;
    chromium::driver()?;
    firefox::browser()?;
    Ok(())
}
