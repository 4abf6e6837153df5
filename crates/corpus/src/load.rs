//! The compiled format, and its loader: a header, then the briefing in postcard's wire format (version 1). Strings and
//! postings are borrowed from the bytes.
//!
//! | bytes | content |
//! |---|---|
//! | 0..4 | `BRFG` |
//! | 4..6 | format version, little endian |
//! | 6..10 | length of what follows the header, little endian |
//! | 10.. | [`Briefing`], postcard |
//!
//! The encoding of each value is specified at <https://postcard.jamesmunns.com/wire-format>.
//!
//! [`load`] takes untrusted bytes: it returns a briefing in which every reference, span and list is valid, or an error.
//! It does not verify the digest, which identifies the edition and is no checksum of the bytes.

use crate::date::Date;
use crate::id::{ActorId, TopicId};
use crate::index::{Index, Postings};
use crate::model::{Block, BlockKind, Briefing, Document, Span, Statement};

/// The version of the compiled format that this build writes and reads.
pub const FORMAT_VERSION: u16 = 2;

/// Magic number: the first bytes of the compiled format.
pub const MAGIC: [u8; 4] = *b"BRFG";

/// Length of the header, in bytes.
pub const HEADER_LEN: usize = 10;

/// The reason why bytes are not a compiled briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The bytes do not begin with [`MAGIC`].
    BadMagic,
    /// The bytes are of another version of the format.
    Version(u16),
    /// The length is not that of the header.
    Length,
    /// The length is right, but the content is invalid; names the invalid part.
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

/// Loads a briefing from its compiled format. Strings and postings are borrowed; every reference and span is validated
/// here, so that no later code has to.
///
/// # Errors
/// A [`LoadError`] where the bytes are not a valid briefing; there is no partial briefing.
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
    ensure(left.is_empty(), "something stands after its last value")?;
    validate(&briefing)?;
    Ok(briefing)
}

fn ensure(condition: bool, part: &'static str) -> Result<(), LoadError> {
    if condition { Ok(()) } else { Err(LoadError::Damaged(part)) }
}

fn validate(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    briefing.documents.iter().try_for_each(|document| validate_document(briefing, document))?;
    validate_actors(briefing)?;
    validate_statements(briefing)?;
    let statements = briefing.statements.len();
    for relation in &briefing.relations {
        let inside = relation.from.index() < statements && relation.to.index() < statements;
        ensure(inside && relation.from != relation.to, "a relation")?;
    }
    validate_index(briefing, &briefing.index)
}

fn actors_exist(briefing: &Briefing<'_>, ids: &[ActorId]) -> bool {
    ids.iter().all(|id| id.index() < briefing.actors.len())
}

fn topics_exist(briefing: &Briefing<'_>, ids: &[TopicId]) -> bool {
    ids.iter().all(|id| id.index() < briefing.topics.len())
}

/// Whether a span is not empty and slices the text on character boundaries.
fn is_slice(text: &str, span: Span) -> bool {
    span.start < span.end && text.get(span.range()).is_some()
}

/// Whether spans slice the text, ascend and do not overlap.
fn are_ascending(text: &str, spans: &[Span]) -> bool {
    spans.iter().all(|&span| is_slice(text, span)) && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

fn validate_document(briefing: &Briefing<'_>, document: &Document<'_>) -> Result<(), LoadError> {
    let text = document.text();
    ensure(document.published.is_none_or(Date::is_valid), "a document's date")?;
    ensure(document.outlet.is_none_or(|id| id.index() < briefing.actors.len()), "a document's outlet")?;
    ensure(document.dated_by.is_none_or(|span| is_slice(text, span)), "the words that date a document")?;
    ensure(are_ascending(text, &document.omitted), "a document's omissions")?;
    let mut end = 0;
    let mut paragraphs = 0;
    for &Block { span, kind } in &document.blocks {
        ensure(is_slice(text, span) && span.start >= end, "a document's blocks")?;
        end = span.end;
        if let BlockKind::Paragraph(number) = kind {
            ensure(u32::from(number) == paragraphs + 1, "the count of paragraphs")?;
            paragraphs += 1;
        }
    }
    Ok(())
}

fn validate_actors(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    let count = briefing.actors.len();
    for actor in &briefing.actors {
        ensure(actor.camp.is_none_or(|id| id.index() < briefing.camps.len()), "an actor's camp")?;
        ensure(actors_exist(briefing, &actor.parts), "an actor's parts")?;
        ensure(actors_exist(briefing, &actor.member_of), "an actor's memberships")?;
        ensure(actor.part_of.is_none_or(|id| id.index() < count), "an actor's whole")?;
    }
    // `part_of` has no cycle, so that a walk upwards terminates.
    for actor in &briefing.actors {
        let mut parent = actor.part_of;
        for step in 0.. {
            let Some(id) = parent else { break };
            ensure(step < count, "a circle of parts")?;
            parent = briefing.actors[id.index()].part_of;
        }
    }
    Ok(())
}

fn validate_statements(briefing: &Briefing<'_>) -> Result<(), LoadError> {
    let mut last = 0;
    for statement in &briefing.statements {
        let Statement { document, speakers, agents, via, audience, about, cue, content, topics, when, .. } = statement;
        ensure(document.0 >= last, "the order of statements")?;
        last = document.0;
        let document = briefing.documents.get(document.index()).ok_or(LoadError::Damaged("a statement's document"))?;
        ensure(!content.is_empty() && are_ascending(document.text(), content), "a statement's content")?;
        ensure(are_ascending(document.text(), cue), "a statement's cue")?;
        for ids in [speakers, agents, via, audience, about] {
            ensure(actors_exist(briefing, ids), "a statement's actors")?;
        }
        ensure(topics_exist(briefing, topics), "a statement's topics")?;
        ensure(when.is_none_or(Date::is_valid), "a statement's date")?;
    }
    Ok(())
}

fn validate_index(briefing: &Briefing<'_>, index: &Index<'_>) -> Result<(), LoadError> {
    let counts = index.actors.len() == briefing.actors.len()
        && index.topics.len() == briefing.topics.len()
        && index.documents.len() == briefing.documents.len();
    ensure(counts, "the count of the index")?;
    ensure(index.months.iter().all(|(month, _)| month.is_valid()), "a month of the index")?;
    let months = index.months.windows(2).all(|pair| pair[0].0.sort_key() < pair[1].0.sort_key());
    ensure(months, "the order of months")?;
    ensure(index.terms.windows(2).all(|pair| pair[0].0 < pair[1].0), "the order of terms")?;
    let lists = index.actors.iter().flatten().chain(&index.topics).chain(&index.documents).chain([&index.undated]);
    let lists = lists.chain(index.months.iter().map(|(_, list)| list)).chain(index.terms.iter().map(|(_, list)| list));
    for &list in lists {
        ensure(is_valid_list(list, briefing.statements.len()), "a list of the index")?;
    }
    Ok(())
}

/// Whether a list decodes to its last byte and has only ids of existing statements.
fn is_valid_list(list: Postings<'_>, statements: usize) -> bool {
    let mut next = 0;
    let mut length = 0;
    for id in list {
        if id.index() >= statements {
            return false;
        }
        // The length that `encode` would have written: one byte for each started group of seven bits.
        let gap = id.0 - next;
        length += 1 + (gap | 1).ilog2() as usize / 7;
        next = id.0 + 1;
    }
    length == list.encoded_len()
}
