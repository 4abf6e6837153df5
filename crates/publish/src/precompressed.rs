//! What of the compressed files is the same for every corpus, compressed once, when the template is made: as small as
//! can be takes a second and a half, which is ten times as long as the rest of publishing a small corpus.
//!
//! How it lies in the folder of a template, for each `FILE` of it that gets smaller:
//!
//! | file | what it is |
//! |---|---|
//! | `precompressed/FILE.br` | its variant in brotli; none of the one file's glue, which no host serves |
//! | `precompressed/FILE.deflate` | a part of a DEFLATE stream, see [`deflate`]: for gzip and the one file |
//!
//! Of the program both are parts, and without the preamble, which the corpus follows: see [`brotli_end`].
//!
//! A file of which there is such a part need not lie in the template once more: the program `briefing` has only the
//! parts.

use std::io::{self, Read};

use flate2::read::DeflateDecoder;
use rayon::prelude::*;

use crate::Files;
use crate::section::PREAMBLE;
use crate::streams::{BROTLI, Effort, LAST_BLOCK, brotli, brotli_end, deflate, is_compressible};

/// The folder of a template whose files are in every site as they are.
pub const AS_IS: &str = "site/";

/// The program in a template.
pub const PROGRAM: &str = "program.wasm";

/// The glue of the one file in a template.
pub const GLUE_OF_ONE_FILE: &str = "one-file/glue.js";

/// The folder in that of a template.
pub const FOLDER: &str = "precompressed";

/// The extension of parts of DEFLATE streams.
const DEFLATE: &str = "deflate";

/// The files in [`FOLDER`], by their names in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Precompressed(Files);

impl Precompressed {
    /// Takes them out of the files of a template, and puts back the files that are only among them.
    ///
    /// # Errors
    /// Names the file that is damaged.
    pub fn take_out_of(files: &mut Files) -> Result<Precompressed, String> {
        let folder = format!("{FOLDER}/");
        let found = files.extract_if(.., |name, _| name.starts_with(&folder));
        let found: Files = found.map(|(name, content)| (name[folder.len()..].to_owned(), content)).collect();
        for (name, part) in &found {
            let Some(file) = name.strip_suffix(DEFLATE).and_then(|name| name.strip_suffix('.')) else { continue };
            if !files.contains_key(file) {
                let mut content = if file == PROGRAM { PREAMBLE.to_vec() } else { Vec::new() };
                inflate(part, &mut content).map_err(|error| format!("{FOLDER}/{name} is damaged: {error}"))?;
                files.insert(file.to_owned(), content);
            }
        }
        Ok(Precompressed(found))
    }

    /// A file of the template in brotli.
    pub fn brotli(&self, name: &str) -> Option<&[u8]> {
        self.0.get(&format!("{name}.{BROTLI}")).map(Vec::as_slice)
    }

    /// A file of the template as a part of a DEFLATE stream.
    pub fn deflate(&self, name: &str) -> Option<&[u8]> {
        self.0.get(&format!("{name}.{DEFLATE}")).map(Vec::as_slice)
    }
}

/// The files in [`FOLDER`] for the files of a template, by their names in it.
///
/// # Errors
/// Where a file cannot be compressed.
pub fn precompress(template: &Files) -> io::Result<Files> {
    let compressed = |(name, content): (&String, &Vec<u8>)| -> io::Result<Vec<(String, Vec<u8>)>> {
        let of_program = content.strip_prefix(&PREAMBLE).filter(|_| name == PROGRAM);
        let content = of_program.unwrap_or(content);
        let mut variants = vec![(format!("{name}.{DEFLATE}"), deflate(content, Effort::Smallest)?)];
        if name != GLUE_OF_ONE_FILE {
            let brotli = if of_program.is_some() { brotli_end(content) } else { brotli(content, Effort::Smallest) }?;
            variants.push((format!("{name}.{BROTLI}"), brotli));
        }
        variants.retain(|(_, compressed)| compressed.len() < content.len());
        Ok(variants)
    };
    let is_used = |name: &str| name.starts_with(AS_IS) || name == PROGRAM || name == GLUE_OF_ONE_FILE;
    let files: Vec<_> = template.iter().filter(|(name, _)| is_used(name) && is_compressible(name)).collect();
    Ok(files.into_par_iter().map(compressed).collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Decompresses a part of a DEFLATE stream, after which there need be no other.
fn inflate(part: &[u8], content: &mut Vec<u8>) -> io::Result<()> {
    DeflateDecoder::new(part.chain(&LAST_BLOCK[..])).read_to_end(content).map(drop)
}
