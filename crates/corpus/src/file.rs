//! A briefing as a file, `NAME.briefing`: the compiled form, with all chunks in it, compressed behind a header. Numbers
//! are little endian. `boot/open.js` reads the same bytes in the page.
//!
//! | bytes | content |
//! |---|---|
//! | 0..8 | 89 42 52 46 0D 0A 1A 0A: [`MAGIC`] |
//! | 8..10 | version of the file format: [`FILE_VERSION`] |
//! | 10..16 | version of the program that made the file: major, minor and patch, two bytes each |
//! | 16..48 | SHA-256 of all other bytes of the file, in their order |
//! | 48..50 | version of the compiled form, see [`mod@crate::load`] |
//! | 50 | compression: 1 is gzip (RFC 1952), the only one |
//! | 51..55 | length of the compiled form |
//! | 55..59 | length of the compressed form |
//! | 59..67 | digest of the briefing, which is its edition |
//! | 67..69 | length of the title |
//! | 69.. | the title, in UTF-8 |
//! | then | the compressed form, to the end of the file |
//!
//! The first sixteen bytes are the same in every version of the format: by them an older program can say which program
//! reads the file. The magic number is made like that of PNG (RFC 2083, section 12.11): a transfer as text damages it.
//! Title and edition are in the header so that the page can say what the file is before, and when, it cannot be shown.
//!
//! Gzip because every browser undoes it (`DecompressionStream`) without code of ours, and every system has a program
//! for it. Brotli would be a tenth smaller, and no browser decompresses it for a page.
//!
//! [`read`] takes untrusted bytes: they are a briefing that [`crate::load()`] has validated, or an error.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::load::{FORMAT_VERSION, LoadError};
use crate::model::Briefing;
use crate::version_2::upgrade;

/// Magic number: the first bytes of the file.
pub const MAGIC: [u8; 8] = [0x89, b'B', b'R', b'F', b'\r', b'\n', 0x1A, b'\n'];

/// The version of the file format that this build writes, and the newest that it reads.
pub const FILE_VERSION: u16 = 1;

/// The extension of the file's name, without the dot before it.
pub const EXTENSION: &str = "briefing";

/// The most bytes of a file, and of the compiled form in it. A corpus of 100,000 statements has a tenth of it.
pub const MOST_BYTES: usize = 1 << 29;

/// The number of gzip in the header.
const GZIP: u8 = 1;

/// Length of the header without the title, in bytes.
const HEADER_LEN: usize = 69;

/// Where the digest begins and ends.
const DIGEST: std::ops::Range<usize> = 16..48;

/// The reason why bytes are not a briefing as a file, or why a briefing cannot be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The bytes do not begin with [`MAGIC`].
    NotABriefing,
    /// A program of this version made the file, and it is newer than this build can read.
    Newer([u16; 3]),
    /// The file ends too early.
    CutOff {
        /// Its length, in bytes.
        has: usize,
        /// The length that it should have, where that much of the header is there.
        of: Option<usize>,
    },
    /// Something in the file is not as it was written; names the part.
    Damaged(&'static str),
    /// The file, or the briefing in it, has more than [`MOST_BYTES`].
    TooLarge,
    /// The file is as it was written, but the briefing in it is invalid.
    Invalid(LoadError),
    /// A part of the briefing is in another file, and a file holds all of a briefing.
    InParts,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABriefing => f.write_str("this is not a briefing file"),
            Self::Newer([major, minor, patch]) => write!(
                f,
                "this briefing was made by a newer version of the program, Briefing {major}.{minor}.{patch}: open it \
                 with that version or a later one"
            ),
            Self::CutOff { has, of: None } => write!(f, "this briefing file is cut off after {has} bytes"),
            Self::CutOff { has, of: Some(whole) } => {
                write!(f, "this briefing file is cut off: it has {has} of its {whole} bytes")
            }
            Self::Damaged(part) => write!(f, "this briefing file is damaged: {part}"),
            Self::TooLarge => {
                write!(f, "this briefing file is too large: at most {} MB are read", MOST_BYTES / 1_000_000)
            }
            Self::Invalid(error) => write!(f, "this file holds no valid briefing: {error}"),
            Self::InParts => f.write_str("a part of the briefing is not there, and a briefing file holds all of it"),
        }
    }
}

impl std::error::Error for FileError {}

impl From<LoadError> for FileError {
    fn from(error: LoadError) -> Self {
        Self::Invalid(error)
    }
}

/// The file of a compiled briefing in the present version. The same briefing gives the same bytes.
///
/// # Errors
/// A [`FileError`] where the bytes are not a whole compiled briefing, or too large.
pub fn write(compiled: &[u8]) -> Result<Vec<u8>, FileError> {
    let briefing = whole(compiled)?;
    if compiled.len() > MOST_BYTES {
        return Err(FileError::TooLarge);
    }
    let title = shortened(briefing.title);
    let packed = compress(compiled).map_err(|_| FileError::TooLarge)?;
    let mut file = Vec::with_capacity(HEADER_LEN + title.len() + packed.len());
    file.extend(MAGIC);
    file.extend(FILE_VERSION.to_le_bytes());
    file.extend(program_version().into_iter().flat_map(u16::to_le_bytes));
    file.extend([0; 32]);
    file.extend(FORMAT_VERSION.to_le_bytes());
    file.push(GZIP);
    for length in [compiled.len(), packed.len()] {
        file.extend(u32::try_from(length).map_err(|_| FileError::TooLarge)?.to_le_bytes());
    }
    file.extend(briefing.digest.0);
    file.extend((title.len() as u16).to_le_bytes());
    file.extend(title.as_bytes());
    file.extend(packed);
    let digest = digest(&file);
    file[DIGEST].copy_from_slice(&digest);
    Ok(file)
}

