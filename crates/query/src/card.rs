//! A statement as a card: who says what to whom through whom, and what the editor says of it.

use corpus::{ActorId, Form, Hue, RelationKind, StatementId, TopicId};

use crate::Shared;
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::names::{self, Named};
use crate::order;
use crate::search::Search;
use crate::view::{Choice, Comparison, Filter, View};
use crate::words;

/// A word that leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Ref {
    /// What it says.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
    /// Its camp's colour.
    pub hue: Option<Hue>,
    /// The language of what it says.
    pub language: Language,
}

/// A statement, drawn once; only its marks and whether it is open change.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which.
    pub id: StatementId,
    /// Its name in links.
    pub slug: &'static str,
    /// Who says or does it; empty where the document itself speaks.
    pub voices: Vec<Ref>,
    /// Who reports an act, where that is somebody else than the document.
    pub reporters: Vec<Ref>,
    /// Who relayed it, outward; the document itself comes after the last.
    pub relays: Vec<Ref>,
    /// The camp's colour of the first voice.
    pub hue: Option<Hue>,
    /// How it is given and at how many removes: "paraphrase, third hand".
    pub form: String,
    /// Whether its words are a quotation in the text.
    pub quoted: bool,
    /// The language of its words.
    pub language: Language,
    /// When it was said or done.
    pub when: Option<String>,
    /// What it is about.
    pub topics: Vec<Ref>,
    /// What it wants of its topics.
    pub position: Option<&'static str>,
    /// To whom.
    pub audience: Vec<Ref>,
    /// Of whom.
    pub about: Vec<Ref>,
    /// What the editor adds.
    pub note: Option<Localizable>,
    /// What it has to do with other statements.
    pub relations: Vec<Related>,
    /// The paragraph it stands in, by its number.
    pub paragraph: Option<u16>,
    /// The link to its place in the text.
    pub source: String,
    /// The link to the comparison it invites.
    pub compare: String,
    /// The link that is passed on.
    pub share: String,
}

/// A relation, seen from one of its two statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// "Contradicted by".
    pub label: &'static str,
    /// Which kind.
    pub kind: RelationKind,
    /// The other statement.
    pub id: StatementId,
    /// Who says the other statement, and the link that opens it.
    pub other: Ref,
    /// Why.
    pub reason: Localizable,
    /// The link to both passages side by side.
    pub side_by_side: String,
}

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the search found them.
    pub marked: bool,
}

/// The link to an actor's page.
pub fn actor_ref(data: Shared, id: ActorId) -> Ref {
    let label = data.actor(id).short;
    Ref { label, href: link::write(data, &View::Actor(id)), hue: id.hue(data), language: language::name(data, label) }
}

/// A topic that leads to a view.
pub(crate) fn topic_ref(data: Shared, id: TopicId, view: &View) -> Ref {
    let label = data.topic(id).name;
    Ref { label, href: link::write(data, view), hue: None, language: language::name(data, label) }
}

pub(crate) fn actor_refs(data: Shared, ids: &[ActorId]) -> Vec<Ref> {
    ids.iter().map(|&id| actor_ref(data, id)).collect()
}

/// Who says or does a statement; empty where the document itself speaks.
pub fn voices(data: Shared, id: StatementId) -> &'static [ActorId] {
    let statement = data.statement(id);
    if statement.form == Form::Act { &statement.agents } else { &statement.speakers }
}

/// Who says or does a statement, in words.
pub fn voice(data: Shared, id: StatementId) -> Phrase {
    let names = voices(data, id);
    if names.is_empty() { Phrase::new("The article") } else { short_names(data, names) }
}

/// Actors by their short names, in a list.
pub(crate) fn short_names(data: Shared, ids: &[ActorId]) -> Phrase {
    Phrase::list(ids.iter().map(|&id| Phrase::of(language::named(data, data.actor(id).short))).collect())
}

/// The language of a statement's words.
pub fn content_language(data: Shared, id: StatementId) -> Language {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    // Its parts are of one text; the first stands for all.
    let first = statement.content.first().map_or("", |&span| document.slice(span));
    language::document(data, statement.document, first)
}

/// How a statement is given, in lower case, with the number of hands it went through where they are more than two.
pub fn form(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let form = match statement.form {
        Form::Direct => "direct quote",
        Form::Mixed => "partly quoted",
        Form::Indirect => "paraphrase",
        Form::Act => "reported act",
        Form::Narration => "the article’s own words",
    };
    match statement.via.len() {
        0 => form.to_owned(),
        1 => format!("{form}, third hand"),
        2 => format!("{form}, fourth hand"),
        more => format!("{form}, through {more} hands"),
    }
}

