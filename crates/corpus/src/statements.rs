//! The statements, in columns: a few numbers for each, and what has the same form, position and numbers of actors
//! shares a [`Shape`]. A [`Statement`] is a view of one of them, made when it is asked for.

use std::fmt;

use crate::date::Date;
use crate::enumeration::{Form, Position, Role};
use crate::id::{ActorId, DocumentId, StatementId, TopicId};

/// A statement: an attribution relation of source (speakers or agents), cue and content, anchored in a document. Its
/// words are in the text of the document, see [`Briefing::content_spans`](crate::Briefing::content_spans).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statement<'b> {
    /// Name in links.
    pub slug: &'b str,
    /// The document it is quoted from.
    pub document: DocumentId,
    /// How the document gives it: quoted, paraphrased, as an act.
    pub form: Form,
    /// Speakers; empty where the document itself speaks.
    pub speakers: &'b [ActorId],
    /// Agents of a reported act; otherwise empty.
    pub agents: &'b [ActorId],
    /// The attribution chain between speaker and document, from the speaker outwards; the document itself is not
    /// listed.
    pub via: &'b [ActorId],
    /// Addressees.
    pub audience: &'b [ActorId],
    /// Actors that it is about.
    pub about: &'b [ActorId],
    /// Topics that it is about.
    pub topics: &'b [TopicId],
    /// Date on which it was said or done, where the document tells.
    pub when: Option<Date>,
    /// Stance towards its topics, where the editor coded one.
    pub position: Option<Position>,
    /// The number of the paragraph in which its content begins; none in headings and page furniture.
    pub paragraph: Option<u16>,
    /// The lengths of its content and of its cue, in bytes; at most 65,535. Search ranks by them before the text is
    /// loaded.
    pub lengths: [u16; 2],
    /// A remark of the editor.
    pub note: Option<&'b str>,
}

impl<'b> Statement<'b> {
    /// The actors with each role, by index in [`Role::ALL`].
    pub const fn actors(&self) -> [&'b [ActorId]; Role::ALL.len()] {
        [self.speakers, self.agents, self.via, self.audience, self.about]
    }
}

/// What many statements have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Shape {
    pub form: Form,
    pub position: Option<Position>,
    /// The number of actors with each role, by index in [`Role::ALL`].
    pub actors: [u32; Role::ALL.len()],
    pub topics: u32,
    pub has_note: bool,
}

impl Shape {
    #[cfg(feature = "write")]
    fn of(statement: &Statement<'_>, has_note: bool) -> Shape {
        Shape {
            has_note,
            form: statement.form,
            position: statement.position,
            actors: statement.actors().map(|actors| actors.len() as u32),
            topics: statement.topics.len() as u32,
        }
    }
}

/// The statements of a briefing, by document and position in its text.
#[derive(Clone, Default)]
pub struct Statements<'a> {
    pub(crate) shapes: Vec<Shape>,
    pub(crate) rows: Vec<Row>,
    /// The actors of all statements one after the other, by role.
    pub(crate) actors: Vec<ActorId>,
    pub(crate) topics: Vec<TopicId>,
    /// The slugs of all statements one after the other.
    pub(crate) slugs: String,
    /// The statements with a note, in order.
    pub(crate) notes: Vec<(StatementId, &'a str)>,
}

/// What each statement has. Its actors, topics and slug end where those of the next begin.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub document: DocumentId,
    /// The index of its shape.
    pub shape: u32,
    /// Where its actors, its topics and its slug begin.
    pub actors: u32,
    pub topics: u32,
    pub slug: u32,
    pub when: Option<Date>,
    /// The number of its paragraph, or 0.
    pub paragraph: u16,
    pub lengths: [u16; 2],
}

impl<'a> Statements<'a> {
    /// The number of statements.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no statement.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The statement with an id.
    ///
    /// # Panics
    /// If the id is not of this briefing.
    pub fn get(&self, id: StatementId) -> Statement<'_> {
        let row = &self.rows[id.index()];
        let shape = &self.shapes[row.shape as usize];
        let slug_end = self.rows.get(id.index() + 1).map_or(self.slugs.len(), |next| next.slug as usize);
        let mut begin = row.actors as usize;
        let mut role = |role: Role| {
            let end = begin + shape.actors[role as usize] as usize;
            let actors = self.actors.get(begin..end).unwrap_or_default();
            begin = end;
            actors
        };
        Statement {
            slug: self.slugs.get(row.slug as usize..slug_end).unwrap_or_default(),
            document: row.document,
            form: shape.form,
            speakers: role(Role::Speaker),
            agents: role(Role::Agent),
            via: role(Role::Relay),
            audience: role(Role::Audience),
            about: role(Role::Subject),
            topics: self.topics.get(row.topics as usize..(row.topics + shape.topics) as usize).unwrap_or_default(),
            when: row.when,
            position: shape.position,
            paragraph: (row.paragraph > 0).then_some(row.paragraph),
            lengths: row.lengths,
            note: if shape.has_note { self.note(id) } else { None },
        }
    }

    /// The document of a statement.
    ///
    /// # Panics
    /// If the id is not of this briefing.
    pub fn document(&self, id: StatementId) -> &DocumentId {
        &self.rows[id.index()].document
    }

    /// The date of a statement, without the rest of it: whole lists are sorted by their dates.
    ///
    /// # Panics
    /// If the id is not of this briefing.
    pub fn when(&self, id: StatementId) -> Option<Date> {
        self.rows[id.index()].when
    }

    /// The form of a statement and its position, without the rest of it.
    ///
    /// # Panics
    /// If the id is not of this briefing.
    pub fn coding(&self, id: StatementId) -> (Form, Option<Position>) {
        let shape = &self.shapes[self.rows[id.index()].shape as usize];
        (shape.form, shape.position)
    }

    fn note(&self, id: StatementId) -> Option<&'a str> {
        let index = self.notes.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        Some(self.notes.get(index)?.1)
    }

    /// All statements, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Statement<'_>> + ExactSizeIterator {
        (0..self.len() as u32).map(|id| self.get(StatementId(id)))
    }

    /// Appends a statement with a note in the place of its own; its document is not before that of the last one.
    #[cfg(feature = "write")]
    pub fn push(&mut self, statement: &Statement<'_>, note: Option<&'a str>) {
        let id = StatementId(self.len() as u32);
        self.rows.push(Row {
            document: statement.document,
            shape: self.shapes.len() as u32,
            actors: self.actors.len() as u32,
            topics: self.topics.len() as u32,
            slug: self.slugs.len() as u32,
            when: statement.when,
            paragraph: statement.paragraph.unwrap_or(0),
            lengths: statement.lengths,
        });
        self.shapes.push(Shape::of(statement, note.is_some()));
        statement.actors().iter().for_each(|actors| self.actors.extend_from_slice(actors));
        self.topics.extend_from_slice(statement.topics);
        self.slugs.push_str(statement.slug);
        self.notes.extend(note.map(|note| (id, note)));
    }
}

#[cfg(feature = "write")]
impl<'a> FromIterator<Statement<'a>> for Statements<'a> {
    fn from_iter<I: IntoIterator<Item = Statement<'a>>>(statements: I) -> Self {
        let mut columns = Statements::default();
        statements.into_iter().for_each(|statement| columns.push(&statement, statement.note));
        columns
    }
}

impl PartialEq for Statements<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Statements<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
