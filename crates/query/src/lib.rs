//! What a reader asks of a briefing: views and their links, filters, facets, search and comparison.
//!
//! Every function here is pure: it takes the briefing and a [`View`] and returns a render model that can be compared
//! with `==`, so that the viewer draws only what changed and never decides anything. Links in a model are ready to be
//! put into an `href`.
//!
//! - [`view`]: everything a reader can choose. [`link`]: its written form, and the forgiving way back.
//! - [`filter`], [`set`], [`search`]: which statements a selection lets through.
//! - [`facet`], [`statements`], [`card`], [`passage`], [`axis`]: what the start page shows. [`shown`]: which statements any
//!   view shows.
//! - [`actors`], [`compare`], [`source`]: the other pages. [`paper`]: any of them, printed. [`title`]: what a view is
//!   called. [`words`]: dates and numbers in English. [`language`]: which language and direction each text has.

pub mod actors;
pub mod axis;
pub mod card;
pub mod compare;
pub mod facets;
pub mod filter;
pub mod language;
pub mod link;
mod matching;
pub mod names;
mod order;
mod pages;
pub mod passage;
pub mod print;
pub mod search;
pub mod set;
pub mod source;
pub mod statements;
#[cfg(test)]
mod testing;
pub mod title;
pub mod view;
pub mod words;

pub use pages::statements_in_view;
pub use view::View;

/// The briefing as the page holds it: loaded once, never changed.
pub type Shared = &'static corpus::Briefing<'static>;
