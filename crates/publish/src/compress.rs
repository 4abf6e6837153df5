//! Compressed variants of files, for hosts that serve those: `.br` (brotli, RFC 7932) and `.gz` (gzip, RFC 1952).
//! Nothing links to them; a host picks one by what a browser accepts.
//!
//! Only the files that every reader loads are made small, because the last sixth of the size takes thirty times as
//! long; and as small as can be only those that are the same for every corpus, once, see [`crate::precompressed`]: that
//! takes three times as long again, for a fiftieth. A stream of which a part is compressed ahead is put together here.

use std::io;

use rayon::prelude::*;

use crate::for_programs::is_for_programs;
use crate::precompressed::{AS_IS, PROGRAM};
use crate::progress::{Counter, Report};
use crate::section::PREAMBLE;
use crate::streams::{BROTLI, Effort, LAST_OF_BROTLI, brotli, brotli_beginning, deflate, gzip, is_compressible};
use crate::{Files, Template, one_file, site::has_extension};

/// The extensions of the variants.
const VARIANTS: [&str; 2] = [BROTLI, "gz"];

/// The most bytes of a file that every reader loads that are made small.
const MOST_SMALL: usize = 4_000_000;

/// The variants of all files that get smaller by it.
pub fn variants(files: &Files, template: &Template, report: Report) -> io::Result<Files> {
    let files: Vec<(&String, &Vec<u8>)> = files.iter().filter(|(name, _)| is_compressible(name)).collect();
    let mut tasks: Vec<_> =
        files.into_iter().flat_map(|(name, content)| VARIANTS.map(|variant| (name, content, variant))).collect();
    // Slowest first: the last thread to end does not begin with the longest task.
    tasks.sort_by_key(|(name, content, _)| std::cmp::Reverse((effort(name, content.len()), content.len())));
    let counter = Counter::new(report, "compress files", tasks.len());
    let compress = |(name, content, variant): &(&String, &Vec<u8>, &str)| -> io::Result<_> {
        let compressed = compressed(name, content, variant, template)?;
        counter.count();
        // A host that finds no variant sends the file itself.
        Ok((compressed.len() < content.len()).then(|| (format!("{name}.{variant}"), compressed)))
    };
    // One at a time from the list, and not halves of it, whose tasks would differ most in size.
    let variants: Vec<Option<(String, Vec<u8>)>> =
        tasks.par_iter().with_max_len(1).map(compress).collect::<io::Result<_>>()?;
    Ok(variants.into_iter().flatten().collect())
}

/// A file in one of the [`VARIANTS`]: what of it is the template's has been compressed, the rest is.
fn compressed(name: &str, content: &[u8], variant: &str, template: &Template) -> io::Result<Vec<u8>> {
    let effort = effort(name, content.len());
    let is_brotli = variant == BROTLI;
    let precompressed =
        |file: &str| if is_brotli { template.precompressed.brotli(file) } else { template.precompressed.deflate(file) };
    if template.files.get(name).is_some_and(|file| *file == content)
        && let Some(ready) = precompressed(&format!("{AS_IS}{name}"))
    {
        return if is_brotli { Ok(ready.to_vec()) } else { Ok(gzip(content, &[ready])) };
    }
    let of_template = template.program.strip_prefix(&PREAMBLE).filter(|_| has_extension(name, "wasm"));
    if let Some(before) = of_template.and_then(|end| content.strip_suffix(end))
        && let Some(ready) = precompressed(PROGRAM)
    {
        return if is_brotli {
            Ok([&brotli_beginning(before, effort)?, ready, &LAST_OF_BROTLI].concat())
        } else {
            Ok(gzip(content, &[&deflate(before, effort)?, ready]))
        };
    }
    if is_brotli { brotli(content, effort) } else { Ok(gzip(content, &[&deflate(content, effort)?])) }
}

/// How hard a file of some length is compressed.
fn effort(name: &str, length: usize) -> Effort {
    // Written pages and texts are in folders, and the one file has nothing left to compress.
    let is_for_all = !name.contains('/') && name != one_file::FILE && !is_for_programs(name);
    if is_for_all && length <= MOST_SMALL { Effort::Small } else { Effort::Fast }
}

/// Whether a file is only the variant of another.
pub fn is_variant(name: &str, files: &Files) -> bool {
    name.rsplit_once('.').is_some_and(|(file, extension)| VARIANTS.contains(&extension) && files.contains_key(file))
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
        let variants = variants(&files, &Template::default(), &|_| {}).unwrap();
        assert_eq!(variants.keys().collect::<Vec<_>>(), ["s/a.html.br", "s/a.html.gz"]);
        let mut held = Vec::new();
        brotli::BrotliDecompress(&mut &*variants["s/a.html.br"], &mut held).unwrap();
        assert_eq!(held, text.as_bytes());
        let mut held = String::new();
        flate2::read::GzDecoder::new(&*variants["s/a.html.gz"]).read_to_string(&mut held).unwrap();
        assert_eq!(held, text);
    }

    #[test]
    fn what_every_reader_loads_is_made_small() {
        for name in ["index.html", "briefing-0.wasm", "a.css"] {
            assert_eq!(effort(name, 1_000_000), Effort::Small, "{name}");
        }
        let others =
            ["d/a.html", "briefing.html", "data/briefing.json", "feed.xml", "llms.txt"].map(|name| (name, 10_000));
        for (name, length) in others.into_iter().chain([("briefing-0.wasm", 50_000_000)]) {
            assert_eq!(effort(name, length), Effort::Fast, "{name}");
        }
    }

    #[test]
    fn the_part_after_a_short_beginning_may_refer_far_back() {
        // Bytes that do not repeat within 200 kB.
        let mut state = 1_u32;
        let mut byte = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let once: Vec<u8> = (0..200_000).map(|_| byte()).collect();
        let (corpus, program) = (b"corpus", [&*once, &once].concat());
        let ready = crate::streams::brotli_end(&program).unwrap();
        assert!(ready.len() < 210_000, "the second half refers to the first: {}", ready.len());
        let stream = [&*brotli_beginning(corpus, Effort::Small).unwrap(), &ready, &LAST_OF_BROTLI].concat();
        let mut held = Vec::new();
        brotli::BrotliDecompress(&mut &*stream, &mut held).unwrap();
        assert!(held == [&corpus[..], &program].concat());
    }

    #[test]
    fn a_file_that_only_ends_like_one_is_no_variant() {
        let files: Files = ["texts.gz", "a.css", "a.css.br"].map(|name| (name.to_owned(), Vec::new())).into();
        assert!(!is_variant("texts.gz", &files));
        assert!(is_variant("a.css.br", &files));
    }
}
