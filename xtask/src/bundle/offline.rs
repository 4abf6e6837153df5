//! What has browsers keep the bundle for reading without a connection: a service worker that names every file of the build
//! with its digest, and the script that registers it.
//!
//! The list is read off the folder, so that nothing can be forgotten in it. How files are kept and served is in
//! `boot/worker.js`.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};

use super::{
    compress::{files_below, is_variant},
    digest, program,
};
use crate::paths;

/// Not named by its content, because browsers know it by its address.
const WORKER: &str = "worker.js";

/// What the page loads when all else is there. Their names stay, too: `boot.js` is hashed before they are.
const SCRIPTS: [&str; 2] = ["offline.js", "offline.css"];

/// Puts the script beside the page, with the style of what it says.
pub fn add_scripts(staging: &Path) -> Result<()> {
    for name in SCRIPTS {
        program::minify(&paths::root().join("boot").join(name), &staging.join(name), &["--format=esm"])?;
    }
    Ok(())
}

/// Writes the service worker for the files that are in `folder` now.
pub fn write_worker(folder: &Path) -> Result<()> {
    let template = fs::read_to_string(paths::root().join("boot").join(WORKER)).context("cannot read boot/worker.js")?;
    let files = serde_json::to_string(&digests(folder)?)?;
    let worker = fill(&template, &files)?;
    fs::write(folder.join(WORKER), worker).context("cannot write worker.js")
}

/// Every file that a reader can ask for, with its digest.
fn digests(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for path in files_below(folder)? {
        let relative = path.strip_prefix(folder)?;
        let name = relative.to_str().context("a file's name is not Unicode")?.replace('\\', "/");
        // Hosts have files of their own that they do not serve, such as .htaccess and .nojekyll.
        let hidden = name.split('/').any(|part| part.starts_with('.'));
        // Nor do readers ask for compressed variants.
        if name != WORKER && !hidden && !is_variant(&path) {
            files.insert(name, digest::sha256(&fs::read(&path)?));
        }
    }
    ensure!(files.contains_key("index.html"), "there is no bundle in {}", folder.display());
    Ok(files)
}

/// The version is a digest of the files and of the code that serves them: whatever changes, it is another one.
fn fill(template: &str, files: &str) -> Result<String> {
    let version = digest::short(format!("{template}{files}").as_bytes());
    [("{version}", version.as_str()), ("{files}", files)].iter().try_fold(
        template.to_owned(),
        |worker, (place, value)| {
            ensure!(worker.matches(place).count() == 1, "boot/worker.js needs one place for {place}");
            Ok(worker.replace(place, value))
        },
    )
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn bundle(test: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("briefing-offline-{test}-{}", std::process::id()));
        for (name, text) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn version(folder: &Path) -> String {
        write_worker(folder).unwrap();
        let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
        worker.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned()
    }

    #[test]
    fn every_file_is_named_with_its_digest() {
        let folder =
            bundle("names", &[("index.html", ""), ("s/a b.html", "x"), ("worker.js", "old"), ("manifest", "")]);
        write_worker(&folder).unwrap();
        let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let line = worker.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
        let files: BTreeMap<String, String> = serde_json::from_str(line.trim_end_matches(';')).unwrap();
        assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), ["index.html", "manifest", "s/a b.html"]);
        // FIPS 180-4: the digest of nothing.
        assert_eq!(files["index.html"], "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn what_no_reader_asks_for_is_not_named() {
        let folder =
            bundle("not", &[("index.html", ""), ("index.html.br", ""), ("index.html.gz", ""), (".nojekyll", "")]);
        let files = digests(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(files.len(), 1, "{files:?}");
    }

    #[test]
    fn the_version_changes_with_any_file_and_with_nothing_else() {
        let folder = bundle("version", &[("index.html", "one"), ("seeds/a.txt", "text")]);
        let first = version(&folder);
        assert_eq!(version(&folder), first);
        fs::write(folder.join("seeds/a.txt"), "other").unwrap();
        let second = version(&folder);
        assert_ne!(second, first);
        fs::rename(folder.join("seeds/a.txt"), folder.join("seeds/b.txt")).unwrap();
        assert_ne!(version(&folder), second);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_without_a_page_is_no_bundle() {
        let folder = bundle("none", &[("seeds/a.txt", "text")]);
        let error = write_worker(&folder).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.contains("there is no bundle"), "{error}");
    }

    #[test]
    fn a_template_without_places_is_an_error() {
        assert!(fill("const FILES = {files};", "{}").unwrap_err().to_string().contains("{version}"));
    }
}
