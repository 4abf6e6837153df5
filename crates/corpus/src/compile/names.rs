//! Ids of one kind: each once, and found again where something refers to it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::characters::foreign;
use super::check::Check;
use super::grammar::{Id, Ref};
use super::nearest::did_you_mean;
use super::problem::{Place, Problem};
use super::read::{At, Must};

/// Where an id comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    InWords,
    ByFile,
}

/// The ids of actors, of topics, of camps, of documents or of statements, by their places in the model's list.
#[derive(Debug)]
pub(super) struct Names<'a> {
    kind: &'static str,
    /// The file to add one to.
    home: &'static str,
    places: HashMap<&'a str, (u32, Place, Given)>,
    /// In the order of the list, for a nearest match that does not change from run to run.
    order: Vec<&'a str>,
    /// Whether every id could be read; otherwise an unknown one proves nothing.
    complete: bool,
}

impl<'a> Names<'a> {
    pub fn new(kind: &'static str, home: &'static str) -> Self {
        Names { kind, home, places: HashMap::new(), order: Vec::new(), complete: true }
    }

    /// The ids of a list of tables.
    pub fn of(
        kind: &'static str,
        home: &'static str,
        ids: impl Iterator<Item = &'a Must<Id>>,
        check: &mut Check<'_>,
    ) -> Self {
        let mut names = Names::new(kind, home);
        for (at, id) in ids.enumerate() {
            match &id.0 {
                Some(At { value: Id(id), place }) => names.add(id, *place, Given::InWords, at as u32, check),
                None => names.complete = false,
            }
        }
        names
    }

    /// Notes that ids are missing because what holds them could not be read.
    pub fn incomplete(&mut self) {
        self.complete = false;
    }

    /// Adds an id; one that is taken is reported.
    pub fn add(&mut self, id: &'a str, place: Place, given: Given, at: u32, check: &mut Check<'_>) {
        match self.places.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert((at, place, given));
                self.order.push(id);
            }
            Entry::Occupied(entry) => {
                let (_, first, first_given) = *entry.get();
                let label = |given, times| match given {
                    Given::InWords => format!("given {times} here"),
                    Given::ByFile => "made of this file's name".to_owned(),
                };
                check.report(
                    Problem::new("briefing::id::duplicate", format!("two {}s have the id \"{id}\"", self.kind))
                        .label(place, label(given, "again"))
                        .label(first, label(first_given, "first"))
                        .help("an id stands in people's links: keep the one that was published, rename the other"),
                );
            }
        }
    }

    /// What an id refers to, without a word where it is unknown.
    pub fn get(&self, id: &str) -> Option<u32> {
        self.places.get(id).map(|&(at, ..)| at)
    }

    /// What an id refers to; an unknown one is reported.
    pub fn find(&self, id: &At<Ref>, check: &mut Check<'_>) -> Option<u32> {
        let At { value: Ref(name), place } = id;
        let found = self.get(name);
        if found.is_none() && self.complete {
            let near = if check.may_guess() { did_you_mean(name, self.order.iter().copied()) } else { None };
            let otherwise = match self.home {
                "" => String::new(),
                home => format!("a new {} is added to {home}", self.kind),
            };
            let unknown = format!("there is no {} \"{}\"", self.kind, name);
            let problem = Problem::new("briefing::reference::unknown", unknown)
                .label(*place, format!("no such {}", self.kind))
                .maybe_help(near)
                .maybe_help(foreign(name));
            check.report(if otherwise.is_empty() { problem } else { problem.help(otherwise) });
        }
        found
    }

    /// What a list of ids refers to; one that is named twice is reported.
    pub fn find_all(&self, ids: &[At<Ref>], what: &str, check: &mut Check<'_>) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::with_capacity(ids.len());
        for (at, id) in ids.iter().enumerate() {
            if let Some(before) = ids[..at].iter().find(|before| before.value.0 == id.value.0) {
                check.report(
                    Problem::new("briefing::reference::repeated", format!("{what} names \"{}\" twice", id.value.0))
                        .label(before.place, "here")
                        .label(id.place, "and here again")
                        .help("remove one of them"),
                );
            } else {
                found.extend(self.find(id, check));
            }
        }
        found
    }
}
