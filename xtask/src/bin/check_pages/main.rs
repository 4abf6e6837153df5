//! `check-pages FOLDER`: does every page of a built briefing keep what it promises?
//!
//! - [`page`]: reads a page as a browser would, with lol-html.
//! - [`policy`]: its content security policy, and that it abides by it: nothing runs or is styled that is not a file of ours.
//! - [`links`]: every file that it names is there, and is the one that was built.
//!
//! All that is wrong is told at once. What the pages say is none of its business.

mod links;
mod page;
mod policy;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, ensure};

use page::Page;

fn main() -> ExitCode {
    let checked = env::args_os().nth(1).context("usage: check-pages FOLDER").and_then(|folder| check(folder.as_ref()));
    match checked {
        Ok(problems) if problems.is_empty() => ExitCode::SUCCESS,
        Ok(problems) => {
            eprintln!("The pages do not keep what they promise:");
            for problem in problems {
                eprintln!("  {problem}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// All that is wrong with the pages in a folder, each with the page's name.
fn check(folder: &Path) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let pages = pages_below(folder)?;
    ensure!(!pages.is_empty(), "there is no page in {}", folder.display());
    for file in pages {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let html = fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
        let page = Page::read(&html).with_context(|| format!("cannot understand {name}"))?;
        let found = policy::problems(&page).into_iter().chain(links::problems(&page, &name, folder));
        problems.extend(found.map(|problem| format!("{name}: {problem}")));
    }
    Ok(problems)
}

fn pages_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            pages.extend(pages_below(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    pages.sort();
    Ok(pages)
}
