//! The core of the compiled form, from a [`Briefing`] to bytes: what `decode.rs` reads, in the same order.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use crate::chunk::{ChunkContent, Chunks, Location};
use crate::date_column::{DateWriter, first_entry};
use crate::decode::file_stem;
use crate::enumeration::Role;
use crate::id::StatementId;
use crate::model::{Actor, Briefing, Camp, Document, Relation, Topic};
use crate::statements::Statements;
use crate::writer::{Writer, difference};

/// Writes a briefing without its own chunks, and others.
pub(crate) fn briefing(briefing: &Briefing<'_>, chunks: &Chunks<'_>, writer: &mut Writer) {
    let Briefing { title, standfirst, language, editor, licence, method, digest, .. } = briefing;
    writer.texts([*title, standfirst, language, editor, licence].into_iter());
    writer.number(method.len());
    writer.texts(method.iter().copied());
    writer.bytes.extend(digest.0);
    writer.text(briefing.index.endings);
    camps(&briefing.camps, writer);
    actors(&briefing.actors, writer);
    topics(&briefing.topics, writer);
    documents(briefing, writer);
    statements(&briefing.statements, &briefing.documents, writer);
    relations(&briefing.relations, writer);
    self::chunks(chunks, writer);
}

/// 0 for none, or one more than the number of an id.
fn optional(id: Option<u32>) -> u32 {
    id.map_or(0, |id| id + 1)
}

