//! Files of a bundle: their names, and how they are found and written.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use content_digest::short;

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

/// Whether a file has this extension, in capitals or not.
pub fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// The name of a file's compressed variant: `index.html.br`.
pub fn variant(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

/// Whether a file is only the compressed variant of another.
pub fn is_variant(file: &Path) -> bool {
    ["br", "gz"].iter().any(|extension| has_extension(file, extension)) && file.with_extension("").exists()
}

/// Copies a file into a folder under a name that changes with its content, and returns the name.
pub fn write_hashed(folder: &Path, file: &Path) -> Result<String> {
    let bytes = fs::read(file)?;
    let stem = file.file_stem().and_then(OsStr::to_str).context("a part has no name")?;
    let extension = file.extension().and_then(OsStr::to_str).context("a part has no extension")?;
    let name = hashed_name(stem, &bytes, extension);
    write(&folder.join(&name), &bytes)?;
    Ok(name)
}

fn hashed_name(stem: &str, bytes: &[u8], extension: &str) -> String {
    format!("{}-{}.{extension}", stem.strip_prefix("split_").unwrap_or(stem), short(bytes))
}

/// Writes a file, and the folder that it is in.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

/// Empties a folder, or creates it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_in_the_file() {
        assert_eq!(hashed_name("split_pages", b"", "wasm"), "pages-e3b0c44298fc1c14.wasm");
        assert_ne!(hashed_name("save", b"a", "js"), hashed_name("save", b"b", "js"));
    }

    #[test]
    fn a_file_that_only_ends_like_one_is_no_variant() {
        assert!(!is_variant(Path::new("no-such-folder/texts.gz")));
    }
}
