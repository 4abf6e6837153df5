//! What has to be loaded before a page can be drawn: chunks of the briefing that it needs, and that have not arrived.
//!
//! Models that need texts are only made when these are loaded; each function here says of which model it is the
//! condition. A result that depends on what is missing is no result: nothing is shown as empty, or counted as zero,
//! because a chunk is not there.

mod chunks;
mod views;

#[cfg(test)]
mod tests;

pub use chunks::{Pending, documents, first_view, statements};
pub use views::{page, whole_view};
