//! Sites, for the commands of xtask: what the program `briefing` does with a template of one's own, and what only tests
//! do.
//!
//! - `publish-site precompress TEMPLATE` compresses what of a template is the same in every site.
//! - `publish-site build TEMPLATE CORPUS SITE [URL]` compiles the corpus in a folder and makes the site.
//! - `publish-site check SITE` checks what the pages of a site promise.
//! - `publish-site renew-worker TEMPLATE SITE` writes the service worker anew after files of a site have changed.

use std::{env, ffi::OsString, path::Path, process::ExitCode};

use briefing_cli::{
    build::make_site,
    console::Console,
    error::Error,
    output::{self, SiteFolder},
    template,
};
use publish::{Options, PRECOMPRESSED, Site, check, precompress, renew_worker};

fn main() -> ExitCode {
    let console = Console::default();
    match run(&console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            console.show_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(console: &Console) -> Result<(), Error> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let (command, paths) = arguments.split_first().ok_or_else(|| Error::new("a command is missing"))?;
    let paths: Vec<&Path> = paths.iter().map(Path::new).collect();
    match (command.to_str(), &paths[..]) {
        (Some("precompress"), &[folder]) => {
            let files = precompress(&output::read_folder(folder)?).map_err(publish::Error::from)?;
            let folder = folder.join(PRECOMPRESSED);
            output::write_folder(&folder, &files)
                .map_err(|error| Error::io(format_args!("cannot write {}", folder.display()), &error))
        }
        (Some("build"), &[template, corpus, site, ref url @ ..]) if url.len() < 2 => {
            let url = url.first().and_then(|url| url.to_str()).map(str::to_owned);
            let folder = SiteFolder::new(site, corpus)?;
            let options = Options { url, ..Options::default() };
            let (site, _) = make_site(corpus, || template::read(template), &options, console)?;
            folder.replace(&site.files)
        }
        (Some("check"), &[site]) => {
            let progress = console.progress("check pages");
            Ok(check::check(&output::read_folder(site)?, &|step| progress.report(step))?)
        }
        (Some("renew-worker"), &[template, site]) => {
            let mut renewed = Site { files: output::read_folder(site)? };
            renew_worker(&template::read(template)?, &mut renewed)?;
            let worker = renewed.files.get("worker.js").ok_or_else(|| Error::new("there is no worker"))?;
            output::write_file(&site.join("worker.js"), worker)
        }
        _ => Err(Error::new(format!("this command, or what it works on, is not known here: {arguments:?}"))),
    }
}
