//! From a view to its link.

use super::edition::{EDITION, edition};
use super::linked::Linked;
use super::writer::Writer;
use crate::Shared;
use crate::view::View;

/// The link to a view, a fragment: `#/?topic=basing`.
///
/// The inverse of [`parse`](super::parse()): each view has one link.
///
/// ```
/// use corpus::TopicId;
/// use query::View;
/// use query::link::{parse, write};
/// use query::view::{Choice, Filter};
/// # let compiled = corpus::compile::compile_dir("../../seeds".as_ref()).unwrap_or_else(|report| panic!("{report:?}"));
/// # let data: query::Shared = Box::leak(Box::new(corpus::load(compiled.bytes.leak()).unwrap()));
///
/// assert_eq!(write(data, &View::default()), "#/");
///
/// let view = View::filtered(Filter { topics: Choice::of(TopicId(0)), ..Filter::default() });
/// assert_eq!(write(data, &view), format!("#/?topic={}", data.topic(TopicId(0)).slug));
/// assert_eq!(parse(data, &write(data, &view)).view, view);
/// ```
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