/// A statement's card.
pub fn card(data: Shared, id: StatementId) -> Card {
    let statement = data.statement(id);
    let act = statement.form == Form::Act;
    let topic = |&topic: &corpus::TopicId| {
        topic_ref(data, topic, &View::filtered(Filter { topics: Choice::of(topic), ..Filter::default() }))
    };
    Card {
        id,
        slug: statement.slug,
        voices: actor_refs(data, voices(data, id)),
        reporters: if act { actor_refs(data, &statement.speakers) } else { Vec::new() },
        relays: actor_refs(data, &statement.via),
        hue: voices(data, id).first().and_then(|&actor| actor.hue(data)),
        form: form(data, id),
        quoted: statement.form == Form::Direct,
        language: content_language(data, id),
        when: statement.when.map(words::date),
        topics: statement.topics.iter().map(topic).collect(),
        position: statement.position.map(|position| match position {
            corpus::Position::Supports => "for it",
            corpus::Position::Opposes => "against it",
            corpus::Position::Neither => "takes no side",
        }),
        audience: actor_refs(data, &statement.audience),
        about: actor_refs(data, &statement.about),
        note: statement.note.map(|note| language::localizable(data, note)),
        relations: related(data, id),
        paragraph: paragraph(data, id),
        source: link::write(data, &View::Source(statement.document, Some(id))),
        compare: link::write(data, &suggested_comparison(data, id)),
        share: link::share(data, &View::statement(id)),
    }
}

/// The relations of a statement, contradictions first.
pub fn related(data: Shared, id: StatementId) -> Vec<Related> {
    let related: Vec<_> = data
        .relations
        .iter()
        .filter_map(|relation| {
            let outward = relation.from == id;
            let other = if outward { relation.to } else { relation.from };
            let href = link::write(data, &View::statement(other));
            (outward || relation.to == id).then(|| Related {
                label: names::relation(relation.kind, outward),
                kind: relation.kind,
                id: other,
                other: match voices(data, other).first() {
                    Some(&actor) => Ref { href, ..actor_ref(data, actor) },
                    None => Ref { label: "The article", href, hue: None, language: Language::default() },
                },
                reason: language::localizable(data, relation.reason),
                side_by_side: link::write(data, &Comparison::statements([relation.from, relation.to])),
            })
        })
        .collect();
    order::by_key(related, |related| [related.kind as i32, 0, 0])
}

/// The comparison a card invites: with the statements it is related to, or of its actors.
fn suggested_comparison(data: Shared, id: StatementId) -> View {
    let mut statements = vec![id];
    for relation in &data.relations {
        let other = match (relation.from == id, relation.to == id) {
            (true, _) => relation.to,
            (_, true) => relation.from,
            _ => continue,
        };
        if !statements.contains(&other) && statements.len() < crate::view::Columns::MOST {
            statements.push(other);
        }
    }
    if statements.len() > 1 {
        return Comparison::statements(statements);
    }
    let statement = data.statement(id);
    let mut actors: Vec<ActorId> = Vec::new();
    for &actor in voices(data, id).iter().chain(&statement.audience).chain(&statement.about) {
        let whole = whole(data, actor);
        if !actors.contains(&whole) && actors.len() < crate::view::Columns::MOST {
            actors.push(whole);
        }
    }
    Comparison::actors(actors)
}

/// The outermost actor that one is a part of.
pub fn whole(data: Shared, actor: ActorId) -> ActorId {
    let mut whole = actor;
    while let Some(outer) = data.actor(whole).part_of {
        whole = outer;
    }
    whole
}

/// The number of the paragraph that a statement begins in.
pub fn paragraph(data: Shared, id: StatementId) -> Option<u16> {
    let statement = data.statement(id);
    let content = statement.content.first()?;
    let blocks = &data.document(statement.document).blocks;
    let block = blocks.iter().find(|block| block.span.range().contains(&(content.start as usize)))?;
    match block.kind {
        corpus::BlockKind::Paragraph(number) => Some(number),
        _ => None,
    }
}

/// A statement's words, cut where a search found something.
pub fn pieces(data: Shared, id: StatementId, search: Option<&Search>) -> Vec<Piece> {
    highlighted_pieces(&data.content(id), search)
}

/// A text, cut where a search found something.
pub fn highlighted_pieces(text: &str, search: Option<&Search>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    for range in search.map(|search| search.highlights(text)).unwrap_or_default() {
        push(&text[done..range.start], false);
        push(&text[range.clone()], true);
        done = range.end;
    }
    push(&text[done..], false);
    pieces
}

/// The link that opens a statement where it stands, or closes it again.
pub fn open_link(data: Shared, view: &View, id: StatementId) -> String {
    let mut selection = view.selection();
    selection.open = (selection.open != Some(id)).then_some(id);
    link::write(data, &View::Briefing(selection))
}

#[cfg(test)]
mod tests;
