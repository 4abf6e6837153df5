//! The printed entry of a statement. Nothing can be opened on paper, so it has everything.

use corpus::{DocumentId, RelationKind, StatementId};

use super::number::number;
use crate::Shared;
use crate::card::{self, Ref, card, related};
use crate::language::{self, Language, Localizable, Phrase};
use crate::passage::{Passage, passage};
use crate::view::View;
use crate::words;

/// The entry of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number.
    pub number: usize,
    /// The voices: "Uzbekistan and Kazakhstan"; the document where it speaks itself.
    pub voice: Phrase,
    /// Who relayed it, outward; the document is the last.
    pub chain: Vec<Phrase>,
    /// The content.
    pub content: String,
    /// The language of the content.
    pub language: Language,
    /// Whether the content is a quotation in the text.
    pub quoted: bool,
    /// Form, date, topics, position, audience and subjects, as far as they are known.
    pub facts: Phrase,
    /// The passage.
    pub passage: Passage,
    /// Relations to other statements.
    pub relations: Vec<Reference>,
    /// The editor's note.
    pub note: Option<Localizable>,
    /// Whether it is open in the view.
    pub open: bool,
}

/// A relation to another statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The kind of relation.
    pub kind: RelationKind,
    /// The relation in words: "Contradicted by no. 12, Uzbekistan".
    pub label: Phrase,
    /// The editor's reason.
    pub reason: Localizable,
}

/// Builds the entry of a statement in a view.
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
    // Several reporters are one step of the chain.
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

/// The name of a document: its title, or "this article" if there is only one.
fn document(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        Phrase::new("this article")
    } else {
        // The quotation marks have the direction of the title, not that of the chain around it.
        let title = language::title(data, id);
        Phrase::default().text(&format!("“{}”", title.text), title.language)
    }
}
