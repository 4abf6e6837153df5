//! What each stage of the tests runs. A stage sets up what it needs, so that it can be run alone.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::stage::Stage;
use crate::{
    browser, bundle, check,
    cli::BundlePaths,
    exec, package, paths, program, synth,
    tools::{self, WASM},
};

/// Tests that need the whole of Chromium, and no other at the same time: of the times that a page takes, which others
/// would disturb, and of installing it, which the headless shell cannot do.
const ALONE_IN_WHOLE_BROWSER: [&str; 2] = ["install.test.mjs", "paint.test.mjs"];

/// The statements of the large corpus: enough for chunks, for lists that are drawn in windows, and for a question
/// before all are printed. Still published within seconds.
const STATEMENTS_IN_LARGE: usize = 1000;

/// The actors of the corpus with very many, and its statements.
const MANY_ACTORS: usize = 2000;
const STATEMENTS_OF_MANY_ACTORS: usize = 300;

/// The browser tests of a corpus of an extreme shape: what is drawn stays bounded, and every page says something
/// sensible.
const BOUNDED: &[&str] = &["shapes.mjs"];
const BOUNDED_AND_LONG: &[&str] = &["shapes.mjs", "long-text.mjs"];
const BOUNDED_AND_SENSIBLE: &[&str] = &["shapes.mjs", "pages.mjs"];

/// The corpora of extreme shapes: the name of the bundle, the number of statements, the shape, and the tests. A
/// document of more bytes would make a corpus for which the publisher is compiled anew.
const EXTREMES: [(&str, usize, ::synth::Shape, &[&str]); 8] = [
    ("one-statement", 1, ::synth::Shape::Usual, BOUNDED_AND_SENSIBLE),
    ("one-document", 60, ::synth::Shape::OneDocument(3_800_000), BOUNDED_AND_LONG),
    ("one-actor", 600, ::synth::Shape::OneActor, BOUNDED_AND_SENSIBLE),
    ("one-day", 2000, ::synth::Shape::OneDay, BOUNDED),
    ("unplaced", 60, ::synth::Shape::Unplaced, BOUNDED_AND_SENSIBLE),
    ("unpositioned", 60, ::synth::Shape::Unpositioned, BOUNDED_AND_SENSIBLE),
    ("many-topics", 900, ::synth::Shape::ManyTopics(300), BOUNDED_AND_SENSIBLE),
    ("long-names", 100, ::synth::Shape::LongNames, BOUNDED_AND_SENSIBLE),
];

