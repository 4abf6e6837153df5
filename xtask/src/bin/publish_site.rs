//! `crates/publish` as a program, which reads and writes the files that it works on:
//!
//! - `publish-site build [--no-compress] TEMPLATE CORPUS SITE [URL]` compiles the corpus in a folder and makes the
//!   site. Without compression it takes a fraction of the time.
//! - `publish-site check SITE` checks what the pages of a site promise.
//! - `publish-site renew-worker TEMPLATE SITE` writes the service worker anew after files of a site have changed.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
    sync::Mutex,
};

use anyhow::{Context, Result, bail};
use corpus::compile::compile_dir;
use publish::{Compression, Files, Options, Progress, Report, Site, Template, check, publish, renew_worker};

/// Columns of a report that goes elsewhere than to a terminal of known width.
const WIDTH: usize = 100;

/// The option by which files are not compressed.
const NO_COMPRESS: &str = "--no-compress";

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
    let (flags, paths): (Vec<&OsString>, Vec<&OsString>) = rest.iter().partition(|it| *it == NO_COMPRESS);
    let compression = if flags.is_empty() { Compression::BySize } else { Compression::None };
    let paths: Vec<&Path> = paths.into_iter().map(Path::new).collect();
    let printer = Printer::default();
    let print = |progress| printer.print(progress);
    let report: Report = if io::stderr().is_terminal() { &print } else { &|_| {} };
    match (command.to_str(), &paths[..]) {
        (Some("build"), &[template, seeds, site, ref url @ ..]) if url.len() < 2 => {
            let url = url.first().and_then(|url| url.to_str()).map(str::to_owned);
            build(template, seeds, site, &Options { url, compression, ..Options::default() }, report)
        }
        (Some("check"), &[site]) => Ok(check::check(&read(site)?, report)?),
        (Some("renew-worker"), &[template, site]) => {
            let mut renewed = Site { files: read(site)? };
            renew_worker(&Template::from_files(read(template)?)?, &mut renewed)?;
            let worker = renewed.files.get("worker.js").context("there is no worker")?;
            write(site, "worker.js", worker)
        }
        _ => bail!("this command, or what it works on, is not known here: {arguments:?}"),
    }
}

/// Shows how far a step has come, on a line of its own that is written anew.
#[derive(Default)]
struct Printer {
    /// The step that is shown, and how many percent of it.
    shown: Mutex<(&'static str, usize)>,
}

impl Printer {
    fn print(&self, Progress { step, done, of }: Progress) {
        let percent = (done * 100).checked_div(of).unwrap_or(100);
        let Ok(mut shown) = self.shown.lock() else { return };
        // Steps follow each other; of one step, threads may tell what is past.
        if shown.0 == step && shown.1 >= percent {
            return;
        }
        *shown = (step, percent);
        // Where the terminal takes nothing more, there is nobody to tell.
        let _ = write!(io::stderr(), "\r{step}: {percent} %\u{1b}[K{}", if done == of { "\n" } else { "" });
    }
}

fn build(template: &Path, seeds: &Path, folder: &Path, options: &Options, report: Report) -> Result<()> {
    let compiled = match compile_dir(seeds) {
        Ok(compiled) => compiled,
        Err(report) => {
            let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            bail!("{}", report.render(colour, WIDTH));
        }
    };
    compiled.left_out.iter().for_each(|file| eprintln!("{file}"));
    let template = Template::from_files(read(template)?)?;
    let site = publish(&template, &compiled.bytes, options, report)?;
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