/// The compiled briefing in a file, in the present version of the compiled form, all of it and valid.
///
/// # Errors
/// A [`FileError`] that says what is wrong with the file.
pub fn read(file: &[u8]) -> Result<Vec<u8>, FileError> {
    let header = Header::read(file)?;
    let compiled = decompress(header.packed, header.unpacked)?;
    let upgraded = match upgrade(&compiled)? {
        Cow::Borrowed(_) => None,
        Cow::Owned(upgraded) => Some(upgraded),
    };
    let compiled = upgraded.unwrap_or(compiled);
    let briefing = whole(&compiled)?;
    if briefing.digest.0 != *header.edition || shortened(briefing.title) != header.title {
        return Err(FileError::Damaged("its header is that of another briefing"));
    }
    Ok(compiled)
}

/// What the header says, and the compressed form.
struct Header<'f> {
    unpacked: usize,
    edition: &'f [u8],
    title: &'f str,
    packed: &'f [u8],
}

impl<'f> Header<'f> {
    /// Reads the header of a file that is as it was written.
    fn read(file: &'f [u8]) -> Result<Self, FileError> {
        if file.len() > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        let mut fields = Fields { rest: file.strip_prefix(&MAGIC).ok_or(FileError::NotABriefing)?, all: file.len() };
        let version = fields.number(2)?;
        let made_by = [fields.number(2)?, fields.number(2)?, fields.number(2)?].map(|number| number as u16);
        match version {
            0 => return Err(FileError::Damaged("the version of its format")),
            _ if version > usize::from(FILE_VERSION) => return Err(FileError::Newer(made_by)),
            _ => {}
        }
        let written_digest = fields.bytes(DIGEST.len())?;
        let (form, compression) = (fields.number(2)?, fields.number(1)?);
        let (unpacked, packed) = (fields.number(4)?, fields.number(4)?);
        let edition = fields.bytes(8)?;
        let title = fields.number(2)?;
        let whole = HEADER_LEN + title + packed;
        if file.len() < whole {
            return Err(FileError::CutOff { has: file.len(), of: Some(whole) });
        }
        // Not before: of a file that is cut off, it is known what is wrong.
        if digest(file) != *written_digest {
            return Err(FileError::Damaged("its digest is another"));
        }
        if file.len() > whole {
            return Err(FileError::Damaged("something stands after its end"));
        }
        if form > usize::from(FORMAT_VERSION) || compression != usize::from(GZIP) {
            return Err(FileError::Newer(made_by));
        }
        if unpacked > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        let title = std::str::from_utf8(fields.bytes(title)?).map_err(|_| FileError::Damaged("its title"))?;
        Ok(Header { unpacked, edition, title, packed: fields.rest })
    }
}

/// The fields of a header, from the first to the last.
struct Fields<'f> {
    rest: &'f [u8],
    /// Length of the file.
    all: usize,
}

impl<'f> Fields<'f> {
    fn bytes(&mut self, length: usize) -> Result<&'f [u8], FileError> {
        let cut_off = FileError::CutOff { has: self.all, of: None };
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(cut_off)?;
        self.rest = rest;
        Ok(bytes)
    }

    /// A number of at most four bytes.
    fn number(&mut self, length: usize) -> Result<usize, FileError> {
        let bytes = self.bytes(length)?;
        Ok(bytes.iter().rev().fold(0, |number, &byte| (number << 8) | usize::from(byte)))
    }
}

/// Loads a compiled briefing that must have all of its chunks.
fn whole(compiled: &[u8]) -> Result<Briefing<'_>, FileError> {
    let briefing = crate::load(compiled)?;
    let is_whole = briefing.chunks.list.iter().all(|chunk| chunk.file().is_none());
    if is_whole { Ok(briefing) } else { Err(FileError::InParts) }
}

/// As much of a title as the header has room for.
fn shortened(title: &str) -> &str {
    &title[..title.floor_char_boundary(usize::from(u16::MAX))]
}

/// Major, minor and patch of this build.
fn program_version() -> [u16; 3] {
    [env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"), env!("CARGO_PKG_VERSION_PATCH")]
        .map(|number| number.parse().unwrap_or(u16::MAX))
}

/// The SHA-256 of a file without the bytes that hold it.
fn digest(file: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(&file[..DIGEST.start]);
    hash.update(&file[DIGEST.end..]);
    hash.finalize().into()
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Undoes the compression. Memory is taken as the bytes arrive, and never for more than the header says.
fn decompress(packed: &[u8], length: usize) -> Result<Vec<u8>, FileError> {
    let mut decoder = GzDecoder::new(packed);
    let mut bytes = Vec::new();
    let limit = length as u64 + 1;
    (&mut decoder).take(limit).read_to_end(&mut bytes).map_err(|_| FileError::Damaged("its compressed form"))?;
    if bytes.len() != length {
        return Err(FileError::Damaged("it unpacks to another length than it says"));
    }
    if !decoder.into_inner().is_empty() {
        return Err(FileError::Damaged("something stands after its compressed form"));
    }
    Ok(bytes)
}
