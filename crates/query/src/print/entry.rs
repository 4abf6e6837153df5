//! The printed entry of a statement. Nothing can be opened on paper, so it has everything.

use corpus::{RelationKind, StatementId};

use super::number::number;
use crate::Shared;
use crate::card::{self, Ref, card, related};
use crate::chain::{Chain, chain};
use crate::language::{Language, Localizable, Phrase};
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
    /// How it got to the document; `None` where the document speaks itself.
    pub chain: Option<Chain>,
    /// The number of hands that it went through, from one.
    pub hands: usize,
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
    Entry {
        number: number(id),
        chain: chain(data, id),
        hands: model.hands,
        voice: if model.voices.is_empty() { model.document } else { card::voice(data, id) },
        content: data.content(id),
        language: model.language,
        quoted: model.quoted,
        facts: Phrase::joined(facts.into_iter().flatten(), " · "),
        passage: passage(data, id),
        relations: related(data, id)
            .into_iter()
            .map(|related| Reference {
                kind: related.kind,
                label: Phrase::new(&format!("{} no. {}, ", related.label, number(related.id))).phrase(related.other),
                reason: related.reason,
            })
            .collect(),
        note: model.note,
        open: view.open() == Some(id),
    }
}
