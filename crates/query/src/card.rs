//! The card of a statement: its attribution chain, its topics, its relations, its links.

use std::ops::Range;

use corpus::{ActorId, Form, Hue, StatementId, TopicId};

use crate::Shared;
use crate::attribution;
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::names::Named;
use crate::search::Search;
use crate::view::{Choice, Filter, View};
use crate::words;

pub use crate::attribution::{form, voice, voices};
pub use crate::relations::{Related, related};

/// A link with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Ref {
    /// The label.
    pub label: &'static str,
    /// The target, a fragment.
    pub href: String,
    /// The accent colour of its camp.
    pub hue: Option<Hue>,
    /// The language of the label.
    pub language: Language,
}

/// The render model of a card. It does not depend on the view: search highlights and the open state are drawn apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The statement.
    pub id: StatementId,
    /// The slug of the statement.
    pub slug: &'static str,
    /// Speakers, or agents of an act; empty where the document itself speaks.
    pub voices: Vec<Ref>,
    /// Who reports an act, unless those who act or the document itself do.
    pub reporters: Vec<Ref>,
    /// Who relayed the statement, outward; the document, which comes last, is left out, and its outlet with it.
    pub relays: Vec<Ref>,
    /// The document: the last of the chain, or the voice where there is no other.
    pub document: Phrase,
    /// The accent colour of the first voice.
    pub hue: Option<Hue>,
    /// Form and number of removes: "paraphrase, third hand".
    pub form: String,
    /// The number of hands that it went through, from one.
    pub hands: usize,
    /// Whether the content is a quotation in the text.
    pub quoted: bool,
    /// The language of the content.
    pub language: Language,
    /// The date of the statement, in words.
    pub when: Option<String>,
    /// Topics, each with the link that filters by it.
    pub topics: Vec<Ref>,
    /// The position, in words.
    pub position: Option<&'static str>,
    /// The audience.
    pub audience: Vec<Ref>,
    /// The actors that the statement is about.
    pub about: Vec<Ref>,
    /// The editor's note.
    pub note: Option<Localizable>,
    /// Relations to other statements, contradictions first.
    pub relations: Vec<Related>,
    /// The number of the paragraph in which the content begins.
    pub paragraph: Option<u16>,
    /// The link to the passage in the document.
    pub source: String,
    /// The link to the comparison that is suggested.
    pub compare: String,
}

/// A piece of text, highlighted or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether the search matches it.
    pub marked: bool,
}

/// The link to an actor's page.
pub fn actor_ref(data: Shared, id: ActorId) -> Ref {
    let label = data.actor(id).short;
    Ref { label, href: link::write(data, &View::Actor(id)), hue: id.hue(data), language: language::name(data, label) }
}

/// A topic with the link to a view.
pub(crate) fn topic_ref(data: Shared, id: TopicId, view: &View) -> Ref {
    let label = data.topic(id).name;
    Ref { label, href: link::write(data, view), hue: None, language: language::name(data, label) }
}

pub(crate) fn actor_refs(data: Shared, ids: &[ActorId]) -> Vec<Ref> {
    ids.iter().map(|&id| actor_ref(data, id)).collect()
}

/// The language of the content of a statement: that of its document, until its text is loaded.
pub fn content_language(data: Shared, id: StatementId) -> Language {
    let document_id = data.statement(id).document;
    let document = data.document(document_id);
    // Its parts are of one text; the first stands for all.
    let content = if document.has_text() { data.content_spans(id) } else { &[] };
    language::document(data, document_id, content.first().map_or("", |&span| document.slice(span)))
}

/// Letters that take about as much room as the content of a statement whose text is not loaded: those of English, in
/// the order of their frequency, as typesetters fill a line.
pub fn filler(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let bytes = usize::from(statement.lengths[0]);
    // The title is in the script of the text. Letters of three bytes are mostly as wide as two of English.
    let title = data.document(statement.document).title;
    let letters = bytes * title.chars().count() / title.len().max(1);
    let letters = if letters * 5 < bytes * 2 { letters * 2 } else { letters };
    let mut filler = "etaoin shrdlu ".repeat(letters / 14 + 1);
    filler.truncate(letters);
    filler
}

