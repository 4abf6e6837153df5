//! A statement as it stands on paper: nothing to be opened, so everything is said.

use corpus::{RelationKind, StatementId};

use super::{document, number};
use crate::Shared;
use crate::card::{self, Ref, card, related};
use crate::passage::{Passage, passage};
use crate::view::View;
use crate::words;

/// A statement on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub number: usize,
    /// Who says or does it: "Uzbekistan and Kazakhstan"; empty where the document itself speaks.
    pub voice: String,
    /// Through whom it came here, outward; the last is the document.
    pub chain: Vec<String>,
    /// Its words.
    pub content: String,
    /// Whether they are a quotation in the text.
    pub quoted: bool,
    /// Form, date, topics, position, to whom, of whom: those that are known.
    pub facts: Vec<String>,
    /// Where it stands.
    pub passage: Passage,
    /// What it has to do with others.
    pub relations: Vec<Reference>,
    /// What the editor adds.
    pub note: Option<&'static str>,
    /// Whether the view has it open.
    pub open: bool,
}

/// A relation to another statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Which kind.
    pub kind: RelationKind,
    /// "Contradicted by no. 12, Uzbekistan".
    pub label: String,
    /// Why.
    pub reason: &'static str,
}

/// A statement, seen in a view.
pub fn entry(data: Shared, id: StatementId, view: &View) -> Entry {
    let model = card(data, id);
    let names = |refs: &[Ref]| refs.iter().map(|one| one.label).collect::<Vec<_>>();
    let some = |word: &str, refs: &[Ref]| (!refs.is_empty()).then(|| format!("{word} {}", words::list(&names(refs))));
    let topics: Vec<_> = names(&model.topics);
    let facts = [
        Some(words::capitalised(&model.form)),
        model.when.clone(),
        (!topics.is_empty()).then(|| topics.join(", ")),
        model.position.map(str::to_owned),
        some("to", &model.audience),
        some("about", &model.about),
    ];
    // Several who report together are one step on the way.
    let reported = (!model.reporters.is_empty()).then(|| words::list(&names(&model.reporters)));
    let relayed = reported.into_iter().chain(model.relays.iter().map(|one| one.label.to_owned()));
    let here = document(data, data.statement(id).document);
    Entry {
        number: number(id),
        voice: if model.voices.is_empty() { words::capitalised(&here) } else { card::voice(data, id) },
        chain: if model.voices.is_empty() { Vec::new() } else { relayed.chain([here]).collect() },
        content: data.content(id),
        quoted: model.quoted,
        facts: facts.into_iter().flatten().collect(),
        passage: passage(data, id),
        relations: related(data, id)
            .into_iter()
            .map(|related| Reference {
                kind: related.kind,
                label: format!("{} no. {}, {}", related.label, number(related.id), related.other.label),
                reason: related.reason,
            })
            .collect(),
        note: model.note,
        open: view.open() == Some(id),
    }
}
