//! The service worker (W3C Service Workers), which saves the site for reading without a connection: the template's,
//! with the name and the digest of every file filled in.
//!
//! The list is read off the files of the site, so that none can be forgotten. How files are saved and served is in
//! `boot/worker.js`.

use std::collections::BTreeMap;

use crate::{Error, Files, Site, compress, digest, placeholders};

/// The worker's file. Not named by its content, because browsers know it by its address.
pub const FILE: &str = "worker.js";

/// The service worker for these files.
///
/// # Errors
/// Where the template has no placeholder for the list, or the files are not those of a site.
pub fn worker(template: &str, files: &Files) -> Result<String, Error> {
    if !files.contains_key("index.html") {
        return Err(Error::NotASite("there is no index.html"));
    }
    let digests: BTreeMap<&str, String> = files
        .iter()
        .filter(|(name, _)| is_requested(name, files))
        .map(|(name, content)| (name.as_str(), digest::sha256(content)))
        .collect();
    let digests = serde_json::json!(digests).to_string();
    // Another version whenever a file changes, or the code that serves them.
    let version = digest::short(format!("{template}{digests}").as_bytes());
    placeholders::fill(FILE, template, &[("{version}", &version), ("{files}", &digests)])
}

/// Writes the worker anew after somebody has changed files of a site.
///
/// # Errors
/// Where the template has no placeholder for the list, or the files are not those of a site.
pub fn renew_worker(template: &crate::Template, site: &mut Site) -> Result<(), Error> {
    let worker = worker(&template.worker, &site.files)?;
    site.add(FILE, worker);
    Ok(())
}

/// Whether a reader's browser ever requests a file. Hosts have files of their own that they do not serve, such as
/// `.htaccess`; and a compressed variant is requested by the name of its file.
fn is_requested(name: &str, files: &Files) -> bool {
    let hidden = name.split('/').any(|part| part.starts_with('.'));
    name != FILE && !hidden && !compress::is_variant(name, files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const VERSION = \"{version}\";\nconst FILES = {files};\n";

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn listed(of: &Files) -> BTreeMap<String, String> {
        let worker = worker(TEMPLATE, of).unwrap();
        let line = worker.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
        serde_json::from_str(line.trim_end_matches(';')).unwrap()
    }

    fn version(of: &Files) -> String {
        worker(TEMPLATE, of).unwrap().lines().next().unwrap().to_owned()
    }

    #[test]
    fn every_file_is_named_with_its_digest() {
        let listed = listed(&files(&[("index.html", ""), ("s/a b.html", "x"), ("worker.js", "old"), ("manifest", "")]));
        assert_eq!(listed.keys().map(String::as_str).collect::<Vec<_>>(), ["index.html", "manifest", "s/a b.html"]);
        // FIPS 180-4: the digest of nothing.
        assert_eq!(listed["index.html"], "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn what_no_reader_asks_for_is_not_named() {
        let site = files(&[("index.html", ""), ("index.html.br", ""), ("index.html.gz", ""), (".nojekyll", "")]);
        assert_eq!(listed(&site).len(), 1);
    }

    #[test]
    fn the_version_changes_with_any_file_and_with_nothing_else() {
        let site = files(&[("index.html", "one"), ("seeds/a.txt", "text")]);
        let first = version(&site);
        assert_eq!(version(&site), first);
        let second = version(&files(&[("index.html", "one"), ("seeds/a.txt", "other")]));
        assert_ne!(second, first);
        assert_ne!(version(&files(&[("index.html", "one"), ("seeds/b.txt", "other")])), second);
    }

    #[test]
    fn files_without_a_page_are_not_a_site() {
        let error = worker(TEMPLATE, &files(&[("seeds/a.txt", "text")])).unwrap_err();
        assert!(matches!(error, Error::NotASite(_)), "{error}");
    }

    #[test]
    fn a_template_without_placeholders_is_an_error() {
        let error = worker("const FILES = {files};", &files(&[("index.html", "")])).unwrap_err();
        assert!(error.to_string().contains("{version}"), "{error}");
    }
}
