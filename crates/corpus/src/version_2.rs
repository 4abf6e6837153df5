//! Version 2 of the compiled format: a briefing in postcard's wire format (version 1), with its texts, and the terms of
//! the index, in their places. It is read to be written in the present version. The page has no part in it: whoever
//! publishes a page writes the present version.
//!
//! The encoding of each value is specified at <https://postcard.jamesmunns.com/wire-format>.

use std::borrow::Cow;

use serde::Deserialize;

use crate::chunk::Chunks;
use crate::date::Date;
use crate::derived::Derived;
use crate::document_text::{Block, DocumentText, Span};
use crate::enumeration::{ActorKind, Form, Hue, Position, RelationKind};
use crate::id::{ActorId, CampId, DocumentId, StatementId, TopicId};
use crate::index::{Families, Index, Postings};
use crate::load::{FORMAT_VERSION, LoadError, body};
use crate::model::{Actor, Briefing, Camp, Digest, Document, Relation, Topic};
use crate::provenance::Provenance;
use crate::statements::{Statement, Statements};
use crate::terms::Terms;
use crate::write::{Layout, whole, with_frequencies};

/// The version that is read here.
const VERSION: u16 = 2;

#[derive(Deserialize)]
struct OldBriefing<'a> {
    title: &'a str,
    standfirst: &'a str,
    language: &'a str,
    editor: &'a str,
    licence: &'a str,
    #[serde(borrow)]
    method: Vec<&'a str>,
    digest: [u8; 8],
    documents: Vec<OldDocument<'a>>,
    camps: Vec<OldCamp<'a>>,
    actors: Vec<OldActor<'a>>,
    topics: Vec<OldTopic<'a>>,
    statements: Vec<OldStatement<'a>>,
    relations: Vec<OldRelation<'a>>,
    index: OldIndex<'a>,
}

#[derive(Deserialize)]
struct OldDocument<'a> {
    slug: &'a str,
    file: &'a str,
    title: &'a str,
    text: &'a str,
    published: Option<Date>,
    dated_by: Option<Span>,
    outlet: Option<ActorId>,
    url: Option<&'a str>,
    language: &'a str,
    blocks: Vec<Block>,
    omitted: Vec<Span>,
}

#[derive(Deserialize)]
struct OldCamp<'a> {
    slug: &'a str,
    name: &'a str,
    hue: Hue,
}

#[derive(Deserialize)]
struct OldActor<'a> {
    slug: &'a str,
    name: &'a str,
    short: &'a str,
    kind: ActorKind,
    role: &'a str,
    #[serde(borrow)]
    aliases: Vec<&'a str>,
    part_of: Option<ActorId>,
    parts: Vec<ActorId>,
    member_of: Vec<ActorId>,
    camp: Option<CampId>,
    country: Option<&'a str>,
    wikidata: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Deserialize)]
struct OldTopic<'a> {
    slug: &'a str,
    name: &'a str,
    scope: &'a str,
}

#[derive(Deserialize)]
struct OldStatement<'a> {
    slug: &'a str,
    document: DocumentId,
    form: Form,
    speakers: Vec<ActorId>,
    agents: Vec<ActorId>,
    via: Vec<ActorId>,
    audience: Vec<ActorId>,
    about: Vec<ActorId>,
    cue: Vec<Span>,
    content: Vec<Span>,
    topics: Vec<TopicId>,
    when: Option<Date>,
    position: Option<Position>,
    note: Option<&'a str>,
}

#[derive(Deserialize)]
struct OldRelation<'a> {
    from: StatementId,
    to: StatementId,
    kind: RelationKind,
    reason: &'a str,
}

/// The lists of facet values follow from the statements; those that are read here are of no more use.
#[derive(Deserialize)]
struct OldIndex<'a> {
    #[serde(borrow)]
    _actors: Vec<[&'a [u8]; 5]>,
    _topics: Vec<&'a [u8]>,
    _documents: Vec<&'a [u8]>,
    _months: Vec<(Date, &'a [u8])>,
    _undated: &'a [u8],
    terms: Vec<(&'a str, &'a [u8])>,
    families: &'a [u8],
    endings: &'a str,
}

/// A compiled briefing in the present version of the format: the bytes themselves, or those of version 2 written anew.
///
/// # Errors
/// A [`LoadError`] where the bytes are of another version, or of version 2 and damaged. Bytes of the present version
/// are not examined.
pub fn upgrade(bytes: &[u8]) -> Result<Cow<'_, [u8]>, LoadError> {
    let body = match body(bytes, VERSION) {
        Err(LoadError::Version(FORMAT_VERSION)) => return Ok(Cow::Borrowed(bytes)),
        body => body?,
    };
    let (old, rest) = postcard::take_from_bytes::<OldBriefing<'_>>(body).map_err(|_| "its values cannot be read")?;
    if !rest.is_empty() {
        return Err("something stands after its last value".into());
    }
    ensure_writable(&old)?;
    let written = with_frequencies(&briefing(old)?, false).ok_or("its length")?;
    // Whatever else is invalid in what was read is invalid in what was written, too.
    let read = crate::load(&written)?;
    // Frequencies are counted in what is valid.
    let whole = if written.len() <= Layout::default().whole { None } else { Some(whole(&read).ok_or("its length")?) };
    Ok(Cow::Owned(whole.unwrap_or(written)))
}

