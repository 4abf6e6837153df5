//! Makes `dist/`: the template, by the tools of a build, and of it and a corpus the site, by `crates/publish`.

mod commands;
mod compile;
mod files;
mod fingerprint;
mod program;
mod scripts;
mod sizes;
mod styles;
mod template;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{cli::BundlePaths, exec, lock, paths, step::step, tools};
pub use files::{empty, files_below, variant, write};
pub use sizes::Sizes;
pub use template::make as make_template;

/// The variable that holds the address at which the site will be.
const URL: &str = "BRIEFING_URL";

/// A corpus, and the folder that its site is made in.
pub struct Folders {
    corpus: PathBuf,
    /// The site.
    pub dist: PathBuf,
}

impl Folders {
    /// The folders that were named on the command line, or `seeds/` and `dist/`. Whether the site may replace its
    /// folder, `publish-site` finds out.
    pub fn new(named: &BundlePaths) -> Result<Self> {
        let here = env::current_dir().context("there is no current folder")?;
        let corpus = named.corpus.as_ref().map_or_else(paths::seeds, |corpus| here.join(corpus));
        let dist = named.dist.as_ref().map_or_else(paths::dist, |dist| here.join(dist));
        Ok(Self { corpus, dist })
    }

    /// Builds unless told not to; an absent bundle is built in any case.
    pub fn make_unless(&self, no_build: bool) -> Result<()> {
        if no_build && self.dist.join("index.html").exists() { Ok(()) } else { make_of(&self.corpus, &self.dist) }
    }
}

/// Sets up, builds a site and prints its sizes.
pub fn build(named: &BundlePaths) -> Result<()> {
    let folders = Folders::new(named)?;
    folders.make_unless(false)?;
    println!("{}", Sizes::measure(&folders.dist)?);
    Ok(())
}

/// Sets up and builds `dist/`.
pub fn make() -> Result<()> {
    make_of(&paths::seeds(), &paths::dist())
}

/// As [`make`], with a corpus and a folder of one's choice. The template is made only where something has changed that
/// it is made of: another corpus needs no compiler.
pub fn make_of(seeds: &Path, dist: &Path) -> Result<()> {
    let template = template::make()?;
    step("publish the corpus", || {
        let mut publisher = compile::publisher(compile::publisher_profile(seeds)?, "build");
        publisher.arg(template).arg(seeds.strip_prefix(paths::root()).unwrap_or(seeds)).arg(dist);
        exec::run(publisher.args(env::var_os(URL)))
    })
}

/// What the functions and the data of the program's parts take, with names; see `src/bin/list_functions.rs`. The
/// program is compiled where it has to be, and its parts are made by the steps of a build, in a folder of their own.
pub fn list_functions() -> Result<Vec<(String, String)>> {
    let tools = tools::for_bundle(compile::compile_ahead)?;
    let _held = lock::acquire(&paths::target(), "bundle")?;
    compile::compile_viewer()?;
    step("take the program apart", || program::list_functions(&tools))
}

/// Builds `dist/` unless told not to; an absent bundle is built in any case.
pub fn make_unless(no_build: bool) -> Result<()> {
    if no_build && paths::dist().join("index.html").exists() { Ok(()) } else { make() }
}

/// Checks what the pages in a folder promise: their content security policy, and that every link leads to a file.
pub fn check_pages(folder: &Path) -> Result<()> {
    exec::run(compile::publisher("dev", "check").arg(folder))
}

/// Bundles a script of the viewers that the page is compared with, and minifies it as the page's own scripts are.
pub fn bundle_peer(source: &Path, script: &Path) -> Result<()> {
    let tools = tools::for_bundle(|| Ok(()))?;
    commands::esbuild(&tools, source, script, &["--bundle", "--format=esm", "--jsx-factory=h"])
}

/// Writes the service worker of a site anew after somebody has changed files of it. Compressed variants stay as they
/// are.
pub fn renew_worker(folder: &Path) -> Result<()> {
    exec::run(compile::publisher("dev", "renew-worker").arg(template::folder()).arg(folder))
}
