//! The core of the compiled form, from bytes to a [`Briefing`]. Lists are in columns, see [`crate::reader`]: first the
//! number of entries, then a column for each of their properties. `encode.rs` writes them in the same order.
//!
//! What follows from other columns is made here and not read: the parts of actors, the statements of facet values. What
//! is read is valid, or nothing is: references are of entries that exist, parts have no circle, dates exist.
//!
//! Columns need not be dropped: a function that gives up after each of them is a third of one that has lists to drop.

use crate::chunk::{Chunk, ChunkContent, ChunkFile, Chunks, Location};
use crate::date_column::{Dates, first_entry};
use crate::derived::Derived;
use crate::document_text::Text;
use crate::enumeration::{ActorKind, Form, Hue, Position, RelationKind, Role};
use crate::facet_lists::FacetLists;
use crate::id::{ActorId, CampId, DocumentId, StatementId, TopicId};
use crate::index::Index;
use crate::model::{Actor, Briefing, Camp, Digest, Document, Relation, Topic};
use crate::reader::{Column, Reader, advance};
use crate::statements::{Row, Shape, Statements};

/// The most parts of all actors together, and the most bytes of a slug: damaged bytes could ask for more memory than
/// there is.
const MOST_PARTS: usize = 1 << 24;
const LONGEST_SLUG: usize = 255;

/// Reads a core; `None` where it is damaged.
pub(crate) fn briefing<'a>(reader: &mut Reader<'a>) -> Option<Briefing<'a>> {
    let mut heads = reader.texts(5)?;
    let paragraphs = reader.count()?;
    let mut method = reader.texts(paragraphs)?;
    let digest = Digest(reader.bytes(8)?.try_into().ok()?);
    let endings = reader.text()?;
    let mut briefing = Briefing {
        title: heads.next(),
        standfirst: heads.next(),
        language: heads.next(),
        editor: heads.next(),
        licence: heads.next(),
        method: method.take_texts(paragraphs),
        digest,
        documents: Vec::new(),
        camps: Vec::new(),
        actors: Vec::new(),
        topics: Vec::new(),
        statements: Statements::default(),
        relations: Vec::new(),
        index: Index { endings, ..Index::empty() },
        chunks: Chunks::default(),
        by_statement: Derived::default(),
        by_time: Default::default(),
        network_places: Default::default(),
    };
    fill(&mut briefing, reader)?;
    Some(briefing)
}

fn fill<'a>(briefing: &mut Briefing<'a>, reader: &mut Reader<'a>) -> Option<()> {
    camps(reader, &mut briefing.camps)?;
    actors(reader, briefing.camps.len(), &mut briefing.actors)?;
    topics(reader, &mut briefing.topics)?;
    let statements = documents(reader, briefing.actors.len(), &mut briefing.documents)?;
    fill_statements(briefing, statements, reader)?;
    relations(reader, statements, &mut briefing.relations)?;
    chunks(reader, briefing.documents.len(), &mut briefing.chunks)?;
    let Briefing { statements, actors, topics, documents, .. } = briefing;
    let part_of = |id: ActorId| actors[id.index()].part_of;
    let counts = [actors.len(), topics.len(), documents.len()];
    briefing.index.facets = FacetLists::new(statements, &part_of, counts)?;
    Some(())
}

fn camps<'a>(reader: &mut Reader<'a>, camps: &mut Vec<Camp<'a>>) -> Option<()> {
    let length = reader.count()?;
    let (mut slugs, mut names) = (reader.texts(length)?, reader.texts(length)?);
    let mut hues = reader.column_below(length, Hue::ALL.len())?;
    for _ in 0..length {
        camps.push(Camp { slug: slugs.next(), name: names.next(), hue: Hue::ALL[hues.next() as usize] });
    }
    Some(())
}

fn topics<'a>(reader: &mut Reader<'a>, topics: &mut Vec<Topic<'a>>) -> Option<()> {
    let length = reader.count()?;
    let (mut slugs, mut names, mut scopes) = (reader.texts(length)?, reader.texts(length)?, reader.texts(length)?);
    for _ in 0..length {
        topics.push(Topic { slug: slugs.next(), name: names.next(), scope: scopes.next() });
    }
    Some(())
}

