//! Bars: the units of the calendar in which many statements are counted.

use super::layout::check_layout;
use super::*;

#[test]
fn many_dates_are_bars_of_the_finest_unit_that_there_is_room_for() {
    let data = synthetic(800);
    let axis = of(data, "#/");
    let number = axis.marks().filter(|mark| !mark.label.is_empty()).count();
    assert_eq!(axis.summary, format!("Time line: {number} of {number} years"));
    assert!((5..8).contains(&number));
    // What is known only at one end is on the bar of the other statements of its year.
    for stack in axis.marks().collect::<Vec<_>>().chunk_by(|_, next| next.label.is_empty()) {
        let [dated, open] = stack else { panic!("{stack:?}") };
        assert_eq!((&dated.label, &open.label), (&dated.key, &String::new()));
        assert!(open.key.split(',').all(|key| key.contains(&dated.key) && key != dated.key), "{}", open.key);
        assert!(open.title.starts_with(&format!("{}, by then", dated.key)), "{}", open.title);
        assert!(matches!(open.precision, Precision::Open(_)) && (open.from, open.to) == (dated.from, dated.to));
        assert_eq!(open.stack, dated.bar + open.bar);
        assert_eq!(open.count, shown(data, open.href.as_deref().expect("a link")).len());
    }
    let two_months = (1..=28).flat_map(|day| [1, 2].map(|month| format!("2022-{month:02}-{day:02}")));
    let times: Vec<String> = two_months.chain(["2022-01".into(), "2022".into(), "2021/2022-01".into()]).collect();
    let times: Vec<&str> = times.iter().map(String::as_str).chain(["2022-03-01"; 30]).collect();
    let many: Vec<&str> = times.iter().copied().chain(["2022-03-02", "2022-03-03"]).collect();
    let counts: Vec<_> = marks(with_times(&many), "#/")
        .into_iter()
        .map(|mark| (mark.label, mark.group, mark.count, mark.more))
        .collect();
    // The statements of the year and of the interval count for each month that they share a day with.
    let month = |label: &str, group: Option<&str>, count| (label.to_owned(), group.map(str::to_owned), count, 0);
    assert_eq!(counts, [month("Jan", Some("2022"), 31), month("Feb", None, 29), month("Mar", None, 33)]);
    let topic = data.topics[0].slug;
    for mark in marks(data, &format!("#/?topic={topic}")) {
        assert_eq!(mark.count, shown(data, &format!("#/?topic={topic}&date={}", mark.key)).len(), "{}", mark.key);
    }
}

#[test]
fn a_bar_opens_to_a_finer_scale_with_ways_back() {
    let data = synthetic(3000);
    let year = marks(data, "#/").into_iter().max_by_key(|mark| mark.count).expect("a year");
    let link = year.href.expect("a link");
    let of_year = of(data, &link);
    assert!(of_year.summary.starts_with(&format!("Time line of {}: ", year.key)), "{}", of_year.summary);
    assert!(of_year.summary.ends_with(" months"), "{}", of_year.summary);
    let month = of_year.marks().max_by_key(|mark| mark.count).expect("a month").clone();
    assert!(month.key.starts_with(&year.key));
    let of_month = of(data, month.href.as_deref().expect("a link"));
    assert!(of_month.summary.ends_with(" days"), "{}", of_month.summary);
    let labels: Vec<_> = of_month.parts.iter().map(|part| (part.label.as_str(), part.current)).collect();
    let when = words::date(month.when);
    assert_eq!(labels, [("All times", false), (year.key.as_str(), false), (when.as_str(), true)]);
    assert_eq!(of_month.parts[0].href, "#/");
    assert_eq!(of_month.parts[1].href, link);
    // A day is chosen among those of its month.
    let day = of_month.marks().find(|mark| mark.count > 0).expect("a day");
    let of_day = of(data, day.href.as_deref().expect("a link"));
    assert_eq!(of_day.parts.len(), 3);
    assert_eq!(of_day.marks().filter(|mark| mark.chosen).count(), 1);
    assert_eq!(of_day.marks().count(), of_month.marks().count(), "the others can be chosen instead");
}