/// Whether there are no numbers that the present format has no room for.
fn ensure_writable(old: &OldBriefing<'_>) -> Result<(), LoadError> {
    let is_id = |id: u32| id < u32::MAX / 2;
    let are_actors = |ids: &[ActorId]| ids.iter().all(|id| is_id(id.0));
    let are_spans = |spans: &[Span]| spans.iter().all(|span| span.start < span.end && is_id(span.end));
    let is_document = |document: &OldDocument<'_>| {
        document.published.is_none_or(Date::is_valid)
            && are_actors(document.outlet.as_slice())
            && are_spans(document.dated_by.as_slice())
            && are_spans(&document.omitted)
            && document.blocks.iter().all(|block| are_spans(&[block.span]))
    };
    let is_actor = |actor: &OldActor<'_>| {
        are_actors(actor.part_of.as_slice()) && are_actors(&actor.member_of) && actor.camp.is_none_or(|id| is_id(id.0))
    };
    let is_statement = |statement: &OldStatement<'_>| {
        let OldStatement { speakers, agents, via, audience, about, .. } = statement;
        statement.when.is_none_or(Date::is_valid)
            && [speakers, agents, via, audience, about].iter().all(|ids| are_actors(ids))
            && statement.topics.iter().all(|id| is_id(id.0))
            && are_spans(&statement.content)
            && are_spans(&statement.cue)
    };
    let is_relation = |relation: &OldRelation<'_>| is_id(relation.from.0) && is_id(relation.to.0);
    let is_writable = old.documents.iter().all(is_document)
        && old.actors.iter().all(is_actor)
        && old.statements.iter().all(is_statement)
        && old.relations.iter().all(is_relation);
    if is_writable { Ok(()) } else { Err("a date, a reference or a span".into()) }
}

fn briefing(old: OldBriefing<'_>) -> Result<Briefing<'_>, LoadError> {
    let mut statements = Statements::default();
    let mut documents = Vec::new();
    let mut of_documents = old.statements.iter().peekable();
    for (id, document) in (0..).map(DocumentId).zip(old.documents) {
        let first = StatementId(statements.len() as u32);
        let OldDocument { text, dated_by, blocks, omitted, .. } = document;
        let mut text = DocumentText::new(text, Provenance::of(text), dated_by, blocks, omitted);
        while let Some(old) = of_documents.next_if(|statement| statement.document == id) {
            text.push_statement(&old.content, &old.cue);
            let index = text.statements() - 1;
            statements.push(&statement(old, text.paragraph(index), text.lengths(index)), old.note);
        }
        let OldDocument { slug, file, title, published, outlet, url, language, .. } = document;
        documents.push(Document { slug, file, title, text: text.into(), published, outlet, url, language, first });
    }
    if of_documents.next().is_some() {
        return Err("the order of statements".into());
    }
    let terms = old.index.terms.into_iter().map(|(term, list)| (term, Postings::new(list))).collect::<Vec<_>>();
    let index = Index {
        terms: Terms::try_from(terms)?,
        families: Families::new(old.index.families),
        endings: old.index.endings,
        ..Index::empty()
    };
    Ok(Briefing {
        title: old.title,
        standfirst: old.standfirst,
        language: old.language,
        editor: old.editor,
        licence: old.licence,
        method: old.method,
        digest: Digest(old.digest),
        documents,
        camps: old.camps.into_iter().map(|OldCamp { slug, name, hue }| Camp { slug, name, hue }).collect(),
        actors: old.actors.into_iter().map(actor).collect(),
        topics: old.topics.into_iter().map(|OldTopic { slug, name, scope }| Topic { slug, name, scope }).collect(),
        statements,
        relations: old.relations.into_iter().map(relation).collect(),
        index,
        chunks: Chunks::default(),
        by_statement: Derived::default(),
        by_time: Default::default(),
        network_places: Default::default(),
    })
}

fn statement<'s>(old: &'s OldStatement<'_>, paragraph: Option<u16>, lengths: [u16; 2]) -> Statement<'s> {
    Statement {
        slug: old.slug,
        document: old.document,
        form: old.form,
        speakers: &old.speakers,
        agents: &old.agents,
        via: &old.via,
        audience: &old.audience,
        about: &old.about,
        topics: &old.topics,
        when: old.when,
        position: old.position,
        paragraph,
        lengths,
        note: None,
    }
}

fn relation(OldRelation { from, to, kind, reason }: OldRelation<'_>) -> Relation<'_> {
    Relation { from, to, kind, reason }
}

fn actor(old: OldActor<'_>) -> Actor<'_> {
    let OldActor { slug, name, short, kind, role, aliases, part_of, parts, member_of, camp, country, wikidata, note } =
        old;
    Actor {
        slug,
        name,
        short,
        kind,
        role,
        aliases,
        part_of,
        parts,
        member_of,
        camp,
        country,
        owner: None,
        wikidata,
        note,
    }
}
