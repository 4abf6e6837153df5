//! The files that a page names: each exists, and scripts and style sheets have the digest of what was built (W3C
//! Subresource Integrity).

use super::{
    page::{Element, Page},
    policy::{ADDRESSES, scheme},
};
use crate::{Files, digest};

/// All that is wrong with the links of a page among the files of its site.
pub fn problems(page: &Page, name: &str, files: &Files) -> Vec<String> {
    let mut problems = Vec::new();
    for element in &page.elements {
        let named = element.attributes.iter().filter(|(attribute, _)| ADDRESSES.contains(&attribute.as_str()));
        for (_, address) in named.filter(|(_, address)| scheme(address).is_none()) {
            let Some(file) = resolve(name, address) else {
                problems.push(format!("a link out of the folder: {}", element.shown()));
                continue;
            };
            let index = if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
            match files.get(&file).or_else(|| files.get(&index)) {
                None => problems.push(format!("a dead link: there is no {file}: {}", element.shown())),
                Some(content) if is_proven(element, content) => {}
                Some(_) => problems.push(format!("not the digest of {file}: {}", element.shown())),
            }
        }
    }
    problems
}

/// Whether the element has the digest of its file, or has none and needs none.
fn is_proven(element: &Element, bytes: &[u8]) -> bool {
    let must = match element.name.as_str() {
        "script" => true,
        "link" => element.is_rel("stylesheet") || element.is_rel("modulepreload") || element.is_rel("preload"),
        _ => false,
    };
    // Browsers do not check the digest of what is preloaded as data; boot/load.js does.
    let said = element.get("integrity").or(element.get("data-integrity"));
    said.map_or(!must, |said| said == digest::integrity(bytes))
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
        let found = |html: &str| problems(&Page::read(html).unwrap(), "s/a.html", &files);
        let sheet = format!("<link rel=stylesheet href=../a.css integrity={}>", digest::integrity(b"p {}"));
        assert_eq!(found(&sheet), Vec::<String>::new());
        for broken in [
            sheet.replace("sha384-", "sha384-A"),
            "<link rel=stylesheet href=../a.css>".to_owned(),
            "<a href=a.css>".to_owned(),
            "<a href=../../a.css>".to_owned(),
        ] {
            assert_eq!(found(&broken).len(), 1, "{broken}");
        }
    }
}