fn camps(camps: &[Camp<'_>], writer: &mut Writer) {
    writer.number(camps.len());
    writer.texts(camps.iter().map(|camp| camp.slug));
    writer.texts(camps.iter().map(|camp| camp.name));
    writer.column(camps.iter().map(|camp| camp.hue as u32));
}

fn topics(topics: &[Topic<'_>], writer: &mut Writer) {
    writer.number(topics.len());
    writer.texts(topics.iter().map(|topic| topic.slug));
    writer.texts(topics.iter().map(|topic| topic.name));
    writer.texts(topics.iter().map(|topic| topic.scope));
}

fn actors(actors: &[Actor<'_>], writer: &mut Writer) {
    writer.number(actors.len());
    writer.texts(actors.iter().map(|actor| actor.slug));
    writer.texts(actors.iter().map(|actor| actor.name));
    writer.optional_texts(actors.iter().map(|actor| (actor.short != actor.name).then_some(actor.short)));
    writer.column(actors.iter().map(|actor| actor.kind as u32));
    writer.texts(actors.iter().map(|actor| actor.role));
    writer.column(actors.iter().map(|actor| actor.aliases.len() as u32));
    writer.texts(actors.iter().flat_map(|actor| actor.aliases.iter().copied()));
    writer.column(actors.iter().map(|actor| optional(actor.part_of.map(|id| id.0))));
    writer.column(actors.iter().map(|actor| actor.member_of.len() as u32));
    writer.column(actors.iter().flat_map(|actor| &actor.member_of).map(|id| id.0));
    writer.column(actors.iter().map(|actor| optional(actor.camp.map(|id| id.0))));
    writer.optional_texts(actors.iter().map(|actor| actor.country));
    writer.optional_texts(actors.iter().map(|actor| actor.owner));
    writer.optional_texts(actors.iter().map(|actor| actor.wikidata));
    writer.optional_texts(actors.iter().map(|actor| actor.note));
}

fn documents(briefing: &Briefing<'_>, writer: &mut Writer) {
    let documents = &briefing.documents;
    writer.number(documents.len());
    writer.texts(documents.iter().map(|document| document.file));
    writer.optional_texts(
        documents.iter().map(|document| (document.slug != file_stem(document.file)).then_some(document.slug)),
    );
    writer.texts(documents.iter().map(|document| document.title));
    let mut dates = DateWriter::new();
    for document in documents {
        dates.push(document.published);
    }
    dates.finish(writer);
    writer.column(documents.iter().map(|document| optional(document.outlet.map(|id| id.0))));
    writer.optional_texts(documents.iter().map(|document| document.url));
    let (languages, of_documents) = table(documents.iter().map(|document| document.language));
    writer.number(languages.len());
    writer.texts(languages.into_iter());
    writer.column(of_documents);
    writer.column(briefing.documents_with_ids().map(|(id, _)| briefing.statements_of(id).len() as u32));
}

/// The different values, the most frequent first, and for each value its index among them.
fn table<T: Copy + Eq + Hash + Ord>(values: impl Iterator<Item = T> + Clone) -> (Vec<T>, Vec<u32>) {
    let mut counts: HashMap<T, u32> = HashMap::new();
    values.clone().for_each(|value| *counts.entry(value).or_default() += 1);
    let mut different: Vec<(Reverse<u32>, T)> =
        counts.into_iter().map(|(value, count)| (Reverse(count), value)).collect();
    different.sort_unstable();
    let different: Vec<T> = different.into_iter().map(|(_, value)| value).collect();
    let indexes: HashMap<T, u32> = different.iter().copied().zip(0..).collect();
    let of_values = values.map(|value| indexes[&value]).collect();
    (different, of_values)
}

fn statements(statements: &Statements<'_>, documents: &[Document<'_>], writer: &mut Writer) {
    let (shapes, of_statements) = table(statements.rows.iter().map(|row| statements.shapes[row.shape as usize]));
    writer.number(shapes.len());
    writer.column(shapes.iter().map(|shape| shape.form as u32));
    writer.column(shapes.iter().map(|shape| optional(shape.position.map(|position| position as u32))));
    for role in Role::ALL {
        writer.column(shapes.iter().map(|shape| shape.actors[role as usize]));
    }
    writer.column(shapes.iter().map(|shape| shape.topics));
    writer.column(shapes.iter().map(|shape| u32::from(shape.has_note)));
    writer.column(of_statements);
    let (ranked, actors) = table(statements.actors.iter().copied());
    writer.number(ranked.len());
    writer.column(ranked.into_iter().map(|id| id.0));
    writer.column(actors);
    writer.column(statements.topics.iter().map(|id| id.0));
    let mut dates = DateWriter::new();
    let mut paragraphs = Vec::new();
    let mut documents = documents.iter().peekable();
    let mut paragraph = 0;
    for (id, row) in (0..).map(StatementId).zip(&statements.rows) {
        while let Some(document) = documents.next_if(|document| document.first == id) {
            if let Some(date) = document.published {
                dates.reference = first_entry(date).first_day();
            }
            paragraph = 0;
        }
        dates.push(row.when);
        paragraphs.push(difference(u32::from(row.paragraph), paragraph));
        paragraph = u32::from(row.paragraph);
    }
    dates.finish(writer);
    writer.column(paragraphs);
    for field in 0..2 {
        writer.column(statements.rows.iter().map(|row| u32::from(row.lengths[field])));
    }
    slugs(statements, writer);
    writer.number(statements.notes.len());
    writer.texts(statements.notes.iter().map(|(_, note)| *note));
}

fn slugs(statements: &Statements<'_>, writer: &mut Writer) {
    let parts: Vec<(&str, Option<u32>)> = statements.iter().map(|statement| slug_parts(statement.slug)).collect();
    let (stems, of_statements) = table(parts.iter().map(|(stem, number)| (*stem, number.is_some())));
    writer.number(stems.len());
    writer.texts(stems.iter().map(|(stem, _)| *stem));
    writer.bytes.extend(stems.iter().map(|&(_, is_numbered)| u8::from(is_numbered)));
    writer.column(of_statements);
    writer.number(parts.iter().filter(|(_, number)| number.is_some()).count());
    let mut next = 0;
    let number = |number: u32| difference(number, std::mem::replace(&mut next, number + 1));
    writer.column(parts.into_iter().filter_map(|(_, number)| number).map(number));
}

/// The stem of a slug, and the number that follows it. The stem and the number, in decimal digits, are the slug.
fn slug_parts(slug: &str) -> (&str, Option<u32>) {
    let stem = slug.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &slug[stem.len()..];
    // Ten digits may be more than a number holds, and leading zeros would be lost.
    let is_number = (1..10).contains(&digits.len()) && (digits == "0" || !digits.starts_with('0'));
    match digits.parse() {
        Ok(number) if is_number => (stem, Some(number)),
        _ => (slug, None),
    }
}

fn relations(relations: &[Relation<'_>], writer: &mut Writer) {
    writer.number(relations.len());
    let mut last = 0;
    writer.column(
        relations.iter().map(|relation| difference(relation.from.0, std::mem::replace(&mut last, relation.from.0))),
    );
    writer.column(relations.iter().map(|relation| difference(relation.to.0, relation.from.0)));
    writer.column(relations.iter().map(|relation| relation.kind as u32));
    writer.texts(relations.iter().map(|relation| relation.reason));
}

fn chunks(chunks: &Chunks<'_>, writer: &mut Writer) {
    writer.number(chunks.list.len());
    writer.column(chunks.list.iter().map(|chunk| match chunk.content {
        ChunkContent::Texts(_) => 0,
        ChunkContent::Vocabulary => 1,
        ChunkContent::Postings => 2,
        ChunkContent::Frequencies => 3,
    }));
    let documents = chunks.list.iter().filter_map(|chunk| match &chunk.content {
        ChunkContent::Texts(documents) => Some(documents),
        ChunkContent::Vocabulary | ChunkContent::Postings | ChunkContent::Frequencies => None,
    });
    writer.column(chunks.list.iter().map(|chunk| match &chunk.content {
        ChunkContent::Texts(documents) => documents.len() as u32,
        ChunkContent::Vocabulary | ChunkContent::Postings | ChunkContent::Frequencies => 0,
    }));
    let mut next = 0;
    let number = |number: u32| difference(number, std::mem::replace(&mut next, number + 1));
    writer.column(documents.flatten().map(|id| id.0).map(number));
    writer.column(chunks.list.iter().map(|chunk| match &chunk.location {
        Location::Core(bytes) => bytes.len() as u32,
        Location::File(file) => file.size,
    }));
    writer.bytes.extend(chunks.list.iter().map(|chunk| u8::from(chunk.file().is_some())));
    writer.number(chunks.alias_documents.len());
    writer.column(chunks.alias_documents.iter().map(|id| id.0));
    for chunk in &chunks.list {
        match &chunk.location {
            Location::Core(bytes) => writer.bytes.extend(*bytes),
            Location::File(file) => {
                writer.bytes.extend(file.digest);
                writer.bytes.extend(file.checksum);
            }
        }
    }
}
