//! Reads the links that [`write()`] and [`share`] make, and no others. The first part of the program has only this;
//! whatever else arrives is read by [`parse`](super::parse()), which is many times as large, when a later part is
//! loaded.

use super::linked::Linked;
use super::pairs::Pairs;
use super::write::{share, write};
use crate::Shared;
use crate::view::View;

/// The view of a link, if the link is exactly the one that [`write()`] or [`share`] makes for it.
pub fn read_exact(data: Shared, link: &str) -> Option<View> {
    let link = if matches!(link, "" | "#") { "#/" } else { link };
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let path = path.strip_prefix("#/")?;
    let (page, path) = path.split_once('/').unwrap_or((path, ""));
    let view = View::read_exact(page, path, &Pairs::new(data, query))?;
    // What was passed over is missed here.
    (link == write(data, &view) || link == share(data, &view)).then_some(view)
}
