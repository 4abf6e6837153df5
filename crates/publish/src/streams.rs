//! Compressed streams, whole or in parts that are put together: brotli (RFC 7932), DEFLATE (RFC 1951), and what has
//! DEFLATE inside, gzip (RFC 1952) and zlib (RFC 1950).

use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;

use brotli::enc::BrotliEncoderParams;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::site::has_extension;

/// Extensions of what is text, or compresses like text. Pictures are compressed already.
const COMPRESSIBLE: [&str; 10] = ["bin", "css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The extension of files in brotli.
pub const BROTLI: &str = "br";

/// The last block of a DEFLATE stream, without content: RFC 1951, section 3.2.3.
pub const LAST_BLOCK: [u8; 2] = [3, 0];

/// The end of a brotli stream: an empty last block (RFC 7932, section 9.2).
pub const LAST_OF_BROTLI: [u8; 1] = [3];

/// The base-two logarithm of the largest window in brotli: 4 MB.
const LARGEST_WINDOW: i32 = 22;

/// How hard a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// A sixth larger than can be, in a hundredth of the time.
    Fast,
    /// A fiftieth larger than can be, in a third of the time.
    Small,
    /// As small as can be: about a second a megabyte.
    Smallest,
}

/// Whether a file gets smaller by compression, unless it is very short.
pub fn is_compressible(name: &str) -> bool {
    COMPRESSIBLE.iter().any(|extension| has_extension(name, extension))
}

/// The parameters of a whole stream in brotli, for so many bytes. With a window no larger than these, short files take
/// half the time; with one below 128 kB the encoder finds matches in another way, which is slow to begin with.
fn parameters(effort: Effort, length: usize) -> BrotliEncoderParams {
    let lgwin = length.next_power_of_two().ilog2().cast_signed().clamp(17, LARGEST_WINDOW);
    let quality = match effort {
        Effort::Smallest => 11,
        Effort::Small => 10,
        Effort::Fast => 5,
    };
    BrotliEncoderParams { quality, lgwin, ..BrotliEncoderParams::default() }
}

/// The level of a stream in DEFLATE.
fn level(effort: Effort) -> Compression {
    match effort {
        Effort::Small | Effort::Smallest => Compression::best(),
        Effort::Fast => Compression::new(5),
    }
}

fn brotli_stream(bytes: &[u8], parameters: &BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, parameters)?;
    Ok(compressed)
}

/// A whole brotli stream.
pub fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    brotli_stream(bytes, &parameters(effort, bytes.len()))
}

/// The beginning of a brotli stream, up to a whole byte.
pub fn brotli_beginning(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    // The header declares the window of the whole stream.
    let parameters = BrotliEncoderParams {
        appendable: true,
        bare_stream: true,
        lgwin: LARGEST_WINDOW,
        ..parameters(effort, bytes.len())
    };
    brotli_stream(bytes, &parameters)
}

/// A part of a brotli stream that may follow any other, up to a whole byte. It has no header, and refers neither to
/// what is before it nor to the dictionary, whose words are addressed by how much that is.
pub fn brotli_end(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // A window of 256 kB makes the program 0.2 percent smaller than the largest one.
    let parameters = BrotliEncoderParams {
        catable: true,
        bare_stream: true,
        lgwin: 18,
        ..parameters(Effort::Smallest, bytes.len())
    };
    brotli_stream(bytes, &parameters)
}

/// A part of a DEFLATE stream (RFC 1951), up to a whole byte. It refers to nothing before it, and others may follow.
pub fn deflate(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), level(effort));
    encoder.write_all(bytes)?;
    // Ends with a block without content, which fills a byte. Dropped before it writes the last block of all.
    encoder.flush()?;
    Ok(mem::take(encoder.get_mut()))
}

/// A gzip file (RFC 1952) of parts of a DEFLATE stream.
pub fn gzip(content: &[u8], parts: &[&[u8]]) -> Vec<u8> {
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