/// Runs a stage.
pub fn run(stage: Stage) -> Result<()> {
    match stage {
        Stage::Fmt => fmt(),
        Stage::Clippy => {
            let all = ["--workspace", "--features", "xtask/check,xtask/package,xtask/publish,xtask/split"];
            clippy(&all).and_then(|()| document(&all))
        }
        Stage::ClippyWasm => {
            tools::for_wasm_lints()?;
            clippy(&["--package", "briefing", "--target", WASM])
        }
        Stage::Native => native(),
        Stage::Wasm => wasm(),
        Stage::Build => bundle::build(&BundlePaths::default()).and_then(|()| examples()),
        Stage::Browser => in_browser(),
        Stage::Program => program::test(),
        Stage::Package => package::test(),
        Stage::Hostile => with_corpus("hostile", &paths::test_corpus("hostile"), &["hostile.mjs"]),
        Stage::Arabic => with_corpus("arabic", &paths::test_corpus("arabic"), &["arabic.mjs"]),
        Stage::Large => {
            let corpus = paths::scratch().join("large-corpus");
            synth::write(STATEMENTS_IN_LARGE, ::synth::Shape::Usual, &corpus)?;
            let large = with_corpus("large", &corpus, &["chunks.mjs", "long.mjs"]);
            let corpus = paths::scratch().join("extreme-corpus");
            synth::write(STATEMENTS_OF_MANY_ACTORS, ::synth::Shape::ManyActors(MANY_ACTORS), &corpus)?;
            let extreme = with_corpus("extreme", &corpus, &["extremes.mjs", "pages.mjs"]);
            let many = with_corpus("aldport", &paths::root().join("examples/aldport"), &["many.mjs"]);
            large.and(extreme).and(many).and_then(|()| extremes())
        }
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

/// Documents the workspace for its contributors. It links what clippy has checked, and costs seconds.
fn document(what: &[&str]) -> Result<()> {
    let mut doc = exec::cargo();
    doc.arg("doc").args(what).args(["--no-deps", "--document-private-items"]);
    exec::run(doc.env("RUSTDOCFLAGS", "--deny warnings --allow rustdoc::private-intra-doc-links"))
}

fn native() -> Result<()> {
    if exec::stdout_of(exec::cargo().args(["nextest", "--version"])).is_none() {
        return exec::run(exec::cargo().args(["test", "--workspace"]));
    }
    exec::run(exec::cargo().args(["nextest", "run", "--workspace"]))?;
    // nextest runs no documentation tests.
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

/// Writes the file that tells the test runner how to start the browser: capabilities as `WebDriver` defines them.
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
    let mut tests: Vec<PathBuf> = fs::read_dir(paths::browser_tests())
        .context("cannot read tests/browser")?
        .map(|entry| Ok(PathBuf::from(entry?.file_name())))
        .collect::<Result<_>>()?;
    // Node.js takes patterns of file names since version 21.
    tests.retain(|file| file.to_str().is_some_and(|name| name.ends_with(".test.mjs")));
    tests.sort();
    ensure!(!tests.is_empty(), "there is no test in tests/browser");
    let (alone, others): (Vec<_>, Vec<_>) =
        tests.into_iter().partition(|file| ALONE_IN_WHOLE_BROWSER.iter().any(|name| file.as_os_str() == *name));
    let run = |harness: browser::Harness, files: Vec<PathBuf>, at_a_time: usize| {
        let mut node = harness.node();
        node.env("FIREFOX", &firefox).args(["--test", "--test-reporter=spec"]);
        exec::run(node.arg(format!("--test-concurrency={at_a_time}")).args(files))
    };
    let others = run(browser::Harness::testing(&paths::dist())?, others, files_at_a_time());
    run(browser::Harness::start()?, alone, 1).and(others)
}

/// How many files of browser tests run at a time: one for two cores, because a browser has several processes, but at
/// least two, because a test also waits.
fn files_at_a_time() -> usize {
    thread::available_parallelism().map_or(2, |cores| (cores.get() / 2).max(2))
}

/// Publishes the corpora in `examples/` with the template of the bundle, and looks at every page and link. That takes
/// seconds, and no compiler.
fn examples() -> Result<()> {
    for name in ["aldport", "wikinews"] {
        let dist = paths::scratch().join(name);
        bundle::make_of(&paths::root().join("examples").join(name), &dist)?;
        bundle::check_pages(&dist)?;
    }
    Ok(())
}

/// Opens the pages of each corpus of an extreme shape.
fn extremes() -> Result<()> {
    let outcomes = EXTREMES.map(|(name, statements, shape, tests)| {
        let corpus = paths::scratch().join(format!("{name}-corpus"));
        synth::write(statements, shape, &corpus)?;
        with_corpus(name, &corpus, tests)
    });
    // All of them are opened, also after one that fails.
    outcomes.into_iter().collect()
}

/// Publishes a corpus with the template of the bundle into a folder of a name, and runs browser tests.
fn with_corpus(name: &str, seeds: &Path, tests: &[&str]) -> Result<()> {
    let dist = paths::scratch().join(name);
    bundle::make_of(seeds, &dist)?;
    let harness = browser::Harness::testing(&dist)?;
    let at_a_time = format!("--test-concurrency={}", files_at_a_time());
    let mut node = harness.node();
    exec::run(node.env(paths::SEEDS, seeds).args(["--test", "--test-reporter=spec", &at_a_time]).args(tests))
}
