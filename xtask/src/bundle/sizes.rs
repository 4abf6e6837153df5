//! What a reader has to load, in bytes. Only measures; the budget is in `bench.rs`.

use std::{fmt, fs, path::Path};

use anyhow::{Context, Result};

use super::files::{files_below, has_extension, is_variant, variant};

/// The one file.
const ONE_FILE: &str = "briefing.html";

/// The files of a bundle with their sizes.
#[derive(Debug)]
pub struct Sizes {
    files: Vec<FileSize>,
}

#[derive(Debug)]
struct FileSize {
    name: String,
    raw: u64,
    brotli: u64,
    part: Part,
}

/// When a file is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Before the first view.
    First,
    /// With other views and on demand.
    Later,
    /// Not by the page: icons, static pages, the one file, the service worker.
    Beside,
}

impl Sizes {
    /// Measures every file below `dist`.
    pub fn measure(dist: &Path) -> Result<Self> {
        let page = fs::read_to_string(dist.join("index.html"))
            .with_context(|| format!("there is no bundle in {}", dist.display()))?;
        let mut files = Vec::new();
        for path in files_below(dist)?.into_iter().filter(|file| !is_variant(file)) {
            let bytes = fs::read(&path)?;
            let relative = path.strip_prefix(dist).unwrap_or(&path);
            let name = relative.to_string_lossy().replace('\\', "/");
            // Scripts, styles and the program that the page names; it does not wait for texts and icons.
            let waited_for = ["js", "css", "wasm"].iter().any(|extension| has_extension(relative, extension));
            // A browser does not wait for a style sheet for print, nor for what only a script may load.
            let is_address = |attribute: &str| ["href=", "src="].iter().any(|start| attribute.starts_with(start));
            let named = |tag: &str| {
                let mut attributes = tag.split_whitespace();
                attributes.any(|attribute| is_address(attribute) && attribute.contains(&name))
                    && !tag.contains("media=print")
                    && !tag.contains("media=\"print\"")
            };
            let for_offline = ["offline.", "worker."].iter().any(|start| name.starts_with(start));
            let part = if name == "index.html" || waited_for && page.split('<').any(named) {
                Part::First
            } else if !for_offline && (waited_for || name.starts_with("seeds/") && has_extension(relative, "txt")) {
                Part::Later
            } else {
                Part::Beside
            };
            files.push(FileSize { name, raw: bytes.len() as u64, brotli: brotli_size(&path, &bytes), part });
        }
        files.sort_by(|a, b| a.part.cmp(&b.part).then(b.brotli.cmp(&a.brotli)));
        Ok(Self { files })
    }

    /// Bytes that the first view needs: as files, and compressed.
    pub fn first_view(&self) -> (u64, u64) {
        self.sum(|file| file.part == Part::First)
    }

    /// Bytes of all that the served page may load and the one file has in it, as files and compressed. Icons, the
    /// service worker and its script, the schema and static pages do not count.
    pub fn served(&self) -> (u64, u64) {
        self.sum(|file| file.part != Part::Beside)
    }

    /// Bytes of the one file.
    pub fn one_file(&self) -> u64 {
        self.sum(|file| file.name == ONE_FILE).0
    }

    /// Size of the one file relative to the compressed size of what the served page loads, in hundredths.
    pub fn one_file_ratio(&self) -> u64 {
        (self.one_file() * 100).div_ceil(self.served().1.max(1))
    }

    fn sum(&self, counts: impl Fn(&FileSize) -> bool) -> (u64, u64) {
        let files = self.files.iter().filter(|file| counts(file));
        files.fold((0, 0), |(raw, brotli), file| (raw + file.raw, brotli + file.brotli))
    }
}

impl FileSize {
    /// Whether it is a static page, of which there is one for each statement and actor.
    fn is_static_page(&self) -> bool {
        self.part == Part::Beside && ["a/", "d/", "p/", "s/"].iter().any(|folder| self.name.starts_with(folder))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let needs = "the first view needs";
        let loads = "all that the page loads";
        let width = self.files.iter().map(|file| file.name.len()).max().unwrap_or(0).max(loads.len());
        let mut row = |name: &str, raw: &str, brotli: &str| writeln!(f, "  {name:width$}  {raw:>10}  {brotli:>10}");
        row("in dist/", "raw", "brotli")?;
        for file in self.files.iter().filter(|file| !file.is_static_page()) {
            row(&file.name, &kb(file.raw), &kb(file.brotli))?;
        }
        let mut sum = |name: &str, (raw, brotli): (u64, u64)| row(name, &kb(raw), &kb(brotli));
        let static_pages = self.files.iter().filter(|file| file.is_static_page()).count();
        sum(&format!("{static_pages} pages in a/, d/, p/ and s/"), self.sum(FileSize::is_static_page))?;
        sum(needs, self.first_view())?;
        sum(loads, self.served())?;
        let ratio = self.one_file_ratio();
        writeln!(f, "  {} is {}.{:02} times what the page loads in brotli", ONE_FILE, ratio / 100, ratio % 100)
    }
}

/// Thousands of bytes, as the budgets count.
fn kb(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// Size as a static host serves it: of the brotli variant, or of the file where that would not be smaller.
fn brotli_size(file: &Path, bytes: &[u8]) -> u64 {
    fs::metadata(variant(file, "br")).map_or(bytes.len() as u64, |variant| variant.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_waits_for_counts_as_first_view() {
        let dist = std::env::temp_dir().join(format!("briefing-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("seeds")).unwrap();
        let page =
            "<script data-later=./later.wasm src=boot.js></script><link rel=icon href=icon.svg><a href=seeds/a.txt>";
        for (name, text) in [
            ("index.html", page),
            ("boot.js", "start()"),
            ("later.wasm", "later"),
            ("icon.svg", "<svg/>"),
            ("seeds/a.txt", "text"),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        let (raw, brotli) = Sizes::measure(&dist).unwrap().first_view();
        assert_eq!(brotli, raw, "there are no variants");
        fs::write(dist.join("index.html.br"), "shorter").unwrap();
        fs::write(dist.join(ONE_FILE), "0123456789").unwrap();
        let sizes = Sizes::measure(&dist).unwrap();
        let (same, served) = sizes.first_view();
        assert!(same == raw && served < brotli && sizes.files.len() == 6, "variants are counted: {sizes}");
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(raw, page.len() as u64 + 7);
        let (raw_of_all, brotli_of_all) = sizes.served();
        assert_eq!(raw_of_all, raw + 9, "the text and what a script loads count, the icon and the one file do not");
        assert_eq!(sizes.one_file(), 10);
        assert_eq!(sizes.one_file_ratio(), 1000_u64.div_ceil(brotli_of_all));
    }

    #[test]
    fn sizes_read_as_the_budget_does() {
        assert_eq!(kb(149_999), "149.9 kB");
    }
}
