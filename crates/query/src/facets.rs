//! The facets: each a module of its own, all of them in the list `FACETS`. Links, filter, counts and chips walk that
//! list.
//!
//! In links, a facet is a pair of the start page:
//!
//! ```text
//! list      = [ "-" ] slug *( "," [ "-" ] slug )        ; "-" means: not this one
//!
//! actor     = list                     ; who has a part in the statement
//! role      = slug *( "," slug )       ; which part
//! topic     = list
//! form      = list
//! position  = list
//! via       = list                     ; who relayed it
//! about     = list                     ; who it is about
//! voice     = list                     ; who speaks or acts
//! outlet    = list                     ; who published the document
//! document  = list
//! language  = list                     ; of the document, a BCP 47 tag in small letters
//! date      = list                     ; EDTF (`2021-12`, `2021-12-11/2021-12-16`, `../2021-12`) or `undated`
//! ```
//!
//! To add a facet:
//!
//! 1. Give [`Filter`](crate::view::Filter) a field for its values; a type of values that does not exist yet goes beside
//!    it.
//! 2. Write its module in this folder, after the model of `topic.rs`, or of `language.rs` where the type of values is
//!    new.
//! 3. In this file: the module, a line in `FACETS`, a rule in the grammar above.
//!
//! What was forgotten, the compiler and the tests in `facets/tests/author.rs` tell.

mod actor;
mod build;
pub(crate) mod date;
mod document;
pub(crate) mod effects;
pub(crate) mod facet;
mod find;
mod form;
mod language;
mod model;
mod outlet;
mod parts;
mod position;
mod relay;
mod role;
mod subject;
mod tally;
mod topic;
mod voice;

#[cfg(test)]
mod tests;

pub use build::{facets, facets_on};
use facet::AnyFacet;
pub use find::{FoundValues, find};
pub use model::{Count, FacetModel, FacetValue, LongFacet};

/// Every facet, in the order in which links name them.
pub(crate) static FACETS: &[&dyn AnyFacet] = &[
    &actor::Actor,
    &role::ActorRole,
    &topic::Topic,
    &form::Form,
    &position::Position,
    &relay::Relay,
    &subject::Subject,
    &voice::Voice,
    &outlet::Outlet,
    &document::Document,
    &language::Language,
    &date::Date,
];

/// Every facet, in the order of the page: those that are about documents come last.
pub(crate) fn in_page_order() -> impl Iterator<Item = &'static dyn AnyFacet> {
    let of_document = |wanted: bool| FACETS.iter().copied().filter(move |it| it.description().of_document == wanted);
    of_document(false).chain(of_document(true))
}
