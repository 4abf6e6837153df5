//! The core of the compiled form, from bytes to a [`Briefing`]. Lists are in columns, see [`crate::reader`]: first the
//! number of entries, then a column for each of their properties. `encode.rs` writes them in the same order.
//!
//! What follows from other columns is made here and not read: the parts of actors, the statements of facet values. What
//! is read is valid, or nothing is: references are of entries that exist, parts have no circle, dates exist.

use crate::chunk::{Chunk, ChunkContent, ChunkFile, Chunks, Location};
use crate::date_column::{Dates, first_entry};
use crate::document_text::Text;
use crate::enumeration::{ActorKind, Form, Hue, Position, RelationKind, Role};
use crate::facet_lists::FacetLists;
use crate::id::{ActorId, CampId, DocumentId, StatementId, TopicId};
use crate::index::Index;
use crate::model::{Actor, Briefing, Camp, Digest, Document, Relation, Topic};
use crate::reader::{Reader, advance};
use crate::statements::{Row, Shape, Statements};

/// The most parts of all actors together, and the most bytes of a slug: damaged bytes could ask for more memory than
/// there is.
const MOST_PARTS: usize = 1 << 24;
const LONGEST_SLUG: usize = 255;

/// Reads a core; `None` where it is damaged.
pub(crate) fn briefing<'a>(reader: &mut Reader<'a>) -> Option<Briefing<'a>> {
    let heads = reader.texts(5)?;
    let [title, standfirst, language, editor, licence] = heads[..] else { return None };
    let paragraphs = reader.number()?;
    let method = reader.texts(paragraphs)?;
    let digest = Digest(reader.bytes(8)?.try_into().ok()?);
    let endings = reader.text()?;
    let camps = camps(reader)?;
    let actors = actors(reader, camps.len())?;
    let topics = topics(reader)?;
    let (documents, count) = documents(reader, actors.len())?;
    let statements = statements(reader, count, &documents, actors.len(), topics.len())?;
    let relations = relations(reader, statements.len())?;
    let chunks = chunks(reader, documents.len())?;
    let part_of: Vec<_> = actors.iter().map(|actor| actor.part_of).collect();
    let facets = FacetLists::new(&statements, &part_of, topics.len(), documents.len())?;
    let index = Index { facets, endings, ..Index::empty() };
    Some(Briefing {
        title,
        standfirst,
        language,
        editor,
        licence,
        method,
        digest,
        documents,
        camps,
        actors,
        topics,
        statements,
        relations,
        index,
        chunks,
    })
}

/// An id where a number is not 0, which stands for none.
fn optional<T>(number: u32, id: fn(u32) -> T) -> Option<T> {
    number.checked_sub(1).map(id)
}

fn camps<'a>(reader: &mut Reader<'a>) -> Option<Vec<Camp<'a>>> {
    let length = reader.number()?;
    let (slugs, names) = (reader.texts(length)?, reader.texts(length)?);
    let hues = reader.column_below(length, Hue::ALL.len())?;
    let entries = slugs.into_iter().zip(names).zip(hues);
    Some(entries.map(|((slug, name), hue)| Camp { slug, name, hue: Hue::ALL[hue as usize] }).collect())
}

fn topics<'a>(reader: &mut Reader<'a>) -> Option<Vec<Topic<'a>>> {
    let length = reader.number()?;
    let (slugs, names, scopes) = (reader.texts(length)?, reader.texts(length)?, reader.texts(length)?);
    let entries = slugs.into_iter().zip(names).zip(scopes);
    Some(entries.map(|((slug, name), scope)| Topic { slug, name, scope }).collect())
}

fn actors<'a>(reader: &mut Reader<'a>, camps: usize) -> Option<Vec<Actor<'a>>> {
    let length = reader.number()?;
    let (slugs, names, shorts) = (reader.texts(length)?, reader.texts(length)?, reader.optional_texts(length)?);
    let kinds = reader.column_below(length, ActorKind::ALL.len())?;
    let roles = reader.texts(length)?;
    let (alias_counts, aliases) = reader.lengths(length)?;
    let mut aliases = reader.texts(aliases)?.into_iter();
    let part_of = reader.column_below(length, length + 1)?;
    let (member_counts, members) = reader.lengths(length)?;
    let mut members = reader.column_below(members, length)?.into_iter().map(ActorId);
    let of_camps = reader.column_below(length, camps + 1)?;
    let [countries, wikidata, notes] =
        [reader.optional_texts(length)?, reader.optional_texts(length)?, reader.optional_texts(length)?];
    let actor = |index: usize| Actor {
        slug: slugs[index],
        name: names[index],
        short: shorts[index].unwrap_or(names[index]),
        kind: ActorKind::ALL[kinds[index] as usize],
        role: roles[index],
        aliases: aliases.by_ref().take(alias_counts[index] as usize).collect(),
        part_of: optional(part_of[index], ActorId),
        parts: Vec::new(),
        member_of: members.by_ref().take(member_counts[index] as usize).collect(),
        camp: optional(of_camps[index], CampId),
        country: countries[index],
        wikidata: wikidata[index],
        note: notes[index],
    };
    let mut actors: Vec<_> = (0..length).map(actor).collect();
    let mut parts = 0;
    for index in 0..length {
        let mut whole = actors[index].part_of;
        for step in 0.. {
            let Some(id) = whole else { break };
            parts += 1;
            // More steps than there are actors are a circle.
            if step == length || parts > MOST_PARTS {
                return None;
            }
            let whole_actor = &mut actors[id.index()];
            whole_actor.parts.push(ActorId(index as u32));
            whole = whole_actor.part_of;
        }
    }
    Some(actors)
}

