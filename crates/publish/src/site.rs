//! The files of a site, by name.

use std::collections::BTreeMap;

/// Files by their names: paths relative to the top of the site, with `/` between folders on every system.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a host serves, with the compressed variants of files beside them (`index.html.br`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: Files,
}

impl Site {
    /// A site that begins with these files.
    pub(crate) fn new(files: Files) -> Site {
        Site { files }
    }

    /// Adds a file.
    pub(crate) fn add(&mut self, name: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), content.into());
    }

    /// Adds files.
    pub(crate) fn add_all<C: Into<Vec<u8>>>(&mut self, files: impl IntoIterator<Item = (String, C)>) {
        self.files.extend(files.into_iter().map(|(name, content)| (name, content.into())));
    }

    /// Adds a file under a name that changes with its content, and returns the name: hosts and browsers may keep it for
    /// good.
    pub(crate) fn add_hashed(&mut self, stem: &str, extension: &str, content: &[u8]) -> String {
        let name = format!("{stem}-{}.{extension}", content_digest::short(content));
        self.add(name.clone(), content);
        name
    }
}

/// Whether a file has this extension, in capitals or not.
pub(crate) fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}
