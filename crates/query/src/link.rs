//! A view's written form, the fragment of the page's address, and the forgiving way back.
//!
//! ```text
//! link      = "#/" page [ "?" pair *( "&" pair ) [ "&" ] ]
//! pair      = key "=" value
//!
//! edition   = 8hex       ; a pair of any page: the first digits of the digest that the link was made with
//! ```
//!
//! Which pages there are, and which pairs each has, is said in the head of `pages`; the pairs of the facets in that of
//! [`facets`](crate::facets).
//!
//! A slug has the characters `a-z`, `0-9` and `-`. A date is EDTF (`2021-12`, `2021-12-11/2021-12-16`, `../2021-12`),
//! with `2021-12/unknown` for an unknown end, or `undated`. [`parse()`] takes any text: what it understands applies,
//! the rest is named in a [`Notice`]. [`write()`] and [`parse()`] are each other's inverse for every view.
//!
//! Mail and chat programs glue punctuation and other parameters to links, break them over lines and encode them again.
//! What follows a value that is understood and cannot belong to it is dropped without a word. Where that could be
//! mistaken for a part of a link of ours, [`write()`] has it escaped: in `q`, an escaped percent sign never stands
//! before two hexadecimal digits, and `#`, `&`, `=`, `?` and `~` never stand unescaped. An edition is another one only
//! where it has eight digits.

mod edition;
mod exact;
mod linked;
mod pairs;
mod parse;
mod reader;
mod slugs;
mod transport;
mod write;
mod writer;

pub use edition::edition;
pub use exact::read_exact;
pub(crate) use linked::Linked;
pub(crate) use pairs::Pairs;
pub use parse::{Parsed, parse};
pub use reader::Notice;
pub(crate) use reader::Reader;
pub use write::{share, write};
pub(crate) use writer::Writer;

#[cfg(test)]
mod tests;
