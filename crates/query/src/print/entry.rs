//! A statement as it stands on paper: nothing to be opened, so everything is said.

use corpus::{DocumentId, RelationKind, StatementId};

use super::number::number;
use crate::Shared;
use crate::card::{self, Ref, card, related};
use crate::language::{self, Language, Localizable, Phrase};
use crate::passage::{Passage, passage};
use crate::view::View;
use crate::words;

/// A statement on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub number: usize,
    /// Who says or does it: "Uzbekistan and Kazakhstan"; empty where the document itself speaks.
    pub voice: Phrase,
    /// Through whom it came here, outward; the last is the document.
    pub chain: Vec<Phrase>,
    /// Its words.
    pub content: String,
    /// Their language.
    pub language: Language,
    /// Whether they are a quotation in the text.
    pub quoted: bool,
    /// Form, date, topics, position, to whom, of whom: those that are known.
    pub facts: Phrase,
    /// Where it stands.
    pub passage: Passage,
    /// What it has to do with others.
    pub relations: Vec<Reference>,
    /// What the editor adds.
    pub note: Option<Localizable>,
    /// Whether the view has it open.
    pub open: bool,
}

/// A relation to another statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Which kind.
    pub kind: RelationKind,
    /// "Contradicted by no. 12, Uzbekistan".
    pub label: Phrase,
    /// Why.
    pub reason: Localizable,
}

/// A statement, seen in a view.
pub fn entry(data: Shared, id: StatementId, view: &View) -> Entry {
    let model = card(data, id);
    let name = |one: &Ref| Phrase::default().text(one.label, one.language);
    let names = |refs: &[Ref]| refs.iter().map(name).collect::<Vec<_>>();
    let some = |word: &str, refs: &[Ref]| {
        (!refs.is_empty()).then(|| Phrase::new(word).literal(" ").phrase(Phrase::list(names(refs))))
    };
    let facts = [
        Some(Phrase::new(&words::capitalised(&model.form))),
        model.when.as_deref().map(Phrase::new),
        (!model.topics.is_empty()).then(|| Phrase::joined(names(&model.topics), ", ")),
        model.position.map(Phrase::new),
        some("to", &model.audience),
        some("about", &model.about),
    ];
    // Several who report together are one step on the way.
    let reported = (!model.reporters.is_empty()).then(|| Phrase::list(names(&model.reporters)));
    let relayed = reported.into_iter().chain(model.relays.iter().map(name));
    let here = document(data, data.statement(id).document);
    Entry {
        number: number(id),
        voice: if model.voices.is_empty() { here.clone().capitalised() } else { card::voice(data, id) },
        chain: if model.voices.is_empty() { Vec::new() } else { relayed.chain([here]).collect() },
        content: data.content(id),
        language: model.language,
        quoted: model.quoted,
        facts: Phrase::joined(facts.into_iter().flatten(), " · "),
        passage: passage(data, id),
        relations: related(data, id)
            .into_iter()
            .map(|related| Reference {
                kind: related.kind,
                label: Phrase::new(&format!("{} no. {}, ", related.label, number(related.id)))
                    .text(related.other.label, related.other.language),
                reason: related.reason,
            })
            .collect(),
        note: model.note,
        open: view.open() == Some(id),
    }
}

/// A document by its title where there are several.
fn document(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        Phrase::new("this article")
    } else {
        // The marks run with the title, whichever way the chain does in which it stands.
        let title = language::title(data, id);
        Phrase::default().text(&format!("“{}”", title.text), title.language)
    }
}
