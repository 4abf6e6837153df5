//! The files that a page names: each exists, and scripts and style sheets have the digest of what was built (W3C
//! Subresource Integrity).

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::{
    page::{Element, Page},
    policy::{ADDRESSES, scheme},
};
use crate::{Files, site::has_extension};

/// What links lead to: the files of a site, and the digests of those that pages may have to prove. Each file is
/// digested once, however many pages name it.
pub struct Targets<'f> {
    files: &'f Files,
    digests: HashMap<&'f str, String>,
}

/// What a page's links need of other pages, and what other pages' links need of it.
#[derive(Default)]
pub struct Links {
    /// The places that the page links to: a page and the id of an element in it.
    pub places: Vec<(String, String)>,
    /// The ids of the elements of the page.
    pub ids: HashSet<String>,
}

impl<'f> Targets<'f> {
    /// The files of a site.
    pub fn new(files: &'f Files) -> Targets<'f> {
        let provable = files.par_iter().filter(|(name, _)| !has_extension(name, "html") && !has_extension(name, "txt"));
        let digests = provable.map(|(name, content)| (name.as_str(), content_digest::integrity(content))).collect();
        Targets { files, digests }
    }

    /// All that is wrong with the links of a page. `links` is filled with what other pages have to be compared with.
    pub fn problems(&self, page: &Page, name: &str, links: &mut Links) -> Vec<String> {
        let mut problems = Vec::new();
        for element in &page.elements {
            links.ids.extend(element.get("id").map(str::to_owned));
            let named = element.attributes.iter().filter(|(attribute, _)| ADDRESSES.contains(&attribute.as_str()));
            for (_, address) in named.filter(|(_, address)| scheme(address).is_none()) {
                let Some(file) = resolve(name, address) else {
                    problems.push(format!("a link out of the folder: {}", element.shown()));
                    continue;
                };
                match self.find(&file) {
                    None => problems.push(format!("a dead link: there is no {file}: {}", element.shown())),
                    Some(found) if self.is_proven(element, found) => links.places.extend(place(found, address)),
                    Some(_) => problems.push(format!("not the digest of {file}: {}", element.shown())),
                }
            }
        }
        problems
    }

    /// The name of the file at an address: of the file itself, or of the page that hosts show for a folder.
    fn find(&self, file: &str) -> Option<&'f str> {
        let known = |name: &str| self.files.get_key_value(name).map(|(name, _)| name.as_str());
        let index = || if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
        known(file).or_else(|| known(&index()))
    }

    /// Whether the element has the digest of its file, or has none and needs none.
    fn is_proven(&self, element: &Element, file: &str) -> bool {
        let must = match element.name.as_str() {
            "script" => true,
            "link" => element.is_rel("stylesheet") || element.is_rel("modulepreload") || element.is_rel("preload"),
            _ => false,
        };
        // Browsers do not check the digest of what is preloaded as data; boot/load.js does.
        let said = element.get("integrity").or(element.get("data-integrity"));
        said.map_or(!must, |said| self.digests.get(file).is_some_and(|digest| digest == said))
    }
}

/// The place that an address leads to in a file; `None` for the file as a whole, and for views of the program.
fn place(file: &str, address: &str) -> Option<(String, String)> {
    let (_, id) = address.split_once('#')?;
    (!id.is_empty() && !id.starts_with('/')).then(|| (file.to_owned(), id.to_owned()))
}

/// The file that a relative address on a page leads to, relative to the top; `None` where it leads out of the site.
fn resolve(page: &str, address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() {
        return Some(page.to_owned());
    }
    let mut place: Vec<&str> = page.split('/').collect();
    place.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                place.pop()?;
            }
            part => place.push(part),
        }
    }
    decoded(&place.join("/"))
}

/// Undoes percent-encoding.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut parts = path.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_resolved_as_browsers_do() {
        for (page, address, file) in [
            ("index.html", "./a.js", "a.js"),
            ("index.html", "#/?q=a", "index.html"),
            ("s/a.html", "../index.html#/actors", "index.html"),
            ("s/a.html", "b%20c%25.html?x", "s/b c%.html"),
            ("s/a.html", "..", ""),
        ] {
            assert_eq!(resolve(page, address).as_deref(), Some(file), "{address} on {page}");
        }
        assert_eq!(resolve("index.html", "../secret"), None);
        assert_eq!(resolve("index.html", "%f"), None);
    }

    #[test]
    fn dead_links_and_wrong_digests_are_found() {
        let files = Files::from([("a.css".to_owned(), b"p {}".to_vec())]);
        let targets = Targets::new(&files);
        let found = |html: &str| targets.problems(&Page::read(html).unwrap(), "s/a.html", &mut Links::default());
        let sheet = format!("<link rel=stylesheet href=../a.css integrity={}>", content_digest::integrity(b"p {}"));
        assert_eq!(found(&sheet), Vec::<String>::new());
        for broken in [
            sheet.replace("sha256-", "sha256-A"),
            "<link rel=stylesheet href=../a.css>".to_owned(),
            "<a href=a.css>".to_owned(),
            "<a href=../../a.css>".to_owned(),
        ] {
            assert_eq!(found(&broken).len(), 1, "{broken}");
        }
    }
}
