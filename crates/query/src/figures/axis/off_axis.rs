//! The statements of which no day is given, in a sentence beside the axis.

use super::model::OffAxis;
use crate::Shared;
use crate::link;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Selection, View, When};
use crate::words;

/// The statements shown of which no day is given; none where each has one.
pub(super) fn off_axis(data: Shared, selection: &Selection, shown: &StatementSet, has_axis: bool) -> Option<OffAxis> {
    let undated = data.index.facets.undated();
    let number = shown.count_in(undated);
    if number == 0 {
        return None;
    }
    let is_open = |id: &corpus::StatementId| shown.contains(*id) && data.statements.when(*id).is_some();
    let open = undated.iter().filter(is_open).count();
    let chosen = selection.filter.dates.state(When::Undated) == Chosen::Wanted;
    let next =
        selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::Undated) });
    let of = words::count(shown.len(), "statement");
    let count = match words::grouped(number) {
        _ if number > 1 && number == shown.len() => format!("All {of}"),
        some => format!("{some} of {of}"),
    };
    let have = if number == 1 { "has" } else { "have" };
    let reason = match open {
        0 => format!(" {have} no date."),
        _ if open == number => format!(" {have} only a first or a last day."),
        _ => {
            let none_have = if number - open == 1 { "has" } else { "have" };
            let [none, open] = [number - open, open].map(words::grouped);
            format!(" are of no known day: {none} {none_have} no date, {open} only a first or a last day.")
        }
    };
    let reason = if has_axis { reason } else { reason + " So there is no time line." };
    let href = (chosen || number < shown.len()).then(|| link::write(data, &View::Briefing(next)));
    Some(OffAxis { count, reason, href })
}
