//! The axis in words: a caption, and the table that says the same as the drawing.

use corpus::Date;

use super::Timeline;
use super::model::{Axis, Entry, Mark, OpenEnd, OpenEnds, Precision};
use super::room::Room;
use crate::Shared;
use crate::figures::table::{Table, TableCell};
use crate::language::Phrase;
use crate::words;

/// The room of the axis that the caption and the table are of.
const WIDE: Room = Room { width: 10_000, lanes: 8 };

impl Timeline {
    /// The axis where it has much room: that of the caption, the legend and the table.
    pub(in crate::figures) fn wide(&self, data: Shared) -> Option<Axis> {
        self.axis(data, WIDE)
    }

    /// The table: a row for each mark and for each tick, in the order of time, and one for the statements of no known
    /// day.
    pub(in crate::figures) fn table(&self, data: Shared) -> Table {
        let Some(axis) = self.wide(data) else { return Table::default() };
        let empty = || TableCell::words("");
        let mut rows = Vec::new();
        let mut ticks = axis.ticks.iter().peekable();
        let published = |tick: &super::Tick| {
            let cells = vec![empty(), empty(), empty()];
            (TableCell::new(Phrase::new(&tick.title), tick.href.clone()), cells)
        };
        for mark in axis.marks() {
            while let Some(tick) = ticks.next_if(|tick| tick.at < mark.from) {
                rows.push(published(tick));
            }
            let (when, _) = mark.title.split_once(": ").unwrap_or((&mark.title, ""));
            let count = words::count(mark.count, "statement");
            let cells = vec![
                TableCell::new(Phrase::new(&count), mark.href.clone().filter(|_| mark.count > 0)),
                TableCell::words(&words::grouped(mark.acts)),
                TableCell::words(&known(mark, axis.has_bars)),
            ];
            rows.push((TableCell::words(when), cells));
        }
        rows.extend(ticks.map(published));
        if let Some(off) = &axis.off_axis {
            let cells = vec![TableCell::new(Phrase::new(&off.count), off.href.clone()), empty(), empty()];
            rows.push((TableCell::words("No day given"), cells));
        }
        let heads = ["Statements", "of which acts", "How the time is known"].map(TableCell::words);
        Table { corner: "When", heads: heads.into(), rows }
    }
}

/// What is to be seen of an axis, in sentences.
pub(in crate::figures) fn caption(axis: Option<&Axis>) -> Phrase {
    let mut sentences: Vec<String> = Vec::new();
    match axis {
        Some(axis) if !axis.entries.is_empty() => sentences.extend(seen(axis)),
        Some(_) => {}
        None => sentences.push("All of this is of one day, so there is no time line.".to_owned()),
    }
    if let Some(off) = axis.and_then(|axis| axis.off_axis.as_ref()) {
        sentences.push(format!("{}{}", off.count, off.reason));
    }
    Phrase::new(&sentences.join(" "))
}

/// From when to when something is dated, when most is, and for how long nothing is.
fn seen(axis: &Axis) -> Vec<String> {
    let mut sentences = Vec::new();
    let with_some = axis.marks().filter(|mark| mark.count > 0);
    let ends: Vec<String> = with_some.map(|mark| words::date(known_part(mark.when))).collect();
    if let [first, .., last] = ends.as_slice() {
        sentences.push(format!("From {first} to {last}."));
    }
    let most = axis.marks().map(|mark| mark.count).max().unwrap_or_default();
    let with_most: Vec<&Mark> = axis.marks().filter(|mark| mark.count == most && most > 0).collect();
    if let [only] = with_most.as_slice() {
        let of = if matches!(only.when, Date::On(_) | Date::Between(..)) { "of " } else { "" };
        sentences.push(format!("Most is {of}{}: {}.", when(only), words::count(most, "statement")));
    }
    let silence = axis.entries.iter().filter_map(|entry| match entry {
        Entry::Fold(fold) if !fold.is_covered => Some(fold.days),
        _ => None,
    });
    if let Some(days) = silence.max() {
        sentences.push(format!("Nothing is dated for {} at the longest.", words::count(days as usize, "day")));
    }
    sentences
}

/// A date, or what is known of one that is open or unknown at an end.
const fn known_part(when: Date) -> Date {
    match when {
        Date::By(entry) | Date::From(entry) | Date::UnknownStart(entry) | Date::UnknownEnd(entry) => Date::On(entry),
        Date::On(_) | Date::Between(..) => when,
    }
}

/// When a mark is, in words.
fn when(mark: &Mark) -> &str {
    mark.title.split_once(": ").map_or(&mark.title, |(when, _)| when)
}

/// How exactly the times of a mark are known.
fn known(mark: &Mark, has_bars: bool) -> String {
    match mark.precision {
        Precision::Open(OpenEnds { before, after }) => {
            let end = |end: Option<OpenEnd>, open: &'static str, unknown: &'static str| match end {
                None => None,
                Some(OpenEnd::Open) => Some(open),
                Some(OpenEnd::Unknown) => Some(unknown),
            };
            let ends = [
                end(before, "by a day", "until a day, beginning unknown"),
                end(after, "from a day on", "since a day, end unknown"),
            ];
            ends.into_iter().flatten().collect::<Vec<_>>().join("; ")
        }
        _ if has_bars && mark.beyond > 0 => format!("{} go beyond it", words::grouped(mark.beyond)),
        _ if has_bars => "all within it".to_owned(),
        Precision::Day => "the day".to_owned(),
        Precision::Interval => "first and last day".to_owned(),
        Precision::Calendar => "not to the day".to_owned(),
    }
}
