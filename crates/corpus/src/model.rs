//! The model of a briefing: plain data, with strings borrowed from the compiled bytes and references as
//! [ids](crate::id) that [`crate::load()`] has checked.
//!
//! Slugs, the names in files and links, are only used when a file or link is read or written.

use crate::chunk::Chunks;
use crate::date::Date;
use crate::derived::{Derived, NetworkPlaces, TimeOrder};
use crate::document_text::{Block, DocumentText, Span, Text};
use crate::enumeration::{ActorKind, Hue, RelationKind};
use crate::id::{ActorId, CampId, ChunkId, DocumentId, RelationId, StatementId, TopicId};
use crate::index::Index;
use crate::provenance::Provenance;
use crate::relations::RelationsByStatement;
use crate::statements::{Statement, Statements};

/// A compiled corpus: everything that the page shows and searches.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing<'a> {
    /// Headline.
    pub title: &'a str,
    /// One or two sentences under the headline.
    pub standfirst: &'a str,
    /// BCP 47 language tag of the editor's own words.
    pub language: &'a str,
    /// Name of whoever annotated the documents.
    pub editor: &'a str,
    /// Licence of the annotation, as free text.
    pub licence: &'a str,
    /// How the statements were chosen and coded, one paragraph an entry.
    pub method: Vec<&'a str>,
    /// Identifier of the edition: changes whenever a file of the corpus changes.
    pub digest: Digest,
    /// The documents, in the order of their file names.
    pub documents: Vec<Document<'a>>,
    /// The camps, in the editor's order.
    pub camps: Vec<Camp<'a>>,
    /// The actors, in the editor's order.
    pub actors: Vec<Actor<'a>>,
    /// The topics, in the editor's order.
    pub topics: Vec<Topic<'a>>,
    /// The statements, by document and position in its text.
    pub statements: Statements<'a>,
    /// The relations, in the editor's order.
    pub relations: Vec<Relation<'a>>,
    /// Statements by facet value and by word.
    pub index: Index<'a>,
    /// The chunks of the compiled form, which are read apart from the rest.
    pub chunks: Chunks<'a>,
    /// The relations of each statement; [`Briefing::relations_of`] reads them.
    pub by_statement: Derived<RelationsByStatement>,
    /// All statements from the earliest on, and from the latest; the crate `query` orders them.
    pub by_time: [Derived<TimeOrder>; 2],
    /// The places in the network of actors, and in that of actors and topics; the crate `query` lays them out.
    pub network_places: [Derived<NetworkPlaces>; 2],
}

/// The first eight bytes of the SHA-256 over the name, length and bytes of every file of the corpus, in the order of
/// the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 8]);

impl std::fmt::Display for Digest {
    /// Sixteen lower-case hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A document: its text, and what its annotation says of the text as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Name of the text file in the corpus folder, with its extension.
    pub file: &'a str,
    /// Headline.
    pub title: &'a str,
    /// The text, which may be loaded later than the rest; [`Document::text`] reads it.
    pub text: Text<'a>,
    /// Date of publication.
    pub published: Option<Date>,
    /// The publisher.
    pub outlet: Option<ActorId>,
    /// Address at which it was published (http or https).
    pub url: Option<&'a str>,
    /// BCP 47 language tag of the text.
    pub language: &'a str,
    /// The first of its statements; the others follow. Where it has none, the first after it.
    pub first: StatementId,
}

impl<'a> Document<'a> {
    /// The text with what refers to its words.
    ///
    /// # Panics
    /// If it is not loaded; see [`Document::has_text`].
    pub fn loaded(&self) -> &DocumentText<'a> {
        self.text.get().expect("the text is loaded before it is read")
    }

    /// The text, byte for byte.
    ///
    /// # Panics
    /// As [`Document::loaded`].
    pub fn text(&self) -> &'a str {
        self.loaded().text
    }

    /// Where the text comes from, and what identifies its bytes.
    ///
    /// # Panics
    /// As [`Document::loaded`].
    pub fn provenance(&self) -> Provenance<'a> {
        self.loaded().provenance
    }

    /// The words in the text that state the date of publication.
    ///
    /// # Panics
    /// As [`Document::loaded`].
    pub fn dated_by(&self) -> Option<Span> {
        self.loaded().dated_by
    }

    /// The blocks of the text, in order; between them is only white space.
    ///
    /// # Panics
    /// As [`Document::loaded`].
    pub fn blocks(&self) -> &[Block] {
        &self.loaded().blocks
    }

    /// Page furniture within the text: cookie notices, menus, share links.
    ///
    /// # Panics
    /// As [`Document::loaded`].
    pub fn omitted(&self) -> &[Span] {
        &self.loaded().omitted
    }

    /// Whether the text is loaded.
    pub fn has_text(&self) -> bool {
        self.text.get().is_some()
    }

    /// The text of a span.
    ///
    /// # Panics
    /// If the span is not one of this document, or the text is not loaded.
    pub fn slice(&self, span: Span) -> &'a str {
        self.text().get(span.range()).expect("a span is of its document")
    }
}

/// Actors that share an accent colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Camp<'a> {
    /// Name in annotations.
    pub slug: &'a str,
    /// Name on the page.
    pub name: &'a str,
    /// The accent colour.
    pub hue: Hue,
}

