//! What a briefing is: the model, its date and text rules, and the compiled form that the page carries.
//!
//! - [`model`]: documents, actors, topics, statements and relations, borrowed from the compiled bytes.
//! - [`date`]: dates as the editor writes them (EDTF).
//! - [`text`]: words as search sees them: folded, stemmed, with their place in the text.
//! - [`index`]: which statements a facet value or a word leads to.
//! - [`load`]: compiled bytes to a [`model::Briefing`], without copying a string.
//! - [`compile`] (feature `compile`): a folder of seeds to compiled bytes, or every error in it at once.
//!
//! Nothing here knows of a browser, and nothing decides what a reader sees: that is the `query` crate.

#[cfg(feature = "compile")]
pub mod compile;
pub mod date;
pub mod index;
pub mod load;
pub mod model;
pub mod text;

pub use date::Date;
pub use index::Role;
pub use load::{LoadError, load};
pub use model::{
    Actor, ActorId, ActorKind, Block, BlockKind, Briefing, Camp, CampId, Digest, Document, DocumentId, Form, Hue,
    Position, Relation, RelationId, RelationKind, Span, Statement, StatementId, Topic, TopicId,
};
