//! The compiled form: a header, then the briefing in postcard's wire format (version 1), strings left in place.
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `BRFG` |
//! | 4..6 | format version, little endian |
//! | 6..10 | length of what follows the header, little endian |
//! | 10.. | [`Briefing`], postcard |
//!
//! Postcard says how each value is written: <https://postcard.jamesmunns.com/wire-format>.
//!
//! Bytes from anywhere may be handed to [`load`]: it answers with a briefing whose every reference, span and list
//! holds, or with an error. It does not compare the briefing with its digest, which names the edition and guards
//! nothing.

use crate::index::{Index, Postings};
use crate::model::{ActorId, Block, BlockKind, Briefing, Document, Span, Statement, TopicId};

/// The version of the compiled form that this build writes and reads.
pub const FORMAT_VERSION: u16 = 2;

/// What the compiled form begins with.
pub const MAGIC: [u8; 4] = *b"BRFG";

/// The length of what stands before the briefing.
pub const HEADER: usize = 10;

/// Why bytes are not a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Does not begin with [`MAGIC`].
    BadMagic,
    /// Written by another version of the format.
    Version(u16),
    /// Shorter or longer than the header says.
    Length,
    /// Of the right length, but not a briefing.
    Damaged(&'static str),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BadMagic => f.write_str("this is not a compiled briefing"),
            Self::Version(version) => write!(
                f,
                "this briefing was compiled in format {version}, and only format {FORMAT_VERSION} can be read here"
            ),
            Self::Length => f.write_str("the compiled briefing is cut off, or something stands after it"),
            Self::Damaged(what) => write!(f, "the compiled briefing is damaged: {what}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads a briefing out of its compiled form. Strings and postings are borrowed; every reference and span is checked,
/// so that nothing later has to.
///
/// # Errors
/// Says what is wrong with the bytes; there is no partial briefing.
pub fn load(bytes: &[u8]) -> Result<Briefing<'_>, LoadError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(LoadError::BadMagic)?;
    let (version, rest) = rest.split_first_chunk().ok_or(LoadError::Length)?;
    match u16::from_le_bytes(*version) {
        FORMAT_VERSION => {}
        other => return Err(LoadError::Version(other)),
    }
    let (length, body) = rest.split_first_chunk().ok_or(LoadError::Length)?;
    if u32::from_le_bytes(*length) as usize != body.len() {
        return Err(LoadError::Length);
    }
    let (briefing, left): (Briefing<'_>, _) =
        postcard::take_from_bytes(body).map_err(|_| LoadError::Damaged("its values cannot be read"))?;
    hold(left.is_empty(), "something stands after its last value")?;
    check(&briefing)?;
    Ok(briefing)
}

fn hold(holds: bool, otherwise: &'static str) -> Result<(), LoadError> {
    if holds { Ok(()) } else { Err(LoadError::Damaged(otherwise)) }
}

fn check(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    briefing.documents.iter().try_for_each(|document| check_document(briefing, document))?;
    check_actors(briefing)?;
    check_statements(briefing)?;
    let statements = briefing.statements.len();
    for relation in &briefing.relations {
        let inside = relation.from.index() < statements && relation.to.index() < statements;
        hold(inside && relation.from != relation.to, "a relation")?;
    }
    check_index(briefing, &briefing.index)
}

fn actors_exist(briefing: &Briefing<'_>, ids: &[ActorId]) -> bool {
    ids.iter().all(|id| id.index() < briefing.actors.len())
}

fn topics_exist(briefing: &Briefing<'_>, ids: &[TopicId]) -> bool {
    ids.iter().all(|id| id.index() < briefing.topics.len())
}

/// Whether a span may slice the text, and is not empty.
fn slices(text: &str, span: Span) -> bool {
    span.start < span.end && text.get(span.range()).is_some()
}

/// Whether spans may slice the text, ascend and share nothing.
fn ascend(text: &str, spans: &[Span]) -> bool {
    spans.iter().all(|&span| slices(text, span)) && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

fn check_document(briefing: &Briefing<'_>, document: &Document<'_>) -> Result<(), LoadError> {
    let text = document.text;
    hold(document.published.is_none_or(crate::Date::is_valid), "a document's date")?;
    hold(document.outlet.is_none_or(|id| id.index() < briefing.actors.len()), "a document's outlet")?;
    hold(document.dated_by.is_none_or(|span| slices(text, span)), "the words that date a document")?;
    hold(ascend(text, &document.omitted), "a document's omissions")?;
    let mut end = 0;
    let mut paragraphs = 0;
    for &Block { span, kind } in &document.blocks {
        hold(slices(text, span) && span.start >= end, "a document's blocks")?;
        end = span.end;
        if let BlockKind::Paragraph(number) = kind {
            hold(u32::from(number) == paragraphs + 1, "the count of paragraphs")?;
            paragraphs += 1;
        }
    }
    Ok(())
}

fn check_actors(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    let count = briefing.actors.len();
    for actor in &briefing.actors {
        hold(actor.camp.is_none_or(|id| id.index() < briefing.camps.len()), "an actor's camp")?;
        hold(actors_exist(briefing, &actor.parts), "an actor's parts")?;
        hold(actors_exist(briefing, &actor.member_of), "an actor's memberships")?;
        hold(actor.part_of.is_none_or(|id| id.index() < count), "an actor's whole")?;
    }
    // Nobody is a part of itself, so whoever walks up from a part to its whole comes to an end.
    for actor in &briefing.actors {
        let mut above = actor.part_of;
        for step in 0.. {
            let Some(id) = above else { break };
            hold(step < count, "a circle of parts")?;
            above = briefing.actors[id.index()].part_of;
        }
    }
    Ok(())
}

fn check_statements(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    let mut last = 0;
    for statement in &briefing.statements {
        let Statement { document, speakers, agents, via, audience, about, cue, content, topics, when, .. } = statement;
        hold(document.0 >= last, "the order of statements")?;
        last = document.0;
        let document = briefing.documents.get(document.index()).ok_or(LoadError::Damaged("a statement's document"))?;
        hold(!content.is_empty() && ascend(document.text, content), "a statement's content")?;
        hold(ascend(document.text, cue), "a statement's cue")?;
        for ids in [speakers, agents, via, audience, about] {
            hold(actors_exist(briefing, ids), "a statement's actors")?;
        }
        hold(topics_exist(briefing, topics), "a statement's topics")?;
        hold(when.is_none_or(crate::Date::is_valid), "a statement's date")?;
    }
    Ok(())
}

fn check_index(briefing: &Briefing<'_>, index: &Index<'_>) -> Result<(), LoadError> {
    let counts = index.actors.len() == briefing.actors.len()
        && index.topics.len() == briefing.topics.len()
        && index.documents.len() == briefing.documents.len();
    hold(counts, "the count of the index")?;
    hold(index.months.iter().all(|(month, _)| month.is_valid()), "a month of the index")?;
    let months = index.months.windows(2).all(|pair| pair[0].0.sort_key() < pair[1].0.sort_key());
    hold(months, "the order of months")?;
    hold(index.terms.windows(2).all(|pair| pair[0].0 < pair[1].0), "the order of terms")?;
    let lists = index.actors.iter().flatten().chain(&index.topics).chain(&index.documents).chain([&index.undated]);
    let lists = lists.chain(index.months.iter().map(|(_, list)| list)).chain(index.terms.iter().map(|(_, list)| list));
    for &list in lists {
        hold(whole(list, briefing.statements.len()), "a list of the index")?;
    }
    Ok(())
}

/// Whether a list decodes to its last byte and names existing statements only.
fn whole(list: Postings<'_>, statements: usize) -> bool {
    let mut next = 0;
    let mut length = 0;
    for id in list {
        if id.index() >= statements {
            return false;
        }
        // What `encode` would have written: one byte for each begun seven bits.
        let gap = id.0 - next;
        length += 1 + (gap | 1).ilog2() as usize / 7;
        next = id.0 + 1;
    }
    length == list.encoded_len()
}
