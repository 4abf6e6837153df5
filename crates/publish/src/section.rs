//! The corpus as a custom section of the program: the WebAssembly Core Specification, version 2.0, section 5.5.3.
//!
//! A custom section is the byte 0, the length of the rest (LEB128), the length of its name (LEB128), the name and the
//! content. Virtual machines ignore it; `boot/boot.js` reads it with `WebAssembly.Module.customSections`. It is put
//! into the finished program, because the splitter drops sections that it does not know; and before all other sections,
//! so that what follows is the same bytes for every corpus, and can be compressed ahead (`precompressed`).

use std::fmt;

/// The name of the section, by which `boot/boot.js` finds it.
pub const NAME: &str = "briefing-corpus";

/// What a module begins with: the magic number and version 1 of the binary format.
pub const PREAMBLE: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The id of custom sections.
const CUSTOM: u8 = 0;

/// Why a corpus cannot be put into a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionError {
    /// The program is not a WebAssembly module.
    NotAModule,
    /// The program has a corpus already; a page with two of them could not be read.
    Present,
    /// The corpus is longer than the four gigabytes that a section can hold.
    TooLong,
}

impl fmt::Display for SectionError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::NotAModule => "the program is not a WebAssembly module",
            Self::Present => "the program has a corpus already",
            Self::TooLong => "the corpus does not fit into a section of the program",
        })
    }
}

impl std::error::Error for SectionError {}

/// Puts a compiled corpus into a module, as its first section.
pub fn insert(module: &[u8], corpus: &[u8]) -> Result<Vec<u8>, SectionError> {
    let sections = module.strip_prefix(&PREAMBLE).ok_or(SectionError::NotAModule)?;
    if custom_sections(sections)?.iter().any(|(name, _)| *name == NAME.as_bytes()) {
        return Err(SectionError::Present);
    }
    let mut content = leb128(NAME.len())?;
    content.extend_from_slice(NAME.as_bytes());
    content.extend_from_slice(corpus);
    Ok([&PREAMBLE[..], &[CUSTOM], &leb128(content.len())?, &content, sections].concat())
}

/// Name and content of a custom section.
type CustomSection<'m> = (&'m [u8], &'m [u8]);

/// Every custom section of a module's sections, in order.
fn custom_sections(sections: &[u8]) -> Result<Vec<CustomSection<'_>>, SectionError> {
    let mut rest = sections;
    let mut found = Vec::new();
    while let Some((&id, after_id)) = rest.split_first() {
        let (section, after_section) = read_sized(after_id).ok_or(SectionError::NotAModule)?;
        if id == CUSTOM {
            found.push(read_sized(section).ok_or(SectionError::NotAModule)?);
        }
        rest = after_section;
    }
    Ok(found)
}

/// Splits off as many bytes as the length before them says.
fn read_sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut length: u64 = 0;
    // A length of 32 bits takes at most five bytes.
    for (index, &byte) in bytes.iter().take(5).enumerate() {
        length |= u64::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return bytes[index + 1..].split_at_checked(usize::try_from(length).ok()?);
        }
    }
    None
}

/// A length of at most 32 bits, seven bits a byte, the lowest first.
fn leb128(length: usize) -> Result<Vec<u8>, SectionError> {
    let mut rest = u32::try_from(length).map_err(|_| SectionError::TooLong)?;
    let mut bytes = Vec::new();
    loop {
        let low = (rest & 0x7F) as u8;
        rest >>= 7;
        if rest == 0 {
            bytes.push(low);
            return Ok(bytes);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a type section and a custom section of a toolchain.
    fn module() -> Vec<u8> {
        [&PREAMBLE[..], &[1, 4, 1, 0x60, 0, 0], &[0, 5, 4], b"name"].concat()
    }

    #[test]
    fn the_corpus_is_the_first_section_byte_for_byte() {
        let with_corpus = insert(&module(), b"BRFG").unwrap();
        let sections = &module()[PREAMBLE.len()..];
        assert_eq!(with_corpus, [&PREAMBLE[..], &[0, 20, 15], b"briefing-corpus", b"BRFG", sections].concat());
    }

    #[test]
    fn a_corpus_of_any_length_is_read_back() {
        for length in [0_u32, 1, 111, 112, 113, 127, 128, 16_366, 16_367, 16_384, 3_000_000] {
            let corpus: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
            let with_corpus = insert(&module(), &corpus).unwrap();
            let sections = custom_sections(&with_corpus[PREAMBLE.len()..]).unwrap();
            assert_eq!(sections.len(), 2, "{length}");
            assert!(sections[0] == (NAME.as_bytes(), &corpus[..]), "{length}");
        }
    }

    #[test]
    fn a_length_has_the_bytes_of_the_specification() {
        assert_eq!(leb128(0).unwrap(), [0]);
        assert_eq!(leb128(127).unwrap(), [127]);
        assert_eq!(leb128(128).unwrap(), [0x80, 1]);
        // The example of the DWARF and WebAssembly specifications.
        assert_eq!(leb128(624_485).unwrap(), [0xE5, 0x8E, 0x26]);
        assert_eq!(leb128(u32::MAX as usize).unwrap(), [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
    }

    #[test]
    fn a_second_corpus_is_refused() {
        let with_corpus = insert(&module(), b"one").unwrap();
        assert_eq!(insert(&with_corpus, b"two"), Err(SectionError::Present));
    }

    #[test]
    fn what_is_not_a_module_is_refused() {
        let whole = module();
        for broken in [&b""[..], b"BRFG", &PREAMBLE[..4], &whole[..whole.len() - 1]] {
            assert_eq!(insert(broken, b""), Err(SectionError::NotAModule), "{broken:?}");
        }
    }

    #[test]
    fn boot_js_reads_the_section_of_this_name() {
        let boot = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../boot/boot.js");
        let boot = std::fs::read_to_string(boot).unwrap();
        assert!(boot.contains(&format!("WebAssembly.Module.customSections(module, \"{NAME}\")")));
    }
}
