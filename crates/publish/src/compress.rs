//! Compressed variants of files, for hosts that serve those: `.br` (brotli, RFC 7932) and `.gz` (gzip, RFC 1952), both
//! at their best. Nothing links to them; a host picks one by what a browser accepts.

use std::{
    io::{self, Write},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use flate2::{Compression, write::GzEncoder};

use crate::{Files, site::has_extension};

/// Extensions of what is text, or compresses like text. Pictures are compressed already.
const COMPRESSIBLE: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The extensions of the variants.
const VARIANTS: [&str; 2] = ["br", "gz"];

/// Compresses some bytes.
type Compressor = fn(&[u8]) -> io::Result<Vec<u8>>;

/// The variants of all files that get smaller by it. As many threads compress as the machine has processors.
pub fn variants(files: &Files) -> io::Result<Files> {
    let compressors: [(&str, Compressor); 2] = [(VARIANTS[0], brotli), (VARIANTS[1], gzip)];
    let mut tasks: Vec<_> = files
        .iter()
        .filter(|(name, _)| COMPRESSIBLE.iter().any(|extension| has_extension(name, extension)))
        .flat_map(|(name, content)| compressors.map(|compressor| (name, content, compressor)))
        .collect();
    // Largest first: the last thread to end does not begin with the longest task.
    tasks.sort_by_key(|(_, content, _)| std::cmp::Reverse(content.len()));
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((name, content, (extension, compress))) = tasks.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let result = compress(content).map(|compressed| (name, content.len(), extension, compressed));
                    results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(result);
                }
            });
        }
    });
    let mut variants = Files::new();
    for result in results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        let (name, length, extension, compressed) = result?;
        // A host that finds no variant sends the file itself.
        if compressed.len() < length {
            variants.insert(format!("{name}.{extension}"), compressed);
        }
    }
    Ok(variants)
}

/// Whether a file is only the variant of another.
pub fn is_variant(name: &str, files: &Files) -> bool {
    name.rsplit_once('.').is_some_and(|(file, extension)| VARIANTS.contains(&extension) && files.contains_key(file))
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // Without name and time, so that the same file always gives the same bytes.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
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
        let variants = variants(&files).unwrap();
        assert_eq!(variants.keys().collect::<Vec<_>>(), ["s/a.html.br", "s/a.html.gz"]);
        let mut held = Vec::new();
        brotli::BrotliDecompress(&mut &*variants["s/a.html.br"], &mut held).unwrap();
        assert_eq!(held, text.as_bytes());
        let mut held = String::new();
        flate2::read::GzDecoder::new(&*variants["s/a.html.gz"]).read_to_string(&mut held).unwrap();
        assert_eq!(held, text);
    }

    #[test]
    fn a_file_that_only_ends_like_one_is_no_variant() {
        let files: Files = ["texts.gz", "a.css", "a.css.br"].map(|name| (name.to_owned(), Vec::new())).into();
        assert!(!is_variant("texts.gz", &files));
        assert!(is_variant("a.css.br", &files));
    }
}
