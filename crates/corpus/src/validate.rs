//! The validation of a briefing that was read from untrusted bytes, so that no later code has to validate anything.

use crate::date::Date;
use crate::id::{ActorId, DocumentId, TopicId};
use crate::index::Index;
use crate::model::{Block, BlockKind, Briefing, Document, Span, Statement};
use crate::postings::Postings;

/// The invalid part, where there is one.
pub(crate) type Validity = Result<(), &'static str>;

fn ensure(condition: bool, part: &'static str) -> Validity {
    if condition { Ok(()) } else { Err(part) }
}

/// Validates everything but texts and terms.
pub(crate) fn validate(briefing: &Briefing<'_>) -> Validity {
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

/// Whether spans are not empty, ascend and do not overlap.
fn are_ascending(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.start < span.end) && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

/// Validates the spans of a document in its text: they slice it on character boundaries.
pub(crate) fn validate_text(briefing: &Briefing<'_>, id: DocumentId, text: &str) -> Validity {
    let document = briefing.document(id);
    let are_slices = |spans: &[Span]| spans.iter().all(|&span| is_slice(text, span));
    ensure(document.dated_by.is_none_or(|span| is_slice(text, span)), "the words that date a document")?;
    ensure(are_slices(&document.omitted), "a document's omissions")?;
    ensure(document.blocks.iter().all(|block| is_slice(text, block.span)), "a document's blocks")?;
    for statement in briefing.statements_of(id) {
        ensure(are_slices(&statement.content), "a statement's content")?;
        ensure(are_slices(&statement.cue), "a statement's cue")?;
    }
    Ok(())
}

fn validate_document(briefing: &Briefing<'_>, document: &Document<'_>) -> Validity {
    ensure(document.published.is_none_or(Date::is_valid), "a document's date")?;
    ensure(document.outlet.is_none_or(|id| id.index() < briefing.actors.len()), "a document's outlet")?;
    ensure(are_ascending(&document.omitted), "a document's omissions")?;
    let mut end = 0;
    let mut paragraphs = 0;
    for &Block { span, kind } in &document.blocks {
        ensure(span.start < span.end && span.start >= end, "a document's blocks")?;
        end = span.end;
        if let BlockKind::Paragraph(number) = kind {
            ensure(u32::from(number) == paragraphs + 1, "the count of paragraphs")?;
            paragraphs += 1;
        }
    }
    Ok(())
}

fn validate_actors(briefing: &Briefing<'_>) -> Validity {
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

fn validate_statements(briefing: &Briefing<'_>) -> Validity {
    let mut last = 0;
    for statement in &briefing.statements {
        let Statement { document, speakers, agents, via, audience, about, cue, content, topics, when, .. } = statement;
        ensure(document.0 >= last, "the order of statements")?;
        last = document.0;
        ensure(document.index() < briefing.documents.len(), "a statement's document")?;
        ensure(!content.is_empty() && are_ascending(content), "a statement's content")?;
        ensure(are_ascending(cue), "a statement's cue")?;
        for ids in [speakers, agents, via, audience, about] {
            ensure(actors_exist(briefing, ids), "a statement's actors")?;
        }
        ensure(topics_exist(briefing, topics), "a statement's topics")?;
        ensure(when.is_none_or(Date::is_valid), "a statement's date")?;
    }
    Ok(())
}

fn validate_index(briefing: &Briefing<'_>, index: &Index<'_>) -> Validity {
    let counts = index.actors.len() == briefing.actors.len()
        && index.topics.len() == briefing.topics.len()
        && index.documents.len() == briefing.documents.len();
    ensure(counts, "the count of the index")?;
    ensure(index.months.iter().all(|(month, _)| month.is_valid()), "a month of the index")?;
    let months = index.months.windows(2).all(|pair| pair[0].0.sort_key() < pair[1].0.sort_key());
    ensure(months, "the order of months")?;
    let lists = index.actors.iter().flatten().chain(&index.topics).chain(&index.documents).chain([&index.undated]);
    for &list in lists.chain(index.months.iter().map(|(_, list)| list)) {
        ensure(validate_list(briefing, list), "a list of the index")?;
    }
    Ok(())
}

/// Validates the postings of all terms, which are all loaded.
pub(crate) fn validate_terms(briefing: &Briefing<'_>) -> Validity {
    let terms = &briefing.index.terms;
    let is_valid = |index| terms.postings(index).is_ok_and(|list| validate_list(briefing, list));
    ensure((0..terms.len()).all(is_valid), "a list of the index")
}

/// Whether a list decodes to its last byte and has only ids of existing statements.
pub(crate) fn validate_list(briefing: &Briefing<'_>, list: Postings<'_>) -> bool {
    let statements = briefing.statements.len();
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