#[test]
fn bars_are_in_proportion_to_their_numbers() {
    let data = example("aldport");
    let axis = of(data, "#/");
    assert!(axis.has_bars && !of(small(), "#/").has_bars);
    for link in ["#/", "#/?topic=lease", "#/?date=undated"] {
        let marks = marks(data, link);
        let highest = |stack: &[Mark]| stack.iter().map(|mark| mark.count).sum::<usize>();
        let stacks = || marks.chunk_by(|_, next| next.label.is_empty());
        let most = stacks().map(highest).max().expect("marks").max(1);
        for stack in stacks() {
            assert_eq!(stack.last().map(|mark| mark.stack), Some(stack.iter().map(|mark| mark.bar).sum()));
        }
        for mark in marks {
            let (low, high) = ((mark.bar.max(1) - 1) * most, mark.bar * most);
            let is_near = low < mark.count * HIGHEST_BAR && mark.count * HIGHEST_BAR <= high;
            assert!(is_near || (mark.count, mark.bar) == (0, 0), "{mark:?} of {most}");
            assert!(mark.bar_of_acts + mark.bar_beyond <= mark.bar);
        }
    }
    // Each part of a stack is rounded up.
    assert!(
        axis.marks().map(|mark| mark.stack).max().is_some_and(|stack| (HIGHEST_BAR..HIGHEST_BAR + 2).contains(&stack))
    );
    let marked = axis.marks().flat_map(|mark| shown(data, &format!("#/?date={}", mark.key)));
    let mut all: Vec<_> = marked.chain(shown(data, "#/?date=undated")).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), data.statements.len(), "each is on the axis, or counted as not on it");
}

#[test]
fn the_first_of_the_months_of_a_year_has_the_year_below_it() {
    let months = (1..=5).flat_map(|day| (0..13).map(move |month| (day, month)));
    let times: Vec<String> =
        months.map(|(day, month)| format!("{}-{:02}-{day:02}", 2022 + month / 12, month % 12 + 1)).collect();
    let marks = marks(with_times(&times.iter().map(String::as_str).collect::<Vec<_>>()), "#/");
    let said: Vec<_> = marks.iter().map(spoken).collect();
    assert_eq!((said[8].as_str(), said[12].as_str()), ("Sep 2022: 5 statements", "Jan 2023: 5 statements"));
    let groups: Vec<_> = marks.iter().map(|mark| mark.group.as_deref()).collect();
    assert_eq!((groups[0], groups[1], groups[12]), (Some("2022"), None, Some("2023")));
}

#[test]
fn very_many_statements_are_an_axis_without_an_overlap() {
    let data = synthetic(10_000);
    let axis = of(data, "#/");
    check_layout(&axis).expect("a layout");
    assert!(axis.has_bars);
}

#[test]
fn what_reaches_beyond_a_unit_is_told_apart_in_its_bar() {
    let days = (1..=28).flat_map(|day| (1..=3).map(move |month| format!("2022-{month:02}-{day:02}")));
    let times: Vec<String> = days.chain(["2022-01/2022-02".into(), "2022".into(), "2022-03".into()]).collect();
    let bars = marks(with_times(&times.iter().map(String::as_str).collect::<Vec<_>>()), "#/");
    let read: Vec<_> = bars.iter().map(|mark| (mark.label.as_str(), mark.count, mark.beyond)).collect();
    assert_eq!(read, [("Jan", 30, 2), ("Feb", 30, 2), ("Mar", 30, 1)], "a month is within itself");
    assert!(bars.iter().all(|mark| mark.bar_beyond > 0 && mark.bar == HIGHEST_BAR));
    assert!(bars[0].title.ends_with("30 statements, 2 at times that go beyond"), "{}", bars[0].title);
}

#[test]
fn dates_that_are_all_open_have_an_axis() {
    let data = example("wikinews");
    let axis = of(data, "#/");
    assert!(axis.has_bars && axis.marks().all(|mark| matches!(mark.precision, Precision::Open(_)) && mark.count > 0));
    let all: usize = axis.marks().map(|mark| mark.count).sum();
    assert_eq!(all, data.statements.iter().filter(|statement| statement.when.is_some()).count());
    let most = axis.marks().max_by_key(|mark| mark.count).expect("a year").clone();
    let of_year = of(data, most.href.as_deref().expect("a link"));
    assert!(of_year.parts.last().is_some_and(|part| part.current && part.label == most.label), "{:?}", of_year.parts);
    assert_eq!(shown(data, &format!("#/?date={}", most.key)).len(), most.count);
}

#[test]
fn units_without_room_for_their_names_are_there_without_some() {
    // Years of one decade, too many for their names and too few for decades.
    let days = (1..=9).flat_map(|year| (1..=8).map(move |month| format!("202{year}-{month:02}-11")));
    let days: Vec<String> = days.collect();
    let data = with_times(&days.iter().map(String::as_str).collect::<Vec<_>>());
    let all = filtered(data, &Filter::default());
    let timeline = Timeline::new(data, &Selection::default(), &all);
    let narrow = timeline.axis(data, Room { width: 2000, lanes: 3 }).expect("an axis");
    let labels: Vec<_> = narrow.marks().filter(|mark| mark.shows_label).map(|mark| mark.label.as_str()).collect();
    assert!(narrow.marks().count() == 9 && (3..9).contains(&labels.len()), "{labels:?}");
}
