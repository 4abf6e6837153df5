//! The model of a briefing, as the page reads it: strings borrowed from the compiled bytes, references as small
//! integers that [`crate::load`] has checked. Slugs, the names in files and links, appear only at the edges.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::index::Index;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the briefing's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A document of the briefing.
    DocumentId;
    /// An actor of the registry.
    ActorId;
    /// A camp of actors that share an accent colour.
    CampId;
    /// A topic of the registry.
    TopicId;
    /// A statement; statements are numbered by document, then by their place in it.
    StatementId;
    /// A relation between two statements.
    RelationId;
}

/// Everything a page needs to know of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Briefing<'a> {
    /// Headline.
    pub title: &'a str,
    /// One or two sentences under the headline.
    pub standfirst: &'a str,
    /// BCP 47 language tag of the editor's own words.
    pub language: &'a str,
    /// Who annotated the documents.
    pub editor: &'a str,
    /// Licence of the annotation, in words.
    pub licence: &'a str,
    /// How the statements were chosen and coded, one paragraph an entry.
    #[serde(borrow)]
    pub method: Vec<&'a str>,
    /// Which edition this is: changes whenever a seed changes.
    pub digest: Digest,
    /// The documents, in the order of their file names.
    pub documents: Vec<Document<'a>>,
    /// The camps, in the editor's order.
    pub camps: Vec<Camp<'a>>,
    /// The actors, in the editor's order.
    pub actors: Vec<Actor<'a>>,
    /// The topics, in the editor's order.
    pub topics: Vec<Topic<'a>>,
    /// The statements, by document and place.
    pub statements: Vec<Statement<'a>>,
    /// The relations, in the editor's order.
    pub relations: Vec<Relation<'a>>,
    /// Statements by facet value and by word.
    pub index: Index<'a>,
}

/// The first eight bytes of the SHA-256 over every seed file's name, length and bytes, in the order of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Digest(pub [u8; 8]);

impl std::fmt::Display for Digest {
    /// Sixteen lower-case hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A stretch of a document's text, in bytes of UTF-8, end exclusive, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// As a range to slice a `str` with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// One seed text and what its annotation says of the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Name of the text file in the seeds folder, with its ending.
    pub file: &'a str,
    /// Headline.
    pub title: &'a str,
    /// The text, byte for byte.
    pub text: &'a str,
    /// When it was published.
    pub published: Option<Date>,
    /// The words in the text that tell when it was published.
    pub dated_by: Option<Span>,
    /// Who published it.
    pub outlet: Option<ActorId>,
    /// Where it was published (http or https).
    pub url: Option<&'a str>,
    /// BCP 47 language tag of the text.
    pub language: &'a str,
    /// The text's blocks, in order; only white space lies between them.
    pub blocks: Vec<Block>,
    /// Page furniture within the text.
    pub omitted: Vec<Span>,
}

impl<'a> Document<'a> {
    /// The words at a span.
    pub fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }
}

/// A run of lines between blank lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The document's headline.
    Title,
    /// A heading inside the document.
    Heading,
    /// A paragraph of the body, counted from one.
    Paragraph(u16),
    /// Page furniture that the editor left out, such as a cookie notice.
    Furniture,
}

/// Actors that share an accent colour.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Camp<'a> {
    /// Name in files.
    pub slug: &'a str,
    /// Name on the page.
    pub name: &'a str,
    /// Its colour.
    pub hue: Hue,
}

/// The accent colours that the style sheets have a token for, in light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Hue {
    Blue,
    Red,
    Green,
    Ochre,
    Violet,
    Grey,
}

/// Somebody who speaks, is spoken to or is spoken of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Name for tight places; the full name where the editor gave none, or several actors the same.
    pub short: &'a str,
    /// What sort of actor this is.
    pub kind: ActorKind,
    /// Office or function, in the editor's words.
    pub role: &'a str,
    /// How the documents write the name; each occurs in one of them.
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    /// The actor this one is a part of: a ministry of its state, a person of their ministry.
    pub part_of: Option<ActorId>,
    /// Every actor that is a part of this one, directly or through another.
    pub parts: Vec<ActorId>,
    /// Blocs and mechanisms that a document states it belongs to.
    pub member_of: Vec<ActorId>,
    /// Its camp: its own or the one of the actor it is a part of.
    pub camp: Option<CampId>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// Wikidata item, such as `Q265`.
    pub wikidata: Option<&'a str>,
    /// What the editor adds.
    pub note: Option<&'a str>,
}

