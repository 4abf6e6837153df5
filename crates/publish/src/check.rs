//! What every page of a site promises: nothing runs and nothing is styled that is not a file of the site, and each link
//! leads to a file.
//!
//! - `page`: reads a page as a browser would, with `lol_html`.
//! - `policy`: its content security policy, and whether it abides by it.
//! - `links`: whether every file and place that it names is there, and is the one that was built.
//! - `lists`: the links of files that are no pages.
//!
//! All violations are told at once. What the pages say is not looked at.

mod links;
mod lists;
mod page;
mod policy;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::progress::{Counter, Report};
use crate::{Error, Files, site::has_extension};
use links::{Links, Targets};
use page::Page;

/// Checks every page.
///
/// # Errors
/// All violations, or why there is nothing to check.
pub fn check(files: &Files, report: Report) -> Result<(), Error> {
    let violations = violations(files, report)?;
    if violations.is_empty() { Ok(()) } else { Err(Error::Violations(violations)) }
}

/// All violations in the pages of a site, each with the name of the page.
fn violations(files: &Files, report: Report) -> Result<Vec<String>, Error> {
    let pages: Vec<(&String, &Vec<u8>)> = files.iter().filter(|(name, _)| has_extension(name, "html")).collect();
    if pages.is_empty() {
        return Err(Error::NotASite("there is no page"));
    }
    let targets = Targets::new(files);
    let counter = Counter::new(report, "check pages", pages.len());
    let check = |(name, content): &(&String, &Vec<u8>)| -> Result<_, Error> {
        let mut violations = Vec::new();
        let mut links = Links::default();
        match std::str::from_utf8(content) {
            Err(_) => violations.push(format!("{name}: not UTF-8")),
            Ok(html) => {
                let page = Page::read(html)?;
                let found = policy::problems(&page).into_iter().chain(targets.problems(&page, name, &mut links));
                violations.extend(found.map(|problem| format!("{name}: {problem}")));
            }
        }
        counter.count();
        Ok((violations, links))
    };
    let found: Vec<(Vec<String>, Links)> = pages.par_iter().map(check).collect::<Result<_, Error>>()?;
    let ids: HashMap<&str, &Links> =
        pages.iter().map(|(name, _)| name.as_str()).zip(found.iter().map(|it| &it.1)).collect();
    let lost = pages.iter().zip(&found).flat_map(|((name, _), (_, links))| {
        let is_lost =
            |(file, id): &&(String, String)| ids.get(file.as_str()).is_some_and(|page| !page.ids.contains(id));
        links
            .places
            .iter()
            .filter(is_lost)
            .map(move |(file, id)| format!("{name}: a link to a place that {file} has not: #{id}"))
    });
    let lost: Vec<String> = lost.collect();
    let mut violations: Vec<String> = found.into_iter().flat_map(|(violations, _)| violations).chain(lost).collect();
    for (name, content) in files {
        let Some(listed) = std::str::from_utf8(content).ok().and_then(|text| lists::links(name, text)) else {
            continue;
        };
        let problems = targets.problems(&listed?, name, &mut Links::default());
        violations.extend(problems.into_iter().map(|problem| format!("{name}: {problem}")));
    }
    Ok(violations)
}
