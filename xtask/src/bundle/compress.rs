//! A compressed variant beside each file that gains by one, for hosts that serve those as they are: `.br` (brotli, RFC
//! 7932) and `.gz` (gzip, RFC 1952), both at their best. Nobody links to them; a host picks one by what a browser accepts.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

use super::is;

/// What is written as text, or compresses like it. Pictures are compressed already.
const KINDS: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The endings of the variants.
const VARIANTS: [&str; 2] = ["br", "gz"];

/// Writes the variants for every file below `folder`.
pub fn compress(folder: &Path) -> Result<()> {
    for file in files_below(folder)? {
        if is_variant(&file) || !KINDS.iter().any(|kind| is(&file, kind)) {
            continue;
        }
        let bytes = fs::read(&file)?;
        for (ending, compressed) in VARIANTS.into_iter().zip([brotli(&bytes)?, gzip(&bytes)?]) {
            // A host that finds none sends the file itself.
            if compressed.len() < bytes.len() {
                let variant = variant(&file, ending);
                fs::write(&variant, compressed).with_context(|| format!("cannot write {}", variant.display()))?;
            }
        }
    }
    Ok(())
}

/// The name of a file's variant: `index.html.br`.
pub fn variant(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Whether a file is only the variant of another.
pub fn is_variant(file: &Path) -> bool {
    VARIANTS.iter().any(|ending| is(file, ending)) && file.with_extension("").exists()
}

/// All files in a folder and the folders in it.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// As a static host would serve it.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // Without name and time, so that the same file always gives the same bytes.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_gains_has_two_variants_that_hold_the_same() {
        let folder = std::env::temp_dir().join(format!("briefing-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("s")).unwrap();
        let text = "the same words again and again, ".repeat(50);
        for (name, text) in [("s/a.html", text.as_str()), ("short.txt", "a"), ("icon.png", &text)] {
            fs::write(folder.join(name), text).unwrap();
        }
        compress(&folder).unwrap();
        // A second time there is nothing more to do.
        compress(&folder).unwrap();
        let mut names: Vec<_> = files_below(&folder).unwrap();
        names.retain(|file| is_variant(file));
        names.sort();
        assert_eq!(names, [folder.join("s/a.html.br"), folder.join("s/a.html.gz")]);
        let mut held = Vec::new();
        brotli::BrotliDecompress(&mut &*fs::read(&names[0]).unwrap(), &mut held).unwrap();
        assert_eq!(held, text.as_bytes());
        let mut held = String::new();
        flate2::read::GzDecoder::new(&*fs::read(&names[1]).unwrap()).read_to_string(&mut held).unwrap();
        assert_eq!(held, text);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_file_that_only_ends_like_one_is_no_variant() {
        assert!(!is_variant(Path::new("no-such-folder/texts.gz")));
    }
}
