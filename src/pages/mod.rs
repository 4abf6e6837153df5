//! One component a page.

pub mod about;
pub mod actor;
pub mod actors;
pub mod briefing;
pub mod compare;
pub mod pair;
pub mod source;
pub mod table;
