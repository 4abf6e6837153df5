//! Everything the project needs that is not in the checkout, found or installed.
//!
//! A tool on PATH in the right version is used. Otherwise it goes into a folder of our own, by version, in the user's
//! cache, so that a second checkout finds it there; nothing that belongs to the person is changed. Only a browser
//! is installed into the system, and only where that needs no password.

mod cache;
mod cargo_tool;
mod chromium;
mod esbuild;
mod firefox;
mod node;
mod rust;
mod wasm_opt;

use std::{ffi::OsString, path::PathBuf};

use anyhow::Result;

use crate::{exec, paths};
pub use chromium::{Browser, is_root};
pub use rust::WASM;

/// What bundling needs.
pub struct BundleTools {
    /// The trunk to run.
    pub trunk: PathBuf,
    /// PATH with wasm-bindgen, wasm-opt and esbuild in front, so that trunk finds them and downloads nothing.
    pub path: OsString,
}

/// Sets up the wasm target, trunk, wasm-bindgen, wasm-opt and esbuild.
pub fn for_bundle() -> Result<BundleTools> {
    rust::wasm_target()?;
    // First what takes seconds and may lack Node.js, then what takes minutes.
    let wasm_opt = wasm_opt::find_or_install()?;
    let esbuild = esbuild::find_or_install()?;
    let trunk = cargo_tool::trunk()?;
    let bindgen = cargo_tool::wasm_bindgen()?;
    let path = exec::path_with([&trunk, &bindgen, &wasm_opt, &esbuild].into_iter().filter_map(|tool| tool.parent()))?;
    Ok(BundleTools { trunk, path })
}

/// What `cargo test` needs to run wasm tests in a browser.
pub struct WasmTestTools {
    /// wasm-bindgen's test runner, of the version that the tests are compiled against.
    pub runner: PathBuf,
    /// The browser that it drives.
    pub browser: PathBuf,
    /// The program that it drives it by.
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

/// Sets up the packages of `tests/audit`, which are large: nothing but the audit waits for them.
pub fn for_audit() -> Result<()> {
    node::packages(&paths::audit())
}

/// Sets up the second browser, which only tests need.
pub fn firefox() -> Result<PathBuf> {
    firefox::browser()
}

/// Sets up rustfmt and clippy.
pub fn for_lints() -> Result<()> {
    rust::component("rustfmt", "fmt")?;
    rust::component("clippy", "clippy")
}

/// Sets up clippy and what it needs to look at wasm.
pub fn for_wasm_lints() -> Result<()> {
    rust::wasm_target()?;
    for_lints()
}

/// Sets up all of it.
pub fn set_up_all() -> Result<()> {
    for_lints()?;
    for_bundle()?;
    for_wasm_tests()?;
    for_browser()?;
    firefox()?;
    println!("Everything is set up.");
    Ok(())
}
