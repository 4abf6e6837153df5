//! What the pages are made of.

pub mod axis;
pub mod bar;
pub mod card;
pub mod copy;
pub mod elements;
pub mod facets;
pub mod foot;
pub mod masthead;
pub mod notices;
pub mod passage;
pub mod qr;
pub mod refs;
pub mod said;
pub mod translated;
