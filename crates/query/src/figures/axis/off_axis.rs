//! The statements of which no day is given, in a sentence beside the axis.

use super::model::OffAxis;
use crate::Shared;
use crate::link;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Selection, View, When};
use crate::words;

/// How many statements there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counts {
    /// Those that are shown.
    pub shown: usize,
    /// Those of these of which no day is given.
    pub undated: usize,
    /// Those of these of which a first or a last day is given.
    pub open: usize,
}

/// Counts the statements shown.
pub(super) fn counts(data: Shared, shown: &StatementSet) -> Counts {
    let undated = data.index.facets.undated();
    let is_open = |id: &corpus::StatementId| shown.contains(*id) && data.statements.when(*id).is_some();
    Counts { shown: shown.len(), undated: shown.count_in(undated), open: undated.iter().filter(is_open).count() }
}

/// The statements shown of which no day is given; none where each has one.
pub(super) fn off_axis(data: Shared, selection: &Selection, counts: Counts, has_axis: bool) -> Option<OffAxis> {
    let Counts { shown, undated: number, open } = counts;
    if number == 0 {
        return None;
    }
    let chosen = selection.filter.dates.state(When::Undated) == Chosen::Wanted;
    let next =
        selection.with(|filter| filter.dates = if chosen { Choice::default() } else { Choice::of(When::Undated) });
    let of = words::count(shown, "statement");
    let count = match words::grouped(number) {
        _ if number > 1 && number == shown => format!("All {of}"),
        some => format!("{some} of {of}"),
    };
    let have = if number == 1 { "has" } else { "have" };
    let reason = match open {
        0 => format!(" {have} no date."),
        _ if open == number => format!(" {have} only a first or a last day."),
        _ => {
            let [none, open] = [number - open, open].map(words::grouped);
            format!(" have no known day: {none} no date, {open} only a first or last one.")
        }
    };
    let reason = if has_axis { reason } else { reason + " So there is no time line." };
    let href = (chosen || number < shown).then(|| link::write(data, &View::Briefing(next)));
    Some(OffAxis { count, reason, href })
}
