//! Reads the links to the start page that [`write()`] and [`share`] make, and no others. The first part of the program
//! draws the start page and has only this; whatever else arrives is read by [`parse`](super::parse()), which is many
//! times as large, when the part is loaded that draws the other pages and searches.

use super::pairs::Pairs;
use super::write::{share, write};
use crate::Shared;
use crate::view::{Selection, View};

/// The view of a link, if it is the start page without a search, and the link is exactly the one that [`write()`] or
/// [`share`] makes for it.
pub fn read_exact(data: Shared, link: &str) -> Option<View> {
    let link = if matches!(link, "" | "#") { "#/" } else { link };
    let query = if link == "#/" { "" } else { link.strip_prefix("#/?")? };
    let view = View::Briefing(Selection::read_exact(&Pairs::new(data, query)));
    // What was passed over is missed here.
    (link == write(data, &view) || link == share(data, &view)).then_some(view)
}
