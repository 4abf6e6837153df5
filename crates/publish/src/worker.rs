//! The service worker (W3C Service Workers), which saves the site for reading without a connection: the template's,
//! with the name and the digest of every file filled in, those of chunks with their length apart from the others: they
//! are saved when they are fetched, or when the reader asks for it. Of a site with chunks only what the program needs
//! is named.
//!
//! The list is read off the files of the site, so that none can be forgotten. How files are saved and served is in
//! `boot/worker.js`.

use std::collections::BTreeMap;

use crate::for_programs::is_for_programs;
use crate::site::has_extension;
use crate::{Error, Files, Site, compress, one_file, placeholders};

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
    let is_large = files.keys().any(|name| is_chunk(name));
    let requested = || files.iter().filter(|(name, _)| is_requested(name, files));
    let at_once = requested().filter(|(name, _)| !is_large || is_program(name));
    let at_once: BTreeMap<&str, String> =
        at_once.map(|(name, content)| (name.as_str(), content_digest::sha256(content))).collect();
    let chunks: BTreeMap<&str, (String, usize)> = requested()
        .filter(|(name, _)| is_chunk(name))
        .map(|(name, content)| (name.as_str(), (content_digest::sha256(content), content.len())))
        .collect();
    let (at_once, chunks) = (serde_json::json!(at_once).to_string(), serde_json::json!(chunks).to_string());
    // Another version whenever a file changes, or the code that serves them.
    let version = content_digest::short(format!("{template}{at_once}{chunks}").as_bytes());
    placeholders::fill(FILE, template, &[("{version}", &version), ("{files}", &at_once), ("{chunks}", &chunks)])
}

/// Whether a file is a chunk of the corpus.
fn is_chunk(name: &str) -> bool {
    name.starts_with("data/") && has_extension(name, "bin")
}

/// Whether the program of a large site needs a file: its pages and texts are in folders, and the one file has
/// everything once more. They grow with the corpus, and a reader of the program can do without them.
fn is_program(name: &str) -> bool {
    !name.contains('/') && name != one_file::FILE
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
    name != FILE && !is_for_programs(name) && !hidden && !compress::is_variant(name, files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const VERSION = \"{version}\";\nconst FILES = {files};\nconst CHUNKS = {chunks};\n";

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
        let mut site = files(&[("index.html", ""), ("index.html.br", ""), ("index.html.gz", ""), (".nojekyll", "")]);
        site.extend(files(&[("data/briefing.json", ""), ("feed.xml", ""), ("llms.txt", "")]));
        assert_eq!(listed(&site).len(), 1);
    }

    #[test]
    fn chunks_are_named_apart_with_their_length_and_then_only_the_program_beside_them() {
        let site = files(&[
            ("index.html", ""),
            ("program.wasm", ""),
            ("briefing.html", ""),
            ("seeds/a.txt", ""),
            ("data/a.briefing", ""),
            ("data/0.bin", "x"),
            ("data/0.bin.br", ""),
        ]);
        assert_eq!(listed(&site).keys().map(String::as_str).collect::<Vec<_>>(), ["index.html", "program.wasm"]);
        let worker = worker(TEMPLATE, &site).unwrap();
        let digest = content_digest::sha256(b"x");
        assert_eq!(worker.lines().last(), Some(&*format!("const CHUNKS = {{\"data/0.bin\":[\"{digest}\",1]}};")));
        let without = worker_of_a_small_site();
        assert_eq!(without.lines().last(), Some("const CHUNKS = {};"));
    }

    fn worker_of_a_small_site() -> String {
        worker(TEMPLATE, &files(&[("index.html", ""), ("s/a.html", "")])).unwrap()
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
        let error =
            worker("const FILES = {files}; const CHUNKS = {chunks};", &files(&[("index.html", "")])).unwrap_err();
        assert!(error.to_string().contains("{version}"), "{error}");
    }
}
