//! One component a page. The start page is what the first view needs; all others are drawn through [`rest`].

pub mod about;
pub mod actor;
pub mod actors;
pub mod briefing;
mod compare;
mod pair;
pub mod rest;
mod source;
pub mod table;
