//! From a view to its link.

use super::edition::{EDITION, edition};
use super::linked::Linked;
use super::writer::Writer;
use crate::Shared;
use crate::view::View;

/// The link to a view, a fragment: `#/?topic=basing`.
///
/// The inverse of [`parse`](super::parse()) and [`read_exact`](super::read_exact): each view has one link.
pub fn write(data: Shared, view: &View) -> String {
    let mut link = Writer::new(data);
    Linked::write(view, &mut link);
    link.finish()
}

/// The link to a view as it is passed on: it names the edition, so that a later one can say what changed.
pub fn share(data: Shared, view: &View) -> String {
    let link = write(data, view);
    let joint = match link.contains('?') {
        true if link.ends_with('&') => "",
        true => "&",
        false => "?",
    };
    format!("{link}{joint}{EDITION}={}", edition(data))
}