/// Builds the card of a statement.
pub fn card(data: Shared, id: StatementId) -> Card {
    let statement = data.statement(id);
    let topic = |&topic: &corpus::TopicId| {
        topic_ref(data, topic, &View::filtered(Filter { topics: Choice::of(topic), ..Filter::default() }))
    };
    Card {
        id,
        slug: statement.slug,
        voices: actor_refs(data, voices(data, id)),
        reporters: actor_refs(data, attribution::reporters(data, id)),
        relays: actor_refs(data, attribution::relays(data, id)),
        document: attribution::document(data, id),
        hue: voices(data, id).first().and_then(|&actor| actor.hue(data)),
        form: form(data, id),
        hands: attribution::hands(data, id),
        quoted: statement.form == Form::Direct,
        language: content_language(data, id),
        when: statement.when.map(words::date),
        topics: statement.topics.iter().map(topic).collect(),
        position: statement.position.map(position),
        audience: actor_refs(data, statement.audience),
        about: actor_refs(data, statement.about),
        note: statement.note.map(|note| language::localizable(data, note)),
        relations: related(data, id),
        paragraph: statement.paragraph,
        source: link::write(data, &View::Source(statement.document, Some(id))),
        compare: link::write(data, &suggested_comparison(data, id)),
    }
}

/// A position in words.
pub(crate) const fn position(position: corpus::Position) -> &'static str {
    match position {
        corpus::Position::Supports => "for it",
        corpus::Position::Opposes => "against it",
        corpus::Position::Neither => "takes no side",
    }
}

/// The comparison that a card suggests: with the related statements, or else of the actors involved.
fn suggested_comparison(data: Shared, id: StatementId) -> View {
    let mut statements = vec![id];
    for relation in data.relations_of(id).map(|relation| data.relation(relation)) {
        let other = if relation.from == id { relation.to } else { relation.from };
        if !statements.contains(&other) && statements.len() < crate::view::Columns::MOST {
            statements.push(other);
        }
    }
    if statements.len() > 1 {
        return View::compare_statements(statements);
    }
    let statement = data.statement(id);
    let mut actors: Vec<ActorId> = Vec::new();
    for &actor in voices(data, id).iter().chain(statement.audience).chain(statement.about) {
        let whole = whole(data, actor);
        if !actors.contains(&whole) && actors.len() < crate::view::Columns::MOST {
            actors.push(whole);
        }
    }
    View::compare_actors(actors)
}

/// The outermost actor that an actor is a part of; the actor itself where it is a part of none.
pub fn whole(data: Shared, actor: ActorId) -> ActorId {
    let mut whole = actor;
    while let Some(outer) = data.actor(whole).part_of {
        whole = outer;
    }
    whole
}

/// The content of a statement, split at the highlights of a search.
///
/// # Panics
/// If its text is not loaded, see [`crate::pending::statements`].
pub fn pieces(data: Shared, id: StatementId, search: Option<&Search>) -> Vec<Piece> {
    highlighted_pieces(&data.content(id), search)
}

/// A text, split at the highlights of a search.
pub fn highlighted_pieces(text: &str, search: Option<&Search>) -> Vec<Piece> {
    // Highlights are ranges of the text. Indexing would bring the message for other ranges into the first view.
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    for range in search.map(|search| search.highlights(text)).unwrap_or_default() {
        push(slice(done..range.start), false);
        push(slice(range.clone()), true);
        done = range.end;
    }
    push(slice(done..text.len()), false);
    pieces
}

/// The link that opens a statement on the start page, or closes it where it is open.
pub fn open_link(data: Shared, view: &View, id: StatementId) -> String {
    let mut selection = view.selection();
    selection.open = (selection.open != Some(id)).then_some(id);
    link::write(data, &View::Briefing(selection))
}

#[cfg(test)]
mod tests;
