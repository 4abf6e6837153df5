//! A view's written form, the fragment of the page's address, and the forgiving way back.
//!
//! ```text
//! link      = "#/" page [ "?" pair *( "&" pair ) [ "&" ] ]
//! page      = "" | "actors" | "actor/" slug | "compare" | "source" [ "/" slug ] | "about"
//! pair      = key "=" value
//!
//! start page   a key for each facet; see the grammar in `facets`
//!              q = text        ; percent-encoded, "+" for a space; "&" follows where it ends the link in punctuation
//!              by = "day" | "topic" | "actor" | "document" | "none"
//!              sort = "earliest" | "latest" | "text"
//!              statement = slug
//! compare      ( actors | statements ) = slug *( "," slug )      ; up to four
//!              topic = slug *( "," slug )
//! source       statement = slug
//! any page     edition = 8hex  ; first digits of the digest that the link was made with
//! ```
//!
//! A slug has the characters `a-z`, `0-9` and `-`. A date is EDTF (`2021-12`, `2021-12-11/2021-12-16`) or `undated`. [`parse`]
//! takes any text: what it understands applies, the rest is named in a [`Notice`]. [`write()`] and [`parse`] are each other's
//! inverse for every view.
//!
//! Mail and chat programs glue punctuation and other parameters to links, break them over lines and encode them again. What
//! follows a value that is understood and cannot belong to it is dropped without a word. Where that could be mistaken for a
//! part of a link of ours, [`write()`] has it escaped: in `q`, an escaped percent sign never stands before two hexadecimal
//! digits, and `#`, `&`, `=`, `?` and `~` never stand unescaped. An edition is another one only where it has eight digits.

mod exact;
mod reading;
mod transport;
mod writing;

use crate::Shared;
use crate::view::View;

pub use exact::read_exact;
pub use reading::parse;
pub use writing::write;

/// How many digits of the digest a shared link carries.
const EDITION_DIGITS: usize = 8;

/// A view read from a link, and what the link said that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Everything that was understood.
    pub view: View,
    /// The rest, in the order of the link; of many, the first and how many more there are.
    pub notices: Vec<Notice>,
}

/// Something in a link that does not apply, said to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What was found and what was expected.
    pub text: String,
    /// The nearest thing that exists, and a link in which it takes the place.
    pub instead: Option<(String, String)>,
}

/// The link to a view as it is passed on: it names the edition, so that a later one can say what changed.
pub fn share(data: Shared, view: &View) -> String {
    let link = write(data, view);
    let joint = match link.contains('?') {
        true if link.ends_with('&') => "",
        true => "&",
        false => "?",
    };
    format!("{link}{joint}edition={}", edition(data))
}

/// The edition as links, prints and file names say it: the first digits of its digest.
pub fn edition(data: Shared) -> String {
    data.digest.to_string()[..EDITION_DIGITS].to_owned()
}

#[cfg(test)]
mod tests;
