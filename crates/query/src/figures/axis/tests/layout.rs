//! The layout of any times: in order, nothing over anything else, each with its year.

use proptest::prelude::*;

use super::super::room::OPEN;
use super::*;

/// From where to where a mark reaches with its label and its dots.
fn extent(mark: &Mark) -> (AxisPosition, AxisPosition) {
    let label = Room::LEAST.share(mark.width);
    let open = Room::LEAST.share(OPEN);
    let (from, to) = match mark.precision {
        Precision::Open(OpenEnds { before: Some(_), .. }) => (mark.to.0 - open, mark.to.0),
        Precision::Open(OpenEnds { before: None, .. }) => (mark.from.0, mark.from.0 + open),
        _ => (mark.from.0, mark.to.0),
    };
    let (from, to) =
        if mark.label_before { (from.min(to.saturating_sub(label)), to) } else { (from, to.max(from + label)) };
    (AxisPosition(from), AxisPosition(to))
}

/// The first year of a mark's date.
pub fn year_of(mark: &Mark) -> String {
    mark.when.to_string().chars().filter(char::is_ascii_digit).take(4).collect()
}

/// What holds of every axis: its order, and that nothing on it covers anything.
pub fn check_layout(axis: &Axis) -> Result<(), TestCaseError> {
    let marks: Vec<&Mark> = axis.marks().collect();
    prop_assert!(marks.windows(2).all(|pair| pair[0].from <= pair[1].from));
    prop_assert!(axis.lanes <= Room::LEAST.lanes);
    let begin = |entry: &Entry| match entry {
        Entry::Mark(mark) => mark.from,
        Entry::Fold(fold) => fold.from,
    };
    prop_assert!(axis.entries.windows(2).all(|pair| begin(&pair[0]) <= begin(&pair[1])), "they are read in order");
    for (index, mark) in marks.iter().enumerate() {
        prop_assert!(mark.from <= mark.to && mark.to <= AxisPosition::END, "{}", mark.key);
        prop_assert!(axis.has_bars || extent(mark).1 <= AxisPosition::END, "{mark:?}");
        prop_assert!(mark.title.starts_with(&mark.label), "{mark:?}");
        for other in &marks[index + 1..] {
            prop_assert_ne!(&mark.key, &other.key);
            let is_apart = if axis.has_bars {
                mark.to <= other.from || other.label.is_empty() && (mark.from, mark.to) == (other.from, other.to)
            } else {
                let (this, next) = (extent(mark), extent(other));
                mark.lane != other.lane || this.1 <= next.0
            };
            prop_assert!(is_apart, "{} lies over {}", mark.key, other.key);
        }
    }
    for fold in axis.folds() {
        let is_apart = |mark: &&Mark| fold.to <= mark.from || mark.to <= fold.from;
        let is_within = |mark: &&Mark| mark.from <= fold.from && fold.to <= mark.to;
        prop_assert!(marks.iter().all(|mark| is_apart(mark) || fold.is_covered && is_within(mark)), "{fold:?}");
        prop_assert_eq!(marks.iter().any(|mark| !is_apart(mark)), fold.is_covered, "{:?}", fold);
    }
    let years: std::collections::BTreeSet<String> = marks.iter().map(|mark| year_of(mark)).collect();
    if years.len() > 1 && !axis.has_bars {
        prop_assert!(marks.iter().all(|mark| mark.label.contains(&year_of(mark))), "a label has its year");
    }
    if axis.has_bars {
        prop_assert!(marks[0].group.is_some() || marks[0].label.contains(&year_of(marks[0])[..3]), "{:?}", marks[0]);
    }
    Ok(())
}

/// Times of every kind, some of them close together and some far apart.
fn any_times() -> impl Strategy<Value = Vec<String>> {
    let year = prop_oneof![3 => 2019..2025i32, 1 => 1000i32..9999];
    let day = (year, 1..=12u8, 1..=28u8).prop_map(|(year, month, day)| (format!("{year:04}"), month, day));
    let time = (day, 0..14u8, 0..60i32).prop_map(|((year, month, day), kind, length)| match kind {
        0 => year,
        1 => format!("{year}-{month:02}"),
        2 => format!("../{year}-{month:02}-{day:02}"),
        4 => format!("{year}-{month:02}-{day:02}/.."),
        5 => format!("/{year}-{month:02}"),
        6 => format!("{year}/"),
        3 => {
            let first: Date = format!("{year}-{month:02}-{day:02}").parse().expect("a day");
            let last = first.days().map_or(0, |(first, _)| first + length);
            corpus::date::Calendar::from_day(last).map_or(year, |last| format!("{first}/{last}"))
        }
        _ => format!("{year}-{month:02}-{day:02}"),
    });
    proptest::collection::vec(time, 1..90)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_times_are_in_order_apart_and_with_their_years(times in any_times()) {
        let data = with_times(&times.iter().map(String::as_str).collect::<Vec<_>>());
        if let Some(axis) = axis_of(data) {
            check_layout(&axis)?;
            prop_assert_eq!(Some(axis), axis_of(data), "the same corpus gives the same axis");
        }
    }

    #[test]
    fn a_span_is_a_link_that_shows_all_days_of_both_marks(
        times in any_times(),
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let data = with_times(&times.iter().map(String::as_str).collect::<Vec<_>>());
        let selection = Selection::default();
        let Some(axis) = axis_of(data).filter(|axis| !axis.entries.is_empty()) else { return Ok(()) };
        let marks: Vec<_> = axis.marks().collect();
        let known: Vec<_> = (0..marks.len()).filter(|&index| span::is_end(marks[index])).collect();
        prop_assume!(!known.is_empty());
        let ends = (known[one.index(known.len())], known[other.index(known.len())]);
        let link = span::link(data, &selection, &axis, ends).expect("both are there");
        prop_assert_eq!(Some(link.clone()), span::link(data, &selection, &axis, (ends.1, ends.0)));
        let chosen = super::chosen(&crate::testing::selection(data, &link)).expect("a date").days().expect("days");
        let days = [ends.0, ends.1].map(|index| marks[index].when.days().expect("days"));
        prop_assert_eq!(chosen, (days[0].0.min(days[1].0), days[0].1.max(days[1].1)));
        prop_assert!(shown(data, &link).len() >= marks[ends.0].count.max(marks[ends.1].count));
        check_layout(&of(data, &link))?;
    }
}
