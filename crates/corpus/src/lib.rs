//! What a briefing is: the model, the rules for its dates and its searchable text, the compiler that makes it from a
//! folder of annotated documents, and the loader that reads what the compiler wrote.
//!
//! A corpus is a folder of texts with annotations and three registries; `docs/format.md` documents its format.
//! `compile` checks it and turns it into bytes, natively and once. [`load`](mod@load) turns the bytes into a
//! [`Briefing`], in the page and wherever else statements are read. Only the feature `compile` brings in the compiler
//! and what it depends on; without it the crate is small enough for a web page.
//!
//! From the lowest file to the highest, each importing only lower ones:
//!
//! - [`id`]: the ids of the model, newtypes over indexes into its lists.
//! - [`date`]: dates as the editor writes them (EDTF).
//! - [`enumeration`]: kinds, forms, positions and relations, with the one table of their keys and labels.
//! - `leb128`: numbers of variable length.
//! - `postings`: lists of statements and of terms, in their compact encoding.
//! - [`frequencies`]: how often a term occurs in the fields of a statement.
//! - [`terms`]: the terms of the index, read in place; `vocabulary` finds them.
//! - `reader`, `writer` (feature `write`): columns of numbers and texts; `date_column`: those of dates.
//! - [`chunk`]: the parts of the compiled form that may be loaded later than the rest.
//! - [`statements`]: the statements, in columns.
//! - [`document_text`]: the text of a document, with the spans that refer to it.
//! - [`provenance`]: where a text comes from, and the digest of its bytes.
//! - [`facet_lists`]: the statements of each facet value.
//! - [`index`]: the inverted index.
//! - [`relations`]: the relations of each statement.
//! - [`derived`]: what follows from the others and is computed once.
//! - [`model`]: documents, actors, topics and relations, borrowed from the compiled bytes.
//! - [`text`]: the words of a text as search sees them: segmented, folded, stemmed, each with its range.
//! - `counting`: the frequencies of terms, from the texts.
//! - `decode`, `encode` (feature `write`): the core of the compiled format.
//! - [`load`](mod@load): the compiled format; bytes to a [`Briefing`] without copying a string.
//! - `write` (feature `write`): a [`Briefing`] to the compiled format, whole or in a core and chunks.
//! - `version_2` (feature `write`): the format before, to be written anew.
//! - `file` (feature `file`): the compiled format as a file that is handed on, `NAME.briefing`.
//! - `compile` (feature `compile`): a folder to compiled bytes, or a report of every error in it.
//!
//! Nothing here depends on a browser or decides what a reader sees: the crate `query` does that.

pub mod chunk;
#[cfg(feature = "compile")]
pub mod compile;
mod counting;
pub mod date;
mod date_column;
mod decode;
pub mod derived;
pub mod document_text;
#[cfg(feature = "write")]
mod encode;
pub mod enumeration;
pub mod facet_lists;
#[cfg(feature = "file")]
pub mod file;
pub mod frequencies;
pub mod id;
pub mod index;
mod leb128;
pub mod load;
pub mod model;
mod postings;
pub mod provenance;
mod reader;
pub mod relations;
pub mod statements;
pub mod terms;
pub mod text;
#[cfg(feature = "write")]
pub mod version_2;
mod vocabulary;
#[cfg(feature = "write")]
pub mod write;
#[cfg(feature = "write")]
mod writer;
pub mod written_date;

pub use date::Date;
pub use document_text::{Block, BlockKind, DocumentText, Span};
pub use enumeration::{ActorKind, Enumeration, Form, Hue, Position, RelationKind, Role};
pub use id::{ActorId, CampId, ChunkId, DocumentId, RelationId, StatementId, TopicId};
pub use load::{LoadError, load};
pub use model::{Actor, Briefing, Camp, Digest, Document, Relation, Topic};
pub use provenance::{Provenance, TextDigest};
pub use statements::{Statement, Statements};
