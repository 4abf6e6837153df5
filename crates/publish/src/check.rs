//! What every page of a site promises: nothing runs and nothing is styled that is not a file of the site, and each link
//! leads to a file.
//!
//! - `page`: reads a page as a browser would, with `lol_html`.
//! - `policy`: its content security policy, and whether it abides by it.
//! - `links`: whether every file that it names is there, and is the one that was built.
//!
//! All violations are told at once. What the pages say is not looked at.

mod links;
mod page;
mod policy;

use crate::{Error, Files, site::has_extension};
use page::Page;

/// Checks every page.
///
/// # Errors
/// All violations, or why there is nothing to check.
pub fn check(files: &Files) -> Result<(), Error> {
    let violations = violations(files)?;
    if violations.is_empty() { Ok(()) } else { Err(Error::Violations(violations)) }
}

/// All violations in the pages of a site, each with the name of the page.
fn violations(files: &Files) -> Result<Vec<String>, Error> {
    let mut violations = Vec::new();
    let mut pages = files.iter().filter(|(name, _)| has_extension(name, "html")).peekable();
    if pages.peek().is_none() {
        return Err(Error::NotASite("there is no page"));
    }
    for (name, content) in pages {
        let Ok(html) = std::str::from_utf8(content) else {
            violations.push(format!("{name}: not UTF-8"));
            continue;
        };
        let page = Page::read(html)?;
        let found = policy::problems(&page).into_iter().chain(links::problems(&page, name, files));
        violations.extend(found.map(|problem| format!("{name}: {problem}")));
    }
    Ok(violations)
}