fn actors<'a>(reader: &mut Reader<'a>, camps: usize, actors: &mut Vec<Actor<'a>>) -> Option<()> {
    let length = reader.count()?;
    let (mut slugs, mut names) = (reader.texts(length)?, reader.texts(length)?);
    let mut shorts = reader.optional_texts(length)?;
    let mut kinds = reader.column_below(length, ActorKind::ALL.len())?;
    let mut roles = reader.texts(length)?;
    let (mut alias_counts, aliases) = reader.lengths(length)?;
    let mut aliases = reader.texts(aliases)?;
    let mut part_of = reader.column_below(length, length + 1)?;
    let (mut member_counts, members) = reader.lengths(length)?;
    let mut members = reader.column_below(members, length)?;
    let mut of_camps = reader.column_below(length, camps + 1)?;
    let (mut countries, mut owners) = (reader.optional_texts(length)?, reader.optional_texts(length)?);
    let (mut wikidata, mut notes) = (reader.optional_texts(length)?, reader.optional_texts(length)?);
    for _ in 0..length {
        let name = names.next();
        actors.push(Actor {
            slug: slugs.next(),
            name,
            short: shorts.next_optional().unwrap_or(name),
            kind: ActorKind::ALL[kinds.next() as usize],
            role: roles.next(),
            aliases: aliases.take_texts(alias_counts.next() as usize),
            part_of: part_of.next_optional(ActorId),
            parts: Vec::new(),
            member_of: (0..member_counts.next()).map(|_| ActorId(members.next())).collect(),
            camp: of_camps.next_optional(CampId),
            country: countries.next_optional(),
            owner: owners.next_optional(),
            wikidata: wikidata.next_optional(),
            note: notes.next_optional(),
        });
    }
    let mut parts = 0;
    for index in 0..length {
        let mut whole = actors[index].part_of;
        let mut steps = 0;
        while let Some(id) = whole {
            parts += 1;
            // More steps than there are actors are a circle.
            if steps == length || parts > MOST_PARTS {
                return None;
            }
            steps += 1;
            let actor = &mut actors[id.index()];
            actor.parts.push(ActorId(index as u32));
            whole = actor.part_of;
        }
    }
    Some(())
}

/// Reads the documents, and the number of their statements.
fn documents<'a>(reader: &mut Reader<'a>, actors: usize, documents: &mut Vec<Document<'a>>) -> Option<usize> {
    let length = reader.count()?;
    let (mut files, mut slugs) = (reader.texts(length)?, reader.optional_texts(length)?);
    let mut titles = reader.texts(length)?;
    let mut dates = Dates::read(reader, length)?;
    let mut outlets = reader.column_below(length, actors + 1)?;
    let mut urls = reader.optional_texts(length)?;
    // A column of indexes and not of the tags themselves, of which there are few.
    let languages = reader.count()?;
    let languages = reader.texts(languages)?.take_texts(languages);
    let mut of_languages = reader.column_below(length, languages.len())?;
    let (mut counts, statements) = reader.lengths(length)?;
    let mut first = 0;
    for _ in 0..length {
        let file = files.next();
        documents.push(Document {
            slug: slugs.next_optional().unwrap_or_else(|| file_stem(file)),
            file,
            title: titles.next(),
            text: Text::default(),
            published: dates.next()?,
            outlet: outlets.next_optional(ActorId),
            url: urls.next_optional(),
            language: languages[of_languages.next() as usize],
            first: StatementId(first),
        });
        first += counts.next();
    }
    Some(statements)
}

/// The name of a file without its extension.
pub(crate) fn file_stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Reads the shapes of statements; a column for each property.
fn shapes(reader: &mut Reader<'_>, shapes: &mut Vec<Shape>) -> Option<()> {
    let length = reader.count()?;
    let mut forms = reader.column_below(length, Form::ALL.len())?;
    let mut positions = reader.column_below(length, Position::ALL.len() + 1)?;
    let mut counts = [Column::default(); Role::ALL.len()];
    for count in &mut counts {
        *count = reader.column(length)?;
    }
    let mut topics = reader.column(length)?;
    let mut have_notes = reader.column_below(length, 2)?;
    for _ in 0..length {
        shapes.push(Shape {
            form: Form::ALL[forms.next() as usize],
            position: positions.next_optional(|position| Position::ALL[position as usize]),
            actors: counts.each_mut().map(Column::next),
            topics: topics.next(),
            has_note: have_notes.next() == 1,
        });
    }
    Some(())
}

fn fill_statements<'a>(briefing: &mut Briefing<'a>, length: usize, reader: &mut Reader<'a>) -> Option<()> {
    let Briefing { statements, documents, actors, topics, .. } = briefing;
    shapes(reader, &mut statements.shapes)?;
    let mut of_shapes = reader.column_below(length, statements.shapes.len())?;
    // Actors are numbered by frequency, so that most numbers are short.
    let ranked = reader.count()?;
    let mut by_rank = reader.column_below(ranked, actors.len())?;
    let mut of_statements = of_shapes;
    let (mut all_actors, mut all_topics) = (0u32, 0u32);
    for _ in 0..length {
        let shape = &statements.shapes[of_statements.next() as usize];
        for count in shape.actors {
            all_actors = all_actors.checked_add(count)?;
        }
        all_topics = all_topics.checked_add(shape.topics)?;
    }
    let mut of_actors = reader.column_below(all_actors as usize, ranked)?;
    let mut of_topics = reader.column_below(all_topics as usize, topics.len())?;
    let mut dates = Dates::read(reader, length)?;
    let mut paragraphs = reader.column(length)?;
    let mut contents = reader.column_below(length, 1 << 16)?;
    let mut cues = reader.column_below(length, 1 << 16)?;
    let mut slugs = Slugs::read(reader, length)?;
    let with_note = reader.count()?;
    let mut notes = reader.texts(with_note)?;
    let by_rank: Vec<ActorId> = (0..ranked).map(|_| ActorId(by_rank.next())).collect();
    statements.actors = (0..all_actors).map(|_| by_rank[of_actors.next() as usize]).collect();
    statements.topics = (0..all_topics).map(|_| TopicId(of_topics.next())).collect();
    statements.rows.reserve_exact(length);
    statements.notes.reserve_exact(with_note);
    let (mut first_actor, mut first_topic) = (0, 0);
    let mut documents = documents.iter().peekable();
    let mut document = 0;
    let mut paragraph = 0;
    for id in (0..length as u32).map(StatementId) {
        while let Some(next) = documents.next_if(|document| document.first == id) {
            if let Some(date) = next.published {
                dates.reference = first_entry(date).first_day();
            }
            paragraph = 0;
            document += 1;
        }
        let index = of_shapes.next();
        let shape = &statements.shapes[index as usize];
        statements.rows.push(Row {
            document: DocumentId(document - 1),
            shape: index,
            actors: first_actor,
            topics: first_topic,
            slug: statements.slugs.len() as u32,
            when: dates.next()?,
            paragraph: u16::try_from(advance(&mut paragraph, paragraphs.next())?).ok()?,
            lengths: [contents.next() as u16, cues.next() as u16],
        });
        slugs.push_next(&mut statements.slugs)?;
        if shape.has_note {
            statements.notes.push((id, notes.next()));
        }
        first_actor += shape.actors.iter().sum::<u32>();
        first_topic += shape.topics;
    }
    (statements.notes.len() == with_note).then_some(())
}

