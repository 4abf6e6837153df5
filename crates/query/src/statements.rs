//! The start page: which statements stand under which headings, and what is chosen.
//!
//! [`arrange`] sorts statements and puts them under headings; whoever wants no more than that (prints, exports) asks it for
//! [`groups`]. [`chosen`] says what is chosen, [`masthead`] what stands above; [`page`] puts all together with the facets and
//! the axis.

mod arrange;
mod chosen;
mod masthead;
mod page;

pub(crate) use arrange::by_time;
pub use arrange::{StatementGroup, groups, sorted};
pub use chosen::Chip;
pub(crate) use chosen::{chosen, corrections, searched};
pub use masthead::{CampStrip, Masthead, masthead};
pub use page::{Alternative, StatementsPage, page};

#[cfg(test)]
mod tests;
