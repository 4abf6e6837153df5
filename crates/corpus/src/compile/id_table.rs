//! The ids of one kind (actors, topics, camps, documents or statements): reports duplicates and resolves references.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::characters::describe_non_ascii;
use super::diagnostics::Diagnostics;
use super::field::Required;
use super::nearest::did_you_mean;
use super::problem::Problem;
use super::source_span::{Located, SourceSpan};
use super::strings::{Id, Ref};

/// The origin of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IdOrigin {
    /// The annotation gives it.
    Explicit,
    /// It is made of the name of a file.
    FileName,
}

/// The definition of an id.
#[derive(Clone, Copy, Debug)]
struct Definition {
    /// Index in the model's list.
    index: u32,
    span: SourceSpan,
    origin: IdOrigin,
}

/// The ids of one kind, each with the index of its entry in the model's list.
#[derive(Debug)]
pub(super) struct IdTable<'a> {
    /// The kind, as a noun in messages.
    kind: &'static str,
    /// The file in which a new one is defined; empty where that is no single file.
    file: &'static str,
    definitions: HashMap<&'a str, Definition>,
    /// The ids in the order of their definition, so that a suggestion is the same in every run.
    ordered: Vec<&'a str>,
    /// The ids by the names of their entries, in lower case: people write a name where an id belongs.
    by_name: HashMap<String, &'a str>,
    /// Whether every id could be read. If not, an unknown one is not reported.
    is_complete: bool,
}

impl<'a> IdTable<'a> {
    pub fn new(kind: &'static str, file: &'static str) -> Self {
        let (definitions, by_name) = (HashMap::new(), HashMap::new());
        IdTable { kind, file, definitions, ordered: Vec::new(), by_name, is_complete: true }
    }

    /// The ids of the entries of a list.
    pub fn from_list(
        kind: &'static str,
        file: &'static str,
        ids: impl Iterator<Item = &'a Required<Id>>,
        diagnostics: &mut Diagnostics<'_>,
    ) -> Self {
        let mut table = IdTable::new(kind, file);
        for (index, id) in ids.enumerate() {
            match &id.0 {
                Some(id) => {
                    table.define(id.value.as_str(), id.span, IdOrigin::Explicit, index as u32, diagnostics);
                }
                None => table.is_complete = false,
            }
        }
        table
    }

    /// Marks that ids are missing because the file that defines them could not be read.
    pub fn mark_incomplete(&mut self) {
        self.is_complete = false;
    }

    /// Defines an id, or reports that it is defined already.
    pub fn define(
        &mut self,
        id: &'a str,
        span: SourceSpan,
        origin: IdOrigin,
        index: u32,
        diagnostics: &mut Diagnostics<'_>,
    ) {
        match self.definitions.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(Definition { index, span, origin });
                self.ordered.push(id);
            }
            Entry::Occupied(entry) => {
                let first = *entry.get();
                let label = |origin, time| match origin {
                    IdOrigin::Explicit => format!("given {time} here"),
                    IdOrigin::FileName => "made of this file's name".to_owned(),
                };
                diagnostics.report(
                    Problem::new("briefing::id::duplicate", format!("two {}s have the id \"{id}\"", self.kind))
                        .label(span, label(origin, "again"))
                        .label(first.span, label(first.origin, "first"))
                        .help("an id stands in people's links: keep the one that was published, rename the other"),
                );
            }
        }
    }

    /// Adds what the entry of an id is called. Of several with one name, the first is proposed.
    pub fn add_names(&mut self, id: &'a Required<Id>, names: impl IntoIterator<Item = &'a str>) {
        let Some(id) = &id.0 else { return };
        for name in names {
            self.by_name.entry(name.to_lowercase()).or_insert(id.value.as_str());
        }
    }

    /// What to write for something that is no id but the name of an entry, or several with commas between them.
    fn meant(&self, written: &str) -> Option<String> {
        let id_of = |name: &str| self.by_name.get(&name.to_lowercase()).copied();
        if let Some(id) = id_of(written) {
            return Some(format!("an id belongs here, and not a name\nwrite \"{id}\""));
        }
        let parts = written.split(',').map(str::trim);
        let ids: Option<Vec<String>> = parts
            .map(|part| self.definitions.get_key_value(part).map(|(id, _)| *id).or_else(|| id_of(part)))
            .map(|id| id.map(|id| format!("\"{id}\"")))
            .collect();
        ids.filter(|ids| ids.len() > 1).map(|ids| format!("several are a list\nwrite [{}]", ids.join(", ")))
    }

    /// The index of an id; an unknown one is not reported.
    pub fn get(&self, id: &str) -> Option<u32> {
        self.definitions.get(id).map(|definition| definition.index)
    }

    /// The index of a referenced id; an unknown one is reported.
    pub fn resolve(&self, reference: &Located<Ref>, diagnostics: &mut Diagnostics<'_>) -> Option<u32> {
        let id = reference.value.as_str();
        let index = self.get(id);
        if index.is_none() && self.is_complete {
            let meant = self.meant(id);
            let is_new = meant.is_none() && !self.file.is_empty();
            let home = is_new.then(|| format!("a new {} is added to {}", self.kind, self.file));
            let suggestion = match meant {
                None if diagnostics.try_spend_suggestion() => did_you_mean(id, self.ordered.iter().copied()),
                meant => meant,
            };
            diagnostics.report(
                Problem::new("briefing::reference::unknown", format!("there is no {} \"{id}\"", self.kind))
                    .label(reference.span, format!("no such {}", self.kind))
                    .maybe_help(suggestion)
                    .maybe_help(describe_non_ascii(id))
                    .maybe_help(home),
            );
        }
        index
    }

    /// The indexes of a list of referenced ids; one that is repeated is reported. `key` is the list in messages.
    pub fn resolve_all(&self, references: &[Located<Ref>], key: &str, diagnostics: &mut Diagnostics<'_>) -> Vec<u32> {
        let mut indexes: Vec<u32> = Vec::with_capacity(references.len());
        for (position, reference) in references.iter().enumerate() {
            let id = reference.value.as_str();
            if let Some(earlier) = references[..position].iter().find(|earlier| earlier.value.as_str() == id) {
                diagnostics.report(
                    Problem::new("briefing::reference::repeated", format!("{key} names \"{id}\" twice"))
                        .label(earlier.span, "here")
                        .label(reference.span, "and here again")
                        .help("remove one of them"),
                );
            } else {
                indexes.extend(self.resolve(reference, diagnostics));
            }
        }
        indexes
    }
}
