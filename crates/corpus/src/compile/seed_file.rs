//! The files of a corpus as the compiler is given them.

use unicode_normalization::UnicodeNormalization;

/// A file of the corpus: its name in the folder and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedFile {
    /// Name with extension, without the folder.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl SeedFile {
    /// The key by which files are sorted and hashed: the name in Unicode Normalization Form C, so that it is the same
    /// on file systems that store decomposed names.
    pub(super) fn sort_key(&self) -> String {
        composed(&self.name)
    }
}

/// A file name in Unicode Normalization Form C.
pub(super) fn composed(name: &str) -> String {
    name.nfc().collect()
}
