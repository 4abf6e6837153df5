//! Makes `dist/`. trunk does the work; we bring what it needs and finish what it leaves, in two hooks that trunk calls.

mod compress;
mod digest;
mod offline;
mod one_file;
mod program;
mod scripts;
mod seal;
mod section;
mod sizes;
mod styles;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{cli::Hook, exec, lock, places, step::step, tools};
pub use compress::variant;
pub use seal::check_pages;
pub use sizes::Sizes;

/// Sets up, builds the release bundle and prints its sizes.
pub fn build() -> Result<()> {
    make()?;
    println!("{}", Sizes::measure(&places::dist())?);
    Ok(())
}

/// Sets up and builds the release bundle.
pub fn make() -> Result<()> {
    make_of(&places::seeds(), &places::dist())
}

/// As [`make`], with a corpus and a folder of one's choice.
pub fn make_of(seeds: &Path, dist: &Path) -> Result<()> {
    let tools = tools::for_bundle()?;
    // Two builds at a time would tread on each other in the folder where trunk has wasm-bindgen write, which checkouts may share.
    let _held = lock::hold(&places::target(), "bundle")?;
    step("build the bundle", || {
        let mut trunk = exec::command(&tools.trunk);
        trunk.args(["build", "--release", "--offline", "--dist"]).arg(dist).env("PATH", &tools.path);
        // For `build.rs` and for the hooks.
        trunk.env(places::SEEDS, seeds);
        // Only warnings, and not those of trunk's minifier for scripts, which cannot read what wasm-bindgen writes.
        // It keeps silent about style sheets then, too; `seal` does not.
        if env::var_os("RUST_LOG").is_none() {
            trunk.env("RUST_LOG", "warn,trunk::processing::minify=error");
        }
        trunk.env(RUSTFLAGS, rustflags()?);
        // trunk takes this for an option of its own and stumbles over the usual value, 1.
        trunk.env_remove("NO_COLOR");
        exec::run(&mut trunk)
    })
}

/// The variable by which cargo hears of options for the program alone.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Keeps the relocations, without which the program cannot be split, and names files in panic messages relative to their
/// package: where a person keeps them is nobody's business, and would make programs differ from machine to machine.
fn rustflags() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.map(|home| home.join("registry").join("src")).filter(|folder| folder.exists());
    // Files of the checkout itself are named as seen from its top anyway.
    let mut folders = Vec::new();
    if let Some(registries) = registries {
        for registry in std::fs::read_dir(registries).context("cannot read cargo's registry")? {
            folders.push(registry?.path());
        }
    }
    let theirs = env::var(RUSTFLAGS).ok().into_iter().chain(["-Clink-arg=--emit-relocs".to_owned()]);
    let options = folders.iter().map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    // Which the variable would take for two options.
    let ours = options.filter(|option| !option.contains(char::is_whitespace));
    Ok(theirs.chain(ours).collect::<Vec<_>>().join(" "))
}

/// Builds unless told not to; an absent bundle is built in any case.
pub fn make_unless(no_build: bool) -> Result<()> {
    if no_build && places::dist().join("index.html").exists() { Ok(()) } else { make() }
}

/// What trunk calls us for.
pub fn run_hook(hook: Hook) -> Result<()> {
    match hook {
        Hook::Gather => {
            // index.html names these places.
            for (name, sheets) in
                [("briefing.css", &["boot/boot.css", "style/main.css"][..]), ("later.css", &["style/later.css"])]
            {
                let sheets: Vec<PathBuf> = sheets.iter().map(|sheet| places::root().join(sheet)).collect();
                styles::gather(&sheets, &places::scratch().join("style").join(name))?;
            }
            scripts::gather()
        }
        Hook::Seal => {
            let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
            seal::seal(&staging.context("this hook is called by trunk, not by hand")?, &places::seeds())
        }
    }
}

/// Has the bundle in a folder, which somebody has changed, name its files anew. Compressed variants stay as they are.
pub fn reseal(folder: &Path) -> Result<()> {
    offline::write_worker(folder)
}

/// Whether a file of the bundle is one of this kind.
fn is(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}
