//! `crates/publish` as a program, which reads and writes the files that it works on:
//!
//! - `publish-site build TEMPLATE CORPUS SITE [URL]` compiles the corpus in a folder and makes the site.
//! - `publish-site check SITE` checks what the pages of a site promise.
//! - `publish-site renew-worker TEMPLATE SITE` writes the service worker anew after files of a site have changed.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{self, IsTerminal},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use corpus::compile::compile_dir;
use publish::{Files, Options, Site, Template, check, publish, renew_worker};

/// Columns of a report that goes elsewhere than to a terminal of known width.
const WIDTH: usize = 100;

/// The file that is written last: a folder without it is no site.
const LAST: &str = "index.html";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let (command, rest) = arguments.split_first().context("a command is missing")?;
    let paths: Vec<&Path> = rest.iter().map(Path::new).collect();
    match (command.to_str(), &paths[..]) {
        (Some("build"), &[template, seeds, site]) => build(template, seeds, site, None),
        (Some("build"), &[template, seeds, site, url]) => build(template, seeds, site, url.to_str()),
        (Some("check"), &[site]) => Ok(check::check(&read(site)?)?),
        (Some("renew-worker"), &[template, site]) => {
            let mut renewed = Site { files: read(site)? };
            renew_worker(&Template::from_files(read(template)?)?, &mut renewed)?;
            let worker = renewed.files.get("worker.js").context("there is no worker")?;
            write(site, "worker.js", worker)
        }
        _ => bail!("this command, or what it works on, is not known here: {arguments:?}"),
    }
}

fn build(template: &Path, seeds: &Path, folder: &Path, url: Option<&str>) -> Result<()> {
    let compiled = match compile_dir(seeds) {
        Ok(compiled) => compiled,
        Err(report) => {
            let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            bail!("{}", report.render(colour, WIDTH));
        }
    };
    compiled.left_out.iter().for_each(|file| eprintln!("{file}"));
    let template = Template::from_files(read(template)?)?;
    let site = publish(&template, &compiled.bytes, &Options { url: url.map(str::to_owned) })?;
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let (last, others): (Vec<_>, Vec<_>) = site.files.iter().partition(|(name, _)| *name == LAST);
    others.into_iter().chain(last).try_for_each(|(name, content)| write(folder, name, content))
}

/// The files in a folder and the folders in it, by their paths relative to it.
fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder)?.to_str().context("the name of a file is not Unicode")?;
            let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name.replace('\\', "/"), content);
        }
    }
    Ok(files)
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    let file = folder.join(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))
}
