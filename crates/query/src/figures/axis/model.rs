//! The render model of the time axis.

use corpus::{Date, Hue};

/// The axis of a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Marks and folds in the order of time; none where fewer than two times are known.
    pub entries: Vec<Entry>,
    /// The publication of documents, in the order of time.
    pub ticks: Vec<Tick>,
    /// The number of lanes.
    pub lanes: usize,
    /// Whether the marks are of units of the calendar, with bars that show their numbers of statements.
    pub has_bars: bool,
    /// What is shown and has no place on the axis.
    pub off_axis: Option<OffAxis>,
    /// The summary: "Time line: 3 of 12 dates".
    pub summary: String,
    /// The ways back to more of time, where a part of it is shown; the last is what is shown.
    pub parts: Vec<Part>,
    /// What shapes and lines mean that no words are at.
    pub legend: String,
}

impl Axis {
    /// The same for paper: without links, and with keys of its own, as the page on the screen has those of this one.
    #[must_use]
    pub fn printed(mut self) -> Axis {
        for entry in &mut self.entries {
            if let Entry::Mark(mark) = entry {
                mark.href = None;
                mark.key = format!("printed-{}", mark.key);
            }
        }
        for tick in &mut self.ticks {
            tick.href = None;
        }
        if let Some(off_axis) = &mut self.off_axis {
            off_axis.href = None;
        }
        self.parts = Vec::new();
        self
    }
}

/// The height of the bar of the unit with most statements; the others are in proportion.
pub const HIGHEST_BAR: usize = 48;

/// What is on the axis.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly all entries are marks; on 32 bits they are not as large")]
pub enum Entry {
    /// A time, or a unit of the calendar.
    Mark(Mark),
    /// A stretch that is folded.
    Fold(Fold),
}

/// The publication of documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The position.
    pub at: AxisPosition,
    /// The number of documents.
    pub count: usize,
    /// When they were published, and what or how many: "Published: Varnholt Courier, 13 May 2024".
    pub title: String,
    /// The link to the document, or to the statements of all; none where these are too many to be named.
    pub href: Option<String>,
}

/// A stretch that is drawn shorter than it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// The position of its beginning.
    pub from: AxisPosition,
    /// The position of its end.
    pub to: AxisPosition,
    /// Its number of days in words, where there is room for that.
    pub label: Option<String>,
    /// Its number of days.
    pub days: u32,
    /// What it is: "334 days without a date".
    pub title: String,
    /// Whether a time is drawn over it, which lasts, or is known less exactly.
    pub is_covered: bool,
}

/// The statements shown of which no day is given: they have no date and no place on the axis, or are on it at the only
/// day that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct OffAxis {
    /// How many: "60 of 209 statements", "All 213 statements".
    pub count: String,
    /// What they are, after that.
    pub reason: String,
    /// The link that shows these alone, or all again; none where nothing else is shown anyway.
    pub href: Option<String>,
}

/// A position on the axis, in hundredths of a percent of its length. An integer, as formatting floats would add eleven
/// kilobytes to the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisPosition(pub u32);

impl AxisPosition {
    /// The end of the axis.
    pub const END: AxisPosition = AxisPosition(10_000);
}

impl std::fmt::Display for AxisPosition {
    /// As a length in SVG: "12.05%".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Without zeros at the end, of which a page has many.
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}%"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}%", rest / 10),
            (whole, rest) => write!(f, "{whole}.{rest:02}%"),
        }
    }
}

/// How many days of a mark are in a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InSpan {
    /// None, or there is no span.
    None,
    /// Some.
    Some,
    /// All.
    All,
}

