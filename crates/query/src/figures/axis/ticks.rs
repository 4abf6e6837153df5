//! The publication of documents on the axis. Where several are published about the same time, they have one tick.

use corpus::DocumentId;
use corpus::date::DayNumber;

use super::model::{AxisPosition, Tick};
use super::room::Room;
use super::scale::Scale;
use super::times;
use crate::Shared;
use crate::documents::in_order_of_publication;
use crate::figures::drawing::{Style, measure};
use crate::link;
use crate::publication::publication;
use crate::set::StatementSet;
use crate::view::{Choice, Selection, View};
use crate::words;

/// The least distance between ticks, in tenths of a CSS pixel: that of what a finger can tell apart.
const APART: i32 = 240;
/// The largest number of documents that a link chooses one by one.
const MOST_CHOSEN: usize = 40;

/// A document and the day of its publication.
pub(super) type Published = (DocumentId, DayNumber);

/// The documents with statements that are shown, in the order of publication; those without a day are missing.
pub(super) fn published(data: Shared, shown: &StatementSet) -> Vec<Published> {
    let is_shown = |id: &DocumentId| shown.count_in(data.index.facets.document(*id)) > 0;
    let day = |id: DocumentId| data.document(id).published.and_then(times::days).map(|(first, _)| (id, first));
    in_order_of_publication(data).into_iter().filter(is_shown).filter_map(day).collect()
}

/// The ticks of the documents that are published within a scale.
pub(super) fn ticks(
    data: Shared,
    selection: &Selection,
    published: &[Published],
    scale: &Scale,
    room: Room,
) -> Vec<Tick> {
    let mut groups: Vec<(AxisPosition, AxisPosition, Vec<Published>)> = Vec::new();
    for &(id, day) in published {
        let Some(at) = scale.middle(day) else { continue };
        let apart = |documents: &[Published]| {
            let number = measure::width(&words::grouped(documents.len() + 1), Style::Small);
            room.share(APART.max(number + APART / 2))
        };
        match groups.last_mut() {
            Some((first, last, documents)) if at.0 < first.0 + apart(documents) => {
                *last = at;
                documents.push((id, day));
            }
            _ => groups.push((at, at, vec![(id, day)])),
        }
    }
    let tick = |(first, last, documents): (AxisPosition, AxisPosition, Vec<Published>)| Tick {
        at: AxisPosition(first.0.midpoint(last.0)),
        count: documents.len(),
        title: title(data, &documents),
        href: link_to(data, selection, &documents),
    };
    groups.into_iter().map(tick).collect()
}

/// "Published: Varnholt Courier, 13 May 2024", "Published from 13 May 2024 to 3 June 2024: 3 documents".
fn title(data: Shared, documents: &[Published]) -> String {
    let day = |&(id, _): &Published| data.document(id).published.map(words::date).unwrap_or_default();
    match documents {
        [only] if data.documents.len() == 1 => format!("Published {}: this article", day(only)),
        [(id, _)] => format!("Published: {}", publication(data, *id)),
        [first, .., last] => {
            let (from, to) = (day(first), day(last));
            let when = if from == to { from } else { format!("from {from} to {to}") };
            format!("Published {when}: {}", words::count(documents.len(), "document"))
        }
        [] => String::new(),
    }
}

/// The link to a document, or to the statements of several; none where these are too many to be named.
fn link_to(data: Shared, selection: &Selection, documents: &[Published]) -> Option<String> {
    let view = match documents {
        [(id, _)] => View::Source(*id, None),
        _ => View::Briefing(selection.with(|filter| {
            filter.documents = Choice::any_of(documents.iter().map(|&(id, _)| id));
        })),
    };
    (documents.len() <= MOST_CHOSEN).then(|| link::write(data, &view))
}