/// The documents, and the number of their statements.
fn documents<'a>(reader: &mut Reader<'a>, actors: usize) -> Option<(Vec<Document<'a>>, usize)> {
    let length = reader.number()?;
    let (files, slugs, titles) = (reader.texts(length)?, reader.optional_texts(length)?, reader.texts(length)?);
    let mut dates = Dates::read(reader, length)?;
    let outlets = reader.column_below(length, actors + 1)?;
    let urls = reader.optional_texts(length)?;
    let languages = reader.number()?;
    let languages = reader.texts(languages)?;
    let of_languages = reader.column_below(length, languages.len())?;
    let counts = reader.column(length)?;
    let mut documents = Vec::with_capacity(length);
    let mut first = 0u32;
    for index in 0..length {
        documents.push(Document {
            slug: slugs[index].unwrap_or_else(|| file_stem(files[index])),
            file: files[index],
            title: titles[index],
            text: Text::default(),
            published: dates.next()?,
            outlet: optional(outlets[index], ActorId),
            url: urls[index],
            language: languages[of_languages[index] as usize],
            first: StatementId(first),
        });
        first = first.checked_add(counts[index])?;
    }
    Some((documents, first as usize))
}

/// The name of a file without its extension.
pub(crate) fn file_stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The shapes of statements; a column for each property.
fn shapes(reader: &mut Reader<'_>) -> Option<Vec<Shape>> {
    let length = reader.number()?;
    let forms = reader.column_below(length, Form::ALL.len())?;
    let positions = reader.column_below(length, Position::ALL.len() + 1)?;
    let mut counts = Vec::with_capacity(Role::ALL.len());
    for _ in Role::ALL {
        counts.push(reader.column(length)?);
    }
    let topics = reader.column(length)?;
    let have_notes = reader.column_below(length, 2)?;
    let shape = |index: usize| Shape {
        form: Form::ALL[forms[index] as usize],
        position: positions[index].checked_sub(1).map(|position| Position::ALL[position as usize]),
        actors: std::array::from_fn(|role| counts[role][index]),
        topics: topics[index],
        has_note: have_notes[index] == 1,
    };
    Some((0..length).map(shape).collect())
}

fn statements<'a>(
    reader: &mut Reader<'a>,
    length: usize,
    documents: &[Document<'_>],
    actors: usize,
    topics: usize,
) -> Option<Statements<'a>> {
    let shapes = shapes(reader)?;
    let of_shapes = reader.column_below(length, shapes.len())?;
    // Actors are numbered by frequency, so that most numbers are short.
    let ranked = reader.number()?;
    let ranked = reader.column_below(ranked, actors)?;
    let sum = |count: fn(&Shape) -> Option<u32>| {
        of_shapes.iter().try_fold(0u32, |sum, &shape| sum.checked_add(count(&shapes[shape as usize])?))
    };
    let actors = sum(|shape| shape.actors.iter().try_fold(0, |sum: u32, &count| sum.checked_add(count)))?;
    let actors = reader.column_below(actors as usize, ranked.len())?;
    let topics = reader.column_below(sum(|shape| Some(shape.topics))? as usize, topics)?;
    let mut dates = Dates::read(reader, length)?;
    let paragraphs = reader.column(length)?;
    let mut slugs = Slugs::read(reader, length)?;
    let mut statements = Statements {
        rows: Vec::with_capacity(length),
        actors: actors.into_iter().map(|rank| ActorId(ranked[rank as usize])).collect(),
        topics: topics.into_iter().map(TopicId).collect(),
        slugs: String::new(),
        notes: Vec::new(),
        shapes,
    };
    let (mut first_actor, mut first_topic) = (0, 0);
    let mut next_document = 0;
    let mut paragraph = 0;
    for (index, &shape) in of_shapes.iter().enumerate() {
        while documents.get(next_document).is_some_and(|document| document.first.index() == index) {
            if let Some(date) = documents[next_document].published {
                dates.reference = first_entry(date).first_day();
            }
            paragraph = 0;
            next_document += 1;
        }
        let counts = &statements.shapes[shape as usize];
        let slug = statements.slugs.len() as u32;
        slugs.push_next(&mut statements.slugs)?;
        statements.rows.push(Row {
            document: DocumentId(next_document.checked_sub(1)? as u32),
            shape,
            actors: first_actor,
            topics: first_topic,
            slug,
            when: dates.next()?,
            paragraph: u16::try_from(advance(&mut paragraph, paragraphs[index])?).ok()?,
        });
        first_actor += counts.actors.iter().sum::<u32>();
        first_topic += counts.topics;
    }
    let with_note = of_shapes.iter().zip(0..).filter(|&(&shape, _)| statements.shapes[shape as usize].has_note);
    let with_note: Vec<_> = with_note.map(|(_, id)| StatementId(id)).collect();
    let notes = reader.texts(with_note.len())?;
    statements.notes = with_note.into_iter().zip(notes).collect();
    Some(statements)
}

