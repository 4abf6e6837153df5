//! What a reader asks of a briefing: views and their links, filters, facets, search and comparison.
//!
//! Every function is pure: it takes the briefing and what is asked, and returns a render model that can be compared
//! with `==`, so that the viewer draws only what changed and decides nothing. Links in a model are ready to be put into
//! an `href`.
//!
//! The state of the application is one value, a [`View`] ([`view`]): a page with everything that is chosen on it.
//! [`link`] writes it as a fragment of the page's address and reads it back, forgivingly. What a page is in links,
//! titles and prints, each page says in a module of `pages`; what a facet is, each facet in a module of [`facets`].
//! Both rooms have one list that everything else walks, and a recipe at their head for adding to it.
//!
//! A filter goes through [`filter`] to a [`set`] of statements, its text through [`search`], by way of the index of the
//! corpus.
//!
//! The render models: [`statements`] for the start page, with [`facets`], the figures ([`figures`]), [`card`] and
//! [`passage`]; [`actors`], [`compare`] and [`source`] for the other pages; [`print`](mod@print) for any of them on
//! paper. [`mod@tray`] is what a reader has pinned. [`title`] names a view, and [`statements_in_view`] lists its
//! statements for export.
//!
//! A large briefing arrives in parts; [`pending`] tells which of them a model has to wait for.
//!
//! Who says a statement and through whom, [`attribution`] tells in words, [`chain`] as a drawing, and [`relations`] how
//! it relates to others.
//!
//! Beneath: [`names`] gives what can be chosen its slugs and labels, [`language`] each text its language and direction,
//! [`words`] dates and numbers in English, `order` sorts.

pub mod actors;
pub mod attribution;
pub mod card;
pub mod chain;
pub mod compare;
pub mod documents;
pub mod facets;
pub mod figures;
pub mod filter;
pub mod language;
pub mod link;
pub mod listing;
mod matching;
pub mod names;
mod order;
mod pages;
pub mod passage;
pub mod pending;
pub mod print;
pub mod publication;
pub mod relations;
pub mod search;
pub mod set;
pub mod source;
pub mod statements;
#[cfg(test)]
mod testing;
pub mod title;
pub mod tray;
pub mod view;
pub mod window;
pub mod words;

pub use pages::statements_in_view;
pub use view::View;

/// The briefing as the page holds it: loaded once, never changed.
pub type Shared = &'static corpus::Briefing<'static>;
