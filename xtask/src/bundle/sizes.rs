//! How much a reader has to load. Measures files; the budget itself is the bench's.

use std::{fmt, fs, path::Path};

use anyhow::{Context, Result};

use super::{
    compress::{brotli, files_below, is_variant, variant},
    is,
};

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
    first_view: bool,
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
            // Scripts, styles and the program that the page names; texts and icons are not waited for.
            let waited_for = ["js", "css", "wasm"].iter().any(|extension| is(relative, extension));
            // A browser waits for no sheet that is not for the screen.
            let named =
                |tag: &str| tag.contains(&name) && !tag.contains("media=print") && !tag.contains("media=\"print\"");
            let first_view = name == "index.html" || waited_for && page.split('<').any(named);
            files.push(FileSize { name, raw: bytes.len() as u64, brotli: brotli_size(&path, &bytes)?, first_view });
        }
        files.sort_by(|a, b| b.first_view.cmp(&a.first_view).then(b.brotli.cmp(&a.brotli)));
        Ok(Self { files })
    }

    /// What the first view needs, in bytes: as it is, and compressed.
    pub fn first_view(&self) -> (u64, u64) {
        let first = self.files.iter().filter(|file| file.first_view);
        first.fold((0, 0), |(raw, brotli), file| (raw + file.raw, brotli + file.brotli))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (raw, brotli) = self.first_view();
        let name = "the first view needs";
        let width = self.files.iter().map(|file| file.name.len()).max().unwrap_or(0).max(name.len());
        let mut row = |name: &str, raw: &str, brotli: &str| writeln!(f, "  {name:width$}  {raw:>10}  {brotli:>10}");
        row("in dist/", "raw", "brotli")?;
        for file in &self.files {
            row(&file.name, &kb(file.raw), &kb(file.brotli))?;
        }
        row(name, &kb(raw), &kb(brotli))
    }
}

/// Thousands of bytes, as the budgets count.
fn kb(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// Size after brotli at its best, which is what a static host serves; of the variant beside it where there is one.
fn brotli_size(file: &Path, bytes: &[u8]) -> Result<u64> {
    match fs::metadata(variant(file, "br")) {
        Ok(variant) => Ok(variant.len()),
        Err(_) => Ok(brotli(bytes)?.len() as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_waits_for_counts_as_first_view() {
        let dist = std::env::temp_dir().join(format!("briefing-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("seeds")).unwrap();
        let page = "<script src=boot.js></script><link rel=icon href=icon.svg><a href=seeds/a.txt>";
        for (name, text) in
            [("index.html", page), ("boot.js", "start()"), ("icon.svg", "<svg/>"), ("seeds/a.txt", "text")]
        {
            fs::write(dist.join(name), text).unwrap();
        }
        let (raw, brotli) = Sizes::measure(&dist).unwrap().first_view();
        super::super::compress::compress(&dist).unwrap();
        fs::write(dist.join("index.html.br"), "shorter").unwrap();
        let sizes = Sizes::measure(&dist).unwrap();
        let (same, served) = sizes.first_view();
        assert!(same == raw && served < brotli && sizes.files.len() == 4, "variants are counted: {sizes}");
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(raw, page.len() as u64 + 7);
        assert!(brotli > 0);
    }

    #[test]
    fn sizes_read_as_the_budget_does() {
        assert_eq!(kb(149_999), "149.9 kB");
    }
}
