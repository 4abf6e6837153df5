//! Compressed variants of files, for hosts that serve those: `.br` (brotli, RFC 7932) and `.gz` (gzip, RFC 1952).
//! Nothing links to them; a host picks one by what a browser accepts.
//!
//! Only the files that every reader loads are compressed at their best, because the last tenth of the size takes thirty
//! times as long.

use std::io::{self, Write};

use flate2::{Compression, write::GzEncoder};
use rayon::prelude::*;

use crate::for_programs::is_for_programs;
use crate::progress::{Counter, Report};
use crate::{Files, one_file, site::has_extension};

/// Extensions of what is text, or compresses like text. Pictures are compressed already.
const COMPRESSIBLE: [&str; 10] = ["bin", "css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The extension of a variant in brotli.
const BROTLI: &str = "br";

/// The extensions of the variants.
const VARIANTS: [&str; 2] = [BROTLI, "gz"];

/// The most bytes of a file that every reader loads that are compressed at their best.
const MOST_AT_BEST: usize = 4_000_000;

/// How hard a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effort {
    /// As small as can be: about a second a megabyte.
    Best,
    /// A tenth larger, in a thirtieth of the time.
    Fast,
}

/// The variants of all files that get smaller by it.
pub fn variants(files: &Files, report: Report) -> io::Result<Files> {
    let is_compressible = |name: &str| COMPRESSIBLE.iter().any(|extension| has_extension(name, extension));
    let files: Vec<(&String, &Vec<u8>)> = files.iter().filter(|(name, _)| is_compressible(name)).collect();
    let mut tasks: Vec<_> =
        files.into_iter().flat_map(|(name, content)| VARIANTS.map(|variant| (name, content, variant))).collect();
    // Largest first: the last thread to end does not begin with the longest task.
    tasks.sort_by_key(|(_, content, _)| std::cmp::Reverse(content.len()));
    let counter = Counter::new(report, "compress files", tasks.len());
    let compress = |(name, content, variant): &(&String, &Vec<u8>, &str)| -> io::Result<_> {
        let effort = effort(name, content.len());
        let compressed = if *variant == BROTLI { brotli(content, effort) } else { gzip(content, effort) }?;
        counter.count();
        // A host that finds no variant sends the file itself.
        Ok((compressed.len() < content.len()).then(|| (format!("{name}.{variant}"), compressed)))
    };
    // One at a time from the list, and not halves of it, whose tasks would differ most in size.
    let variants: Vec<Option<(String, Vec<u8>)>> =
        tasks.par_iter().with_max_len(1).map(compress).collect::<io::Result<_>>()?;
    Ok(variants.into_iter().flatten().collect())
}

/// How hard a file of some length is compressed.
fn effort(name: &str, length: usize) -> Effort {
    // Written pages and texts are in folders, and the one file has nothing left to compress.
    let is_for_all = !name.contains('/') && name != one_file::FILE && !is_for_programs(name);
    if is_for_all && length <= MOST_AT_BEST { Effort::Best } else { Effort::Fast }
}

/// Whether a file is only the variant of another.
pub fn is_variant(name: &str, files: &Files) -> bool {
    name.rsplit_once('.').is_some_and(|(file, extension)| VARIANTS.contains(&extension) && files.contains_key(file))
}

fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let quality = match effort {
        Effort::Best => 11,
        Effort::Fast => 5,
    };
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Best => Compression::best(),
        Effort::Fast => Compression::new(5),
    };
    // Without name and time, so that the same file always gives the same bytes.
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_gains_has_two_variants_that_hold_the_same() {
        let text = "the same words again and again, ".repeat(50);
        let files = [("s/a.html", text.as_str()), ("short.txt", "a"), ("icon.png", &text)];
        let files: Files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
        let variants = variants(&files, &|_| {}).unwrap();
        assert_eq!(variants.keys().collect::<Vec<_>>(), ["s/a.html.br", "s/a.html.gz"]);
        let mut held = Vec::new();
        brotli::BrotliDecompress(&mut &*variants["s/a.html.br"], &mut held).unwrap();
        assert_eq!(held, text.as_bytes());
        let mut held = String::new();
        flate2::read::GzDecoder::new(&*variants["s/a.html.gz"]).read_to_string(&mut held).unwrap();
        assert_eq!(held, text);
    }

    #[test]
    fn what_every_reader_loads_is_compressed_at_its_best() {
        for name in ["index.html", "briefing-0.wasm", "a.css"] {
            assert_eq!(effort(name, 1_000_000), Effort::Best, "{name}");
        }
        let others =
            ["d/a.html", "briefing.html", "data/briefing.json", "feed.xml", "llms.txt"].map(|name| (name, 10_000));
        for (name, length) in others.into_iter().chain([("briefing-0.wasm", 50_000_000)]) {
            assert_eq!(effort(name, length), Effort::Fast, "{name}");
        }
    }

    #[test]
    fn a_file_that_only_ends_like_one_is_no_variant() {
        let files: Files = ["texts.gz", "a.css", "a.css.br"].map(|name| (name.to_owned(), Vec::new())).into();
        assert!(!is_variant("texts.gz", &files));
        assert!(is_variant("a.css.br", &files));
    }
}