/// The slugs of statements: each is a stem, which may be followed by a number. Stems are stored once.
struct Slugs<'a> {
    stems: Vec<&'a str>,
    /// For each stem whether a number follows it.
    is_numbered: &'a [u8],
    of_statements: std::vec::IntoIter<u32>,
    /// The difference of each number from the number after the last one.
    numbers: std::vec::IntoIter<u32>,
    next: u32,
}

impl<'a> Slugs<'a> {
    fn read(reader: &mut Reader<'a>, length: usize) -> Option<Self> {
        let stems = reader.number()?;
        let stems = reader.texts(stems)?;
        let is_numbered = reader.bytes(stems.len())?;
        let of_statements = reader.column_below(length, stems.len())?;
        let numbers = of_statements.iter().filter(|&&stem| is_numbered[stem as usize] != 0).count();
        let numbers = reader.column(numbers)?.into_iter();
        Some(Slugs { stems, is_numbered, of_statements: of_statements.into_iter(), numbers, next: 0 })
    }

    /// Appends the next slug.
    fn push_next(&mut self, slugs: &mut String) -> Option<()> {
        let stem = self.of_statements.next()? as usize;
        let begin = slugs.len();
        slugs.push_str(self.stems[stem]);
        if self.is_numbered[stem] != 0 {
            let number = advance(&mut self.next, self.numbers.next()?)?;
            push_decimal(number, slugs);
            self.next = number.checked_add(1)?;
        }
        (slugs.len() - begin <= LONGEST_SLUG).then_some(())
    }
}

/// Appends a number in decimal digits. Formatting takes several times as long, and there are as many as statements.
fn push_decimal(number: u32, text: &mut String) {
    if number >= 10 {
        push_decimal(number / 10, text);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

fn relations<'a>(reader: &mut Reader<'a>, statements: usize) -> Option<Vec<Relation<'a>>> {
    let length = reader.number()?;
    let (from, to) = (reader.column(length)?, reader.column(length)?);
    let kinds = reader.column_below(length, RelationKind::ALL.len())?;
    let reasons = reader.texts(length)?;
    let mut relations = Vec::with_capacity(length);
    let mut last = 0;
    for (index, reason) in reasons.into_iter().enumerate() {
        let from = advance(&mut last, from[index])?;
        let to = advance(&mut { from }, to[index])?;
        if from == to || from.max(to) as usize >= statements {
            return None;
        }
        let kind = RelationKind::ALL[kinds[index] as usize];
        relations.push(Relation { from: StatementId(from), to: StatementId(to), kind, reason });
    }
    Some(relations)
}

/// The table of chunks, and those that are in the core.
fn chunks<'a>(reader: &mut Reader<'a>, documents: usize) -> Option<Chunks<'a>> {
    let length = reader.number()?;
    let kinds = reader.column_below(length, 4)?;
    let (counts, of_chunks) = reader.lengths(kinds.iter().filter(|&&kind| kind == 0).count())?;
    let mut ids = Vec::with_capacity(of_chunks.min(documents));
    let mut next = 0;
    for difference in reader.column(of_chunks)? {
        let id = advance(&mut next, difference).filter(|&id| (id as usize) < documents)?;
        ids.push(DocumentId(id));
        next = id + 1;
    }
    let sizes = reader.column(length)?;
    let is_file = reader.bytes(length)?;
    let mut files = Vec::new();
    for &size in sizes.iter().zip(is_file).filter(|(_, is_file)| **is_file != 0).map(|(size, _)| size) {
        let (digest, checksum) = (reader.bytes(32)?.try_into().ok()?, reader.bytes(8)?.try_into().ok()?);
        files.push(ChunkFile { digest, checksum, size });
    }
    let aliases = reader.number()?;
    let alias_documents = reader.column_below(aliases, documents)?.into_iter().map(DocumentId).collect();
    let (mut counts, mut ids, mut files) = (counts.into_iter(), ids.into_iter(), files.into_iter());
    let mut list = Vec::with_capacity(length);
    for (index, kind) in kinds.into_iter().enumerate() {
        let content = match kind {
            0 => ChunkContent::Texts(ids.by_ref().take(counts.next()? as usize).collect()),
            1 => ChunkContent::Vocabulary,
            2 => ChunkContent::Postings,
            _ => ChunkContent::Frequencies,
        };
        let location = if is_file[index] == 0 {
            Location::Core(reader.bytes(sizes[index] as usize)?)
        } else {
            Location::File(files.next()?)
        };
        list.push(Chunk { content, location });
    }
    Some(Chunks { list, alias_documents, ..Chunks::default() })
}
