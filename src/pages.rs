//! One component a page. The start page is what the first view needs; all others are drawn through [`deferred`].

pub mod about;
pub mod actor;
pub mod actors;
pub mod briefing;
mod compare;
pub mod deferred;
mod pair;
mod source;
pub mod table;