/// The slugs of statements: each is a stem, which may be followed by a number. Stems are stored once.
struct Slugs<'a> {
    stems: Vec<&'a str>,
    /// For each stem whether a number follows it.
    is_numbered: &'a [u8],
    of_statements: Column<'a>,
    /// The difference of each number from the number after the last one.
    numbers: Column<'a>,
    next: u32,
}

impl<'a> Slugs<'a> {
    fn read(reader: &mut Reader<'a>, length: usize) -> Option<Self> {
        let stems = reader.count()?;
        let mut texts = reader.texts(stems)?;
        let is_numbered = reader.bytes(stems)?;
        let of_statements = reader.column_below(length, stems)?;
        let numbers = reader.count()?;
        let numbers = reader.column(numbers)?;
        Some(Slugs { stems: texts.take_texts(stems), is_numbered, of_statements, numbers, next: 0 })
    }

    /// Appends the next slug.
    fn push_next(&mut self, slugs: &mut String) -> Option<()> {
        let stem = self.of_statements.next() as usize;
        let begin = slugs.len();
        slugs.push_str(self.stems[stem]);
        if self.is_numbered[stem] != 0 {
            let number = advance(&mut self.next, self.numbers.next())?;
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

fn relations<'a>(reader: &mut Reader<'a>, statements: usize, relations: &mut Vec<Relation<'a>>) -> Option<()> {
    let length = reader.count()?;
    let (mut from, mut to) = (reader.column(length)?, reader.column(length)?);
    let mut kinds = reader.column_below(length, RelationKind::ALL.len())?;
    let mut reasons = reader.texts(length)?;
    let mut last = 0;
    for _ in 0..length {
        let from = advance(&mut last, from.next())?;
        let to = advance(&mut { from }, to.next())?;
        if from == to || from.max(to) as usize >= statements {
            return None;
        }
        let kind = RelationKind::ALL[kinds.next() as usize];
        relations.push(Relation { from: StatementId(from), to: StatementId(to), kind, reason: reasons.next() });
    }
    Some(())
}

/// Reads the table of chunks, and those that are in the core.
fn chunks<'a>(reader: &mut Reader<'a>, documents: usize, chunks: &mut Chunks<'a>) -> Option<()> {
    let length = reader.count()?;
    let mut kinds = reader.column_below(length, 4)?;
    let (mut counts, all) = reader.lengths(length)?;
    let mut of_chunks = reader.column(all)?;
    let mut sizes = reader.column(length)?;
    let is_file = reader.bytes(length)?;
    let aliases = reader.count()?;
    let mut alias_documents = reader.column_below(aliases, documents)?;
    chunks.alias_documents = (0..aliases).map(|_| DocumentId(alias_documents.next())).collect();
    let mut next = 0;
    for &is_file in is_file {
        let mut ids = Vec::new();
        for _ in 0..counts.next() {
            let id = advance(&mut next, of_chunks.next())?;
            if id as usize >= documents {
                return None;
            }
            ids.push(DocumentId(id));
            next = id + 1;
        }
        let content = match kinds.next() {
            0 => ChunkContent::Texts(ids),
            1 => ChunkContent::Vocabulary,
            2 => ChunkContent::Postings,
            _ => ChunkContent::Frequencies,
        };
        let size = sizes.next();
        let location = if is_file == 0 {
            Location::Core(reader.bytes(size as usize)?)
        } else {
            let (digest, checksum) = (reader.bytes(32)?.try_into().ok()?, reader.bytes(8)?.try_into().ok()?);
            Location::File(ChunkFile { digest, checksum, size })
        };
        chunks.list.push(Chunk { content, location });
    }
    Some(())
}
