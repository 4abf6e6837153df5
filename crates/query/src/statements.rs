//! The render model of the start page.
//!
//! `arrange` sorts and groups statements; prints and exports use only its [`groups`]. `chosen` describes what is
//! chosen, `masthead` the briefing as a whole; `page` combines them with the facets and the axis. [`window`] decides
//! which statements of a long list are drawn.

mod arrange;
mod chosen;
mod masthead;
mod page;
pub mod window;

pub(crate) use arrange::sorted_set;
pub use arrange::{StatementGroup, groups, is_by_time, sorted};
pub use chosen::Chip;
pub(crate) use chosen::{chosen, corrections, searched};
pub use masthead::{CampStrip, Masthead, masthead};
pub use page::{Alternative, StatementsPage, page, page_by_time, page_of_filter};

#[cfg(test)]
mod tests;