/// The mark of a time or of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The date.
    pub when: Date,
    /// The date as in links.
    pub key: String,
    /// The position of its beginning.
    pub from: AxisPosition,
    /// The position of its end.
    pub to: AxisPosition,
    /// The lane above the axis, 0 the lowest, so that labels do not overlap.
    pub lane: usize,
    /// The label: "11–16 December", "11–16 Dec 2021", "Dec". Empty where another bar of the unit has it.
    pub label: String,
    /// Whether there is room for the label.
    pub shows_label: bool,
    /// The label of the greater unit that begins with a unit: "2021".
    pub group: Option<String>,
    /// What the mark says: "11–16 December 2021: 5 statements, United States / Uzbekistan". It begins with the label.
    pub title: String,
    /// How exactly the time is known, or whether it lasts.
    pub precision: Precision,
    /// The number of its statements that pass the filter.
    pub count: usize,
    /// The number of these that are acts.
    pub acts: usize,
    /// The number of statements of a unit whose times go beyond it.
    pub beyond: usize,
    /// The first of its statements: whether each is an act, and the accent colour of its first voice. Of none where the
    /// mark is of a unit.
    pub dots: Vec<Dot>,
    /// The number of these statements that have no dot.
    pub more: usize,
    /// The height of the bar of a unit, see `HIGHEST_BAR`; zero only without statements.
    pub bar: usize,
    /// How much of that height is of acts.
    pub bar_of_acts: usize,
    /// How much of it, at the top, is of statements whose times reach beyond the unit.
    pub bar_beyond: usize,
    /// The height of all bars of the unit together, which are one over the other; of a unit's last, up to its top.
    pub stack: usize,
    /// The number over the bar of a unit, where there is room for it.
    pub number: Option<String>,
    /// Whether the date is wanted in the filter.
    pub chosen: bool,
    /// How many of its days are in the span that is wanted in the filter, which is no mark.
    pub in_span: InSpan,
    /// The width of what takes clicks, in tenths of a CSS pixel, from where the label begins.
    pub width: i32,
    /// Whether the label ends at the mark rather than beginning there, for want of room at the end of the axis.
    pub label_before: bool,
    /// The link that chooses the date, or takes it back; none where no statement would pass.
    pub href: Option<String>,
}

/// A statement on a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Whether it is an act, not something said.
    pub is_act: bool,
    /// The accent colour of its first voice.
    pub hue: Option<Hue>,
}

/// How exactly a time is known, or whether it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// A day.
    Day,
    /// From a day to a day.
    Interval,
    /// A month or a year, on days of it that are not known; or from or to such.
    Calendar,
    /// Only one day is known, by which something was so, or from which on it was.
    Open(OpenEnds),
}

/// The ends of times that are not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenEnds {
    /// That before the known day.
    pub before: Option<OpenEnd>,
    /// That after it.
    pub after: Option<OpenEnd>,
}

/// An end of a time that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenEnd {
    /// Open: at any time up to the known day, or from it on.
    Open,
    /// There is an end, and nobody knows when.
    Unknown,
}

/// How exactly times are known that dates find: of a single one, or of several that are open.
pub(super) fn precision(dates: &[Date]) -> Precision {
    match dates {
        [Date::On(entry)] if entry.day > 0 => Precision::Day,
        [Date::Between(from, to)] if from.day > 0 && to.day > 0 => Precision::Interval,
        [Date::On(_) | Date::Between(..)] => Precision::Calendar,
        open => Precision::Open(open_ends(open)),
    }
}

/// The ends of times that are not known: unknown only where none is open.
pub(super) fn open_ends(dates: &[Date]) -> OpenEnds {
    let mut ends = OpenEnds::default();
    for date in dates {
        match date {
            Date::By(_) => ends.before = Some(OpenEnd::Open),
            Date::From(_) => ends.after = Some(OpenEnd::Open),
            Date::UnknownStart(_) => ends.before = ends.before.or(Some(OpenEnd::Unknown)),
            Date::UnknownEnd(_) => ends.after = ends.after.or(Some(OpenEnd::Unknown)),
            Date::On(_) | Date::Between(..) => {}
        }
    }
    ends
}

impl Axis {
    /// The marks, in the order of time.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Mark(mark) => Some(mark),
            Entry::Fold(_) => None,
        })
    }

    /// The folded stretches, in the order of time.
    pub fn folds(&self) -> impl Iterator<Item = &Fold> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Fold(fold) => Some(fold),
            Entry::Mark(_) => None,
        })
    }
}

/// A part of time that is shown, or that the one shown is in.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name: "All times", "March 2022".
    pub label: String,
    /// The link that shows it.
    pub href: String,
    /// Whether it is shown.
    pub current: bool,
}
