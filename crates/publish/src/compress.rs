//! Compressed variants of files, for hosts that serve those: `.br` (brotli, RFC 7932) and `.gz` (gzip, RFC 1952).
//! Nothing links to them; a host picks one by what a browser accepts.
//!
//! Only the files that every reader loads are compressed at their best, because the last tenth of the size takes thirty
//! times as long. Those that are the same for every corpus have been, see [`crate::precompressed`]; a stream of which a
//! part is compressed ahead is put together here.

use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;

use brotli::enc::BrotliEncoderParams;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use rayon::prelude::*;

use crate::for_programs::is_for_programs;
use crate::progress::{Counter, Report};
use crate::section::PREAMBLE;
use crate::template::{AS_IS, PROGRAM};
use crate::{Files, Template, one_file, site::has_extension};

/// Extensions of what is text, or compresses like text. Pictures are compressed already.
const COMPRESSIBLE: [&str; 10] = ["bin", "css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The extension of a variant in brotli.
pub const BROTLI: &str = "br";

/// The extensions of the variants.
const VARIANTS: [&str; 2] = [BROTLI, "gz"];

/// The last block of a DEFLATE stream, without content: RFC 1951, section 3.2.3.
pub const LAST_BLOCK: [u8; 2] = [3, 0];

/// The end of a brotli stream: an empty last block (RFC 7932, section 9.2).
const LAST_OF_BROTLI: [u8; 1] = [3];

/// The most bytes of a file that every reader loads that are compressed at their best.
const MOST_AT_BEST: usize = 4_000_000;

/// How hard a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Effort {
    /// A tenth larger, in a thirtieth of the time.
    Fast,
    /// As small as can be: about a second a megabyte.
    Best,
}

/// Whether a file gets smaller by compression, unless it is very short.
pub fn is_compressible(name: &str) -> bool {
    COMPRESSIBLE.iter().any(|extension| has_extension(name, extension))
}

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
    if is_brotli { brotli(content, &quality(effort)) } else { Ok(gzip(content, &[&deflate(content, effort)?])) }
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

fn quality(effort: Effort) -> BrotliEncoderParams {
    let quality = match effort {
        Effort::Best => 11,
        Effort::Fast => 5,
    };
    BrotliEncoderParams { quality, lgwin: 22, ..BrotliEncoderParams::default() }
}

fn level(effort: Effort) -> Compression {
    match effort {
        Effort::Best => Compression::best(),
        Effort::Fast => Compression::new(5),
    }
}

fn brotli(bytes: &[u8], parameters: &BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, parameters)?;
    Ok(compressed)
}

/// A brotli stream, as small as can be.
pub fn brotli_best(bytes: &[u8]) -> io::Result<Vec<u8>> {
    brotli(bytes, &quality(Effort::Best))
}

/// The beginning of a brotli stream, up to a whole byte.
fn brotli_beginning(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    brotli(bytes, &BrotliEncoderParams { appendable: true, bare_stream: true, ..quality(effort) })
}

/// A part of a brotli stream that may follow any other, up to a whole byte. It has no header, and refers neither to
/// what is before it nor to the dictionary, whose words are addressed by how much that is.
pub fn brotli_end(bytes: &[u8]) -> io::Result<Vec<u8>> {
    brotli(bytes, &BrotliEncoderParams { catable: true, bare_stream: true, ..quality(Effort::Best) })
}

/// A part of a DEFLATE stream (RFC 1951), up to a whole byte. It refers to nothing before it, and others may follow.
fn deflate(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), level(effort));
    encoder.write_all(bytes)?;
    // Ends with a block without content, which fills a byte. Dropped before it writes the last block of all.
    encoder.flush()?;
    Ok(mem::take(encoder.get_mut()))
}

/// A part of a DEFLATE stream, as small as can be. It refers to nothing before it, and others may follow.
pub fn deflate_part(bytes: &[u8]) -> io::Result<Vec<u8>> {
    deflate(bytes, Effort::Best)
}

/// A gzip file (RFC 1952) of parts of a DEFLATE stream.
fn gzip(content: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // Section 2.3.1: DEFLATE, without name and time, so that the same file always gives the same bytes.
    const HEADER: [u8; 10] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
    let mut checksum = Crc::new();
    checksum.update(content);
    let (sum, length) = (checksum.sum().to_le_bytes(), checksum.amount().to_le_bytes());
    [&HEADER, &parts.concat()[..], &LAST_BLOCK, &sum, &length].concat()
}

/// A zlib stream (RFC 1950) of contents, each with the part of a DEFLATE stream that it is.
pub fn zlib<'c>(parts: impl IntoIterator<Item = (&'c [u8], Cow<'c, [u8]>)>) -> Vec<u8> {
    // Section 2.2: DEFLATE with a window of 32 kB, compressed as small as can be.
    let mut stream = vec![0x78, 0xDA];
    let mut checksum = adler2::Adler32::new();
    for (content, part) in parts {
        checksum.write_slice(content);
        stream.extend_from_slice(&part);
    }
    stream.extend_from_slice(&LAST_BLOCK);
    stream.extend_from_slice(&checksum.checksum().to_be_bytes());
    stream
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