/// Somebody who speaks, is spoken to or is spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Short name; the full name where the editor gave none or gave the same to several actors.
    pub short: &'a str,
    /// Sort of actor.
    pub kind: ActorKind,
    /// Office or function, in the editor's words.
    pub role: &'a str,
    /// Spellings of the name in the documents; each occurs in one of them.
    pub aliases: Vec<&'a str>,
    /// The actor this one is directly a part of: the state of a ministry, the ministry of a person.
    pub part_of: Option<ActorId>,
    /// Every actor that is directly or indirectly a part of this one.
    pub parts: Vec<ActorId>,
    /// Blocs and mechanisms of which a document states the membership.
    pub member_of: Vec<ActorId>,
    /// The camp, inherited from the actor this one is a part of where it has none of its own.
    pub camp: Option<CampId>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// Name of whoever owns it: of an outlet, its proprietor.
    pub owner: Option<&'a str>,
    /// Wikidata item, such as `Q265`.
    pub wikidata: Option<&'a str>,
    /// A remark of the editor.
    pub note: Option<&'a str>,
}

/// A subject that statements are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Name on the page.
    pub name: &'a str,
    /// Definition: what falls under the topic.
    pub scope: &'a str,
}

/// An editor's link between two statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation<'a> {
    /// The statement that relates.
    pub from: StatementId,
    /// The statement it relates to.
    pub to: StatementId,
    /// Kind of relation.
    pub kind: RelationKind,
    /// The editor's reason, a sentence.
    pub reason: &'a str,
}

impl<'a> Briefing<'a> {
    /// The document with an id of this briefing.
    pub fn document(&self, id: DocumentId) -> &Document<'a> {
        &self.documents[id.index()]
    }

    /// The actor with an id of this briefing.
    pub fn actor(&self, id: ActorId) -> &Actor<'a> {
        &self.actors[id.index()]
    }

    /// The camp with an id of this briefing.
    pub fn camp(&self, id: CampId) -> &Camp<'a> {
        &self.camps[id.index()]
    }

    /// The topic with an id of this briefing.
    pub fn topic(&self, id: TopicId) -> &Topic<'a> {
        &self.topics[id.index()]
    }

    /// The statement with an id of this briefing.
    pub fn statement(&self, id: StatementId) -> Statement<'_> {
        self.statements.get(id)
    }

    /// The relation with an id of this briefing.
    pub fn relation(&self, id: RelationId) -> &Relation<'a> {
        &self.relations[id.index()]
    }

    /// The relations that a statement is on either side of, in their order.
    pub fn relations_of(&self, id: StatementId) -> impl Iterator<Item = RelationId> {
        let ends = || self.relations.iter().map(|relation| [relation.from, relation.to]);
        self.by_statement.get_or_compute(|| RelationsByStatement::new(self.statements.len(), ends())).of(id)
    }

    /// The documents with their ids.
    pub fn documents_with_ids(&self) -> impl Iterator<Item = (DocumentId, &Document<'a>)> {
        (0u32..).map(DocumentId).zip(&self.documents)
    }

    /// The ids of all statements, in order.
    pub fn statement_ids(&self) -> impl DoubleEndedIterator<Item = StatementId> + use<> {
        (0..self.statements.len() as u32).map(StatementId)
    }

    /// The ids of all actors, in order.
    pub fn actor_ids(&self) -> impl DoubleEndedIterator<Item = ActorId> + use<> {
        (0..self.actors.len() as u32).map(ActorId)
    }

    /// The chunk with the text of a document, where it is not loaded.
    pub fn missing_text(&self, id: DocumentId) -> Option<ChunkId> {
        if self.document(id).has_text() { None } else { self.chunks.of_documents.get(id.index()).copied() }
    }

    /// The first document that has an alias of an actor, where the compiler has told.
    pub fn alias_document(&self, id: ActorId, index: usize) -> Option<DocumentId> {
        let before: usize = self.actors[..id.index()].iter().map(|actor| actor.aliases.len()).sum();
        self.chunks.alias_documents.get(before + index).copied()
    }

    /// The ids of the statements of a document, which follow each other.
    pub fn statements_of(&self, id: DocumentId) -> impl ExactSizeIterator<Item = StatementId> + use<> {
        let end = self.documents.get(id.index() + 1).map_or(self.statements.len() as u32, |next| next.first.0);
        (self.document(id).first.0..end).map(StatementId)
    }

    /// The text of a statement's document, and the index of the statement in the document.
    fn text_of(&self, id: StatementId) -> (&DocumentText<'a>, usize) {
        let document = self.document(*self.statements.document(id));
        (document.loaded(), (id.0 - document.first.0) as usize)
    }

    /// The spans of the content of a statement: what is said or done, in the order of the text; never empty.
    ///
    /// # Panics
    /// If the text of its document is not loaded.
    pub fn content_spans(&self, id: StatementId) -> &[Span] {
        let (text, index) = self.text_of(id);
        text.content(index)
    }

    /// The spans of the cue of a statement: the words that attribute it, in the order of the text; may be empty.
    ///
    /// # Panics
    /// If the text of its document is not loaded.
    pub fn cue_spans(&self, id: StatementId) -> &[Span] {
        let (text, index) = self.text_of(id);
        text.cue(index)
    }

    /// The content of a statement as one string: its spans, joined by an ellipsis where the text interrupts them.
    ///
    /// # Panics
    /// If the text of its document is not loaded.
    pub fn content(&self, id: StatementId) -> String {
        let (text, index) = self.text_of(id);
        let mut content = String::new();
        for (index, span) in text.content(index).iter().enumerate() {
            if index > 0 {
                content.push_str(" … ");
            }
            content.push_str(text.text.get(span.range()).expect("a span is of its document"));
        }
        content
    }
}