/// What sort of actor somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActorKind {
    /// A state.
    State,
    /// A ministry, an army, a parliament.
    GovernmentBody,
    /// People sent or met for one occasion.
    Delegation,
    /// A natural person.
    Person,
    /// An alliance or organisation of states.
    Bloc,
    /// A standing format of talks without a secretariat of its own.
    Mechanism,
    /// A newspaper, agency, magazine or site.
    Outlet,
    /// A research institute.
    ThinkTank,
    /// A published text that speaks for those who signed it.
    Instrument,
    /// Several actors named together.
    Group,
    /// A source that the document does not name.
    Unnamed,
}

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Name on the page.
    pub name: &'a str,
    /// What falls under it.
    pub scope: &'a str,
}

/// An attribution relation: who (speakers or agents) says or does what (content), by which words (cue), anchored in
/// a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement<'a> {
    /// Name in links.
    pub slug: &'a str,
    /// Where it stands.
    pub document: DocumentId,
    /// How the document gives it.
    pub form: Form,
    /// Who says it; empty where the document itself speaks.
    pub speakers: Vec<ActorId>,
    /// Who did it, for a reported act.
    pub agents: Vec<ActorId>,
    /// Who relayed it, outward from the speaker; the document itself is always last and not listed.
    pub via: Vec<ActorId>,
    /// To whom.
    pub audience: Vec<ActorId>,
    /// Of whom.
    pub about: Vec<ActorId>,
    /// The words that attribute it, in the order of the text; may be empty.
    pub cue: Vec<Span>,
    /// What is said or done, in the order of the text; never empty.
    pub content: Vec<Span>,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// When it was said or done, where the document tells.
    pub when: Option<Date>,
    /// What it wants of its topics, where the editor coded that.
    pub position: Option<Position>,
    /// What the editor adds.
    pub note: Option<&'a str>,
}

/// How a document gives a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// In quotation marks.
    Direct,
    /// Paraphrased.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
    /// A visit, a meeting, a call, a draft: something done.
    Act,
    /// The document's own voice.
    Narration,
}

/// A stance towards a statement's topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// Wants it, or more of it.
    Supports,
    /// Wants it not, or less of it.
    Opposes,
    /// Speaks of it without taking sides.
    Neither,
}

/// An editor's link between two statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation<'a> {
    /// The statement that relates.
    pub from: StatementId,
    /// The statement it relates to.
    pub to: StatementId,
    /// How.
    pub kind: RelationKind,
    /// Why the editor says so, a sentence.
    pub reason: &'a str,
}

/// How a statement relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// Both can't hold.
    Contradicts,
    /// Gives it weight.
    Supports,
    /// Was made because of it.
    RespondsTo,
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
    pub fn statement(&self, id: StatementId) -> &Statement<'a> {
        &self.statements[id.index()]
    }

    /// The relation with an id of this briefing.
    pub fn relation(&self, id: RelationId) -> &Relation<'a> {
        &self.relations[id.index()]
    }

    /// Every statement's id, in order.
    pub fn statement_ids(&self) -> impl DoubleEndedIterator<Item = StatementId> + use<> {
        (0..self.statements.len() as u32).map(StatementId)
    }

    /// Every actor's id, in order.
    pub fn actor_ids(&self) -> impl DoubleEndedIterator<Item = ActorId> + use<> {
        (0..self.actors.len() as u32).map(ActorId)
    }

    /// A statement's words, its parts joined by an ellipsis where the text interrupts them.
    pub fn content(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        let document = self.document(statement.document);
        statement.content.iter().map(|&span| document.slice(span)).collect::<Vec<_>>().join(" … ")
    }
}
