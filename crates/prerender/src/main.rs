//! `prerender FOLDER`: writes into a built page what can be read before, and without, the program.
//!
//! - [`front`]: the start page, into `FOLDER/index.html`, where the program finds and takes it over.
//! - [`stills`]: a page for each statement (`s/ID.html`) and each actor (`a/ID.html`), which need no program.
//! - [`manifest`]: `FOLDER/manifest.webmanifest`, with which it can be installed.
//! - [`one_file`]: the frame of `FOLDER/briefing.html`, which needs nothing beside it.
//! - [`links`]: where a link to a view leads on a page without the program.
//! - [`about`]: what programs other than browsers are told: previews, catalogues, search engines.
//!
//! All words come from the components or the `query` crate. `BRIEFING_URL` is the address at which the briefing is
//! published, where that is known: previews need it.

mod about;
mod front;
mod links;
mod manifest;
mod markup;
mod one_file;
mod shape;
mod site;
mod stills;
#[cfg(test)]
mod tests;

use std::{env, fs, path::Path};

use anyhow::{Context, Result, anyhow};

use site::Site;

fn main() -> Result<()> {
    let usage = "usage: prerender FOLDER CORPUS";
    let folder = env::args_os().nth(1).context(usage)?;
    let corpus = env::args_os().nth(2).context(usage)?;
    let folder = Path::new(&folder);
    let data = briefing::load(fs::read(corpus).context("cannot read the compiled corpus")?)
        .map_err(|error| anyhow!("the corpus cannot be read: {error}"))?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).context("cannot read index.html")?;
    let site = Site::new(data, &html, env::var("BRIEFING_URL").ok())?;
    fs::write(&page, front::fill(&site, &html)?).context("cannot write index.html")?;
    fs::write(folder.join(manifest::FILE), manifest::manifest(data)).context("cannot write the manifest")?;
    for (path, html) in stills::all(&site)?.into_iter().chain([one_file::frame(&site)?]) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().context("a page needs a folder")?)?;
        fs::write(&file, html).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}
