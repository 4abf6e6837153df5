//! What a corpus has already: names, ids and texts of documents, and the actors.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use corpus::compile::SeedFile;
use unicode_normalization::UnicodeNormalization;

use crate::error::Error;

/// The most documents of one name.
const MAX_SAME_NAME: usize = 10_000;

/// What documents must be told from, and what they may refer to.
#[derive(Debug, Default)]
pub struct Registered {
    /// Names of files without extension and ids of documents, as a disk compares them that ignores case.
    names: HashSet<String>,
    /// What has each text.
    texts: HashMap<String, Owner>,
    /// The ids of actors by their names, in lower case.
    actors: HashMap<String, String>,
}

/// What has a text.
#[derive(Debug)]
enum Owner {
    /// A file of the corpus, by its name.
    Corpus(String),
    /// A file that becomes a document as well, by its path.
    Given(PathBuf),
}

/// A name as disks compare it that ignore case and composition.
fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

impl Registered {
    /// What the files of a corpus hold. Files that are not TOML have no ids.
    pub fn new(files: &[SeedFile]) -> Registered {
        let mut registered = Registered::default();
        for file in files {
            let Some((stem, extension)) = file.name.rsplit_once('.') else { continue };
            registered.names.insert(folded(stem));
            let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
            if extension.eq_ignore_ascii_case("txt") {
                registered.texts.insert(comparable(text), Owner::Corpus(file.name.clone()));
            } else if let Ok(table) = text.parse::<toml::Table>() {
                registered.names.extend(table.get("id").and_then(toml::Value::as_str).map(folded));
                if stem.eq_ignore_ascii_case("actors") {
                    registered.add_actors(&table);
                }
            }
        }
        registered
    }

    fn add_actors(&mut self, table: &toml::Table) {
        let actors = table.get("actor").and_then(toml::Value::as_array).into_iter().flatten();
        for actor in actors.filter_map(toml::Value::as_table) {
            let text = |key: &str| actor.get(key).and_then(toml::Value::as_str);
            let Some(id) = text("id") else { continue };
            let aliases = actor.get("aliases").and_then(toml::Value::as_array).into_iter().flatten();
            let names = [text("name"), text("short")].into_iter().flatten();
            for name in names.chain(aliases.filter_map(toml::Value::as_str)) {
                self.actors.entry(folded(name)).or_insert_with(|| id.to_owned());
            }
        }
    }

    /// The id of the actor of a name.
    pub fn actor(&self, name: &str) -> Option<&str> {
        self.actors.get(&folded(name)).map(String::as_str)
    }

    /// Takes a name for a document: the one that is wanted, or the proposed one with a number where it is taken.
    ///
    /// # Errors
    /// Where the text is in the corpus or in another file that was given, or the wanted name cannot be one or is taken.
    pub fn take_name(
        &mut self,
        wanted: Option<&str>,
        proposed: &str,
        text: &str,
        file: &Path,
    ) -> Result<String, Error> {
        let shown = file.display();
        match self.texts.get(&comparable(text)) {
            Some(Owner::Corpus(name)) => {
                return Err(Error::new(format!("the text of {shown} is in the corpus already, as {name}"))
                    .advise("remove that and its annotation to add it anew; nothing was changed"));
            }
            Some(Owner::Given(other)) => {
                return Err(Error::new(format!("{shown} has the same text as {}", other.display()))
                    .advise("name one of the two"));
            }
            None => {}
        }
        let name = match wanted {
            Some(wanted) => self.wanted_name(wanted)?,
            None => (1..MAX_SAME_NAME)
                .map(|number| if number == 1 { proposed.to_owned() } else { format!("{proposed}-{number}") })
                .find(|name| !self.names.contains(name))
                .ok_or_else(|| Error::new(format!("too many documents are called {proposed}")))?,
        };
        self.names.insert(name.clone());
        self.texts.insert(comparable(text), Owner::Given(file.to_owned()));
        Ok(name)
    }

    fn wanted_name(&self, wanted: &str) -> Result<String, Error> {
        let is_id = wanted
            .split('-')
            .all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if !is_id || wanted.len() > 200 {
            let example = import::document_name(wanted, "");
            return Err(Error::new(format!("“{wanted}” cannot be the name of a document"))
                .advise(format!("lower-case letters and digits in groups joined by hyphens, as in {example}")));
        }
        if self.names.contains(wanted) {
            return Err(Error::new(format!(
                "the corpus has the name {wanted} already, and no file is ever overwritten"
            ))
            .advise("give another --name"));
        }
        Ok(wanted.to_owned())
    }
}

/// A text as two of it are compared: without the layout of its lines.
fn comparable(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
