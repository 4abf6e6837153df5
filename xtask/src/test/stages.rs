//! What each step of the tests runs. Every step sets up what it needs itself, so that it can be run alone.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Stage;
use crate::{
    browser, bundle, check, exec, paths,
    tools::{self, WASM},
};

/// Runs one step.
pub fn run(stage: Stage) -> Result<()> {
    match stage {
        Stage::Fmt => fmt(),
        Stage::Clippy => clippy(&["--workspace", "--features", "xtask/check,xtask/publish,xtask/split"]),
        Stage::ClippyWasm => {
            tools::for_wasm_lints()?;
            clippy(&["--package", "briefing", "--target", WASM])
        }
        Stage::Native => native(),
        Stage::Wasm => wasm(),
        Stage::Build => bundle::build(),
        Stage::Browser => in_browser(),
        Stage::Hostile => with_corpus("hostile"),
        Stage::Arabic => with_corpus("arabic"),
    }
}

fn fmt() -> Result<()> {
    tools::for_lints()?;
    exec::run(exec::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(what: &[&str]) -> Result<()> {
    tools::for_lints()?;
    let mut clippy = exec::cargo();
    clippy.arg("clippy").args(what).args(["--all-targets", "--", "--deny", "warnings"]);
    exec::run(&mut clippy)
}

fn native() -> Result<()> {
    if exec::ask(exec::cargo().args(["nextest", "--version"])).is_none() {
        return exec::run(exec::cargo().args(["test", "--workspace"]));
    }
    exec::run(exec::cargo().args(["nextest", "run", "--workspace"]))?;
    // Which nextest leaves to cargo.
    exec::run(exec::cargo().args(["test", "--workspace", "--doc"]))
}

fn wasm() -> Result<()> {
    let tools = tools::for_wasm_tests()?;
    // The test runner serves the checkout, and tests/wasm.rs fetches this.
    check::compile(&paths::root().join("seeds"), &paths::scratch().join("seeds.briefing"))?;
    let mut test = exec::cargo();
    test.args(["test", "--package", "briefing", "--target", WASM, "--test", "wasm"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.runner)
        .env("CHROMEDRIVER", &tools.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&tools.browser)?)
        // A cold browser on a busy machine needs more than the default of 5 and 20 seconds.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    exec::run(&mut test)
}

/// Writes down for the test runner how to start the browser.
fn capabilities(browser: &Path) -> Result<PathBuf> {
    let mut arguments = vec![
        "headless=new",
        "disable-gpu",
        "disable-dev-shm-usage",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
    ];
    if tools::is_root() {
        arguments.push("no-sandbox");
    }
    let capabilities = json!({ "goog:chromeOptions": { "binary": browser, "args": arguments } });
    let file = paths::target().join("webdriver.json");
    fs::create_dir_all(paths::target())?;
    fs::write(&file, capabilities.to_string()).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn in_browser() -> Result<()> {
    bundle::make_unless(true)?;
    let firefox = tools::firefox()?;
    let stage = browser::Harness::start()?;
    let mut tests: Vec<PathBuf> = fs::read_dir(paths::browser_tests())
        .context("cannot read tests/browser")?
        .map(|entry| Ok(PathBuf::from(entry?.file_name())))
        .collect::<Result<_>>()?;
    // Node.js reads patterns of file names only since version 21.
    tests.retain(|file| file.to_str().is_some_and(|name| name.ends_with(".test.mjs")));
    tests.sort();
    ensure!(!tests.is_empty(), "there is no test in tests/browser");
    exec::run(stage.node().env("FIREFOX", firefox).arg("--test").arg("--test-reporter=spec").args(tests))
}

/// Publishes a corpus of the tests with the template of the bundle, and runs the browser tests of its name.
fn with_corpus(name: &str) -> Result<()> {
    let seeds = paths::test_corpus(name);
    let dist = paths::scratch().join(name);
    bundle::make_of(&seeds, &dist)?;
    let stage = browser::Harness::serving(&dist)?;
    let tests = format!("{name}.mjs");
    exec::run(stage.node().env(paths::SEEDS, seeds).args(["--test", "--test-reporter=spec", &tests]))
}
