//! The start page: what stands under which heading, in which order, and what is said of what is chosen.

use corpus::{Date, StatementId};
use proptest::prelude::*;

use super::*;
use crate::Shared;
use crate::card;
use crate::names::Named;
use crate::search::{self, Search};
use crate::testing::{both, filtered, passing, selection, selections, shipped, shown, slugs, small, topic, with_times};
use crate::view::{Group, Selection, Sort};

fn of(data: Shared, link: &str) -> StatementsPage {
    under(data, &selection(data, link))
}

fn under(data: Shared, selection: &Selection) -> StatementsPage {
    page(data, selection, search::search(data, &selection.filter.text, selection.order()))
}

/// Each group's key with the slugs under it.
fn grouped(data: Shared, link: &str) -> Vec<(String, Vec<&'static str>)> {
    of(data, link).groups.into_iter().map(|group| (group.key, slugs(data, group.statements))).collect()
}

fn keys(data: Shared, link: &str) -> Vec<String> {
    grouped(data, link).into_iter().map(|(key, _)| key).collect()
}

#[test]
fn days_follow_each_other_and_the_undated_come_last() {
    let data = small();
    let mut days = [
        "2020",
        "2021-12",
        "2021-12-01/2021-12-31",
        "2021-12-14",
        "2021-12-16/2022-01-02",
        "../2021-12-18",
        "2021-12-20",
        "2022-01/..",
    ];
    assert_eq!(keys(data, "#/"), [&days[..], &["undated"]].concat());
    assert_eq!(keys(data, "#/?sort=text"), [&days[..], &["undated"]].concat());
    days.reverse();
    // A month and its days from first to last are the same time; the order of the text decides.
    days.swap(5, 6);
    assert_eq!(keys(data, "#/?sort=latest"), [&days[..], &["undated"]].concat());
}

#[test]
fn the_page_by_time_is_that_of_a_selection_that_is_arranged_by_time_and_otherwise_has_no_groups() {
    for data in both() {
        let links = [
            "#/",
            "#/?sort=text",
            "#/?sort=latest",
            "#/?by=topic",
            "#/?by=none&sort=latest",
            "#/?q=a&sort=match",
            "#/?q=a&sort=text",
        ];
        for (link, by_time) in links.into_iter().zip([true, true, true, false, false, false, true]) {
            let selection = selection(data, link);
            let search = || search::search(data, &selection.filter.text, selection.order());
            assert_eq!(is_by_time(&selection, search().as_ref()), by_time, "{link}");
            let (whole, page) = (page(data, &selection, search()), page_by_time(data, &selection, search()));
            if by_time {
                assert_eq!(page, whole, "{link}");
            } else {
                assert!(page.groups.is_empty(), "{link}");
                assert_eq!(
                    StatementsPage { groups: whole.groups.clone(), groupings: whole.groupings.clone(), ..page },
                    whole
                );
            }
        }
        // What a text finds is not known at first.
        assert!(is_by_time(&selection(data, "#/?q=a&sort=match"), None));
    }
}

#[test]
fn many_days_are_grouped_by_months_and_many_months_by_years() {
    let headings = |times: &[String], link: &str| {
        let data = with_times(&times.iter().map(String::as_str).collect::<Vec<_>>());
        let selection = selection(data, link);
        let groups = groups(data, &selection, &filtered(data, &selection.filter));
        groups.into_iter().map(|group| (group.heading, group.statements.len())).collect::<Vec<_>>()
    };
    let heading = |heading: &str, number: usize| (heading.to_owned(), number);
    let mut times: Vec<String> =
        (1..=60).map(|number| format!("2022-{:02}-{:02}", number % 3 + 1, number / 3 + 1)).collect();
    assert_eq!(headings(&times, "#/").len(), 60);
    times.extend(["2022", "2022-02", "../2022-01", "2022-01-30/2022-02-03", "2022-01-09/.."].map(str::to_owned));
    let months =
        [heading("2022", 1), heading("January 2022", 23), heading("February 2022", 21), heading("March 2022", 20)];
    assert_eq!(headings(&times, "#/"), months);
    let mut latest = months.clone();
    latest.reverse();
    assert_eq!(headings(&times, "#/?sort=latest").len(), latest.len());
    assert!(headings(&times, "#/?date=2022-02").len() > 20, "of fewer days, each has its heading again");
    times.extend((0..130).map(|month| format!("{}-{:02}-01", 2000 + month / 12, month % 12 + 1)));
    let years = headings(&times, "#/");
    assert_eq!((years.len(), &years[0], &years[11]), (12, &heading("2000", 12), &heading("2022", 65)));
}

#[test]
fn grouping_by_time_is_called_by_what_the_groups_are() {
    let months = |count: usize| -> Vec<String> {
        (0..count).map(|month| format!("{}-{:02}-01", 2000 + month / 12, month % 12 + 1)).collect()
    };
    let called = |times: &[String], link: &str| {
        let data = with_times(&times.iter().map(String::as_str).collect::<Vec<_>>());
        of(data, link).groupings[0].label
    };
    for (count, grouped, otherwise) in [(60, "Day", "Day"), (61, "Month", "Date"), (121, "Year", "Date")] {
        assert_eq!((called(&months(count), "#/"), called(&months(count), "#/?by=topic")), (grouped, otherwise));
    }
}

#[test]
fn open_and_unknown_ends_stand_by_the_day_that_is_known_under_headings_of_their_own() {
    let data = with_times(&[
        "2021-12-20",
        "2021-12-18/",
        "/2021-12-18",
        "2021-12-18/..",
        "../2021-12-18",
        "2021-12-18",
        "2021",
    ]);
    let groups = of(data, "#/").groups;
    let headings: Vec<_> = groups.iter().map(|group| (group.key.as_str(), group.heading.as_str())).collect();
    assert_eq!(
        headings,
        [
            ("2021", "2021"),
            ("2021-12-18", "18 December 2021"),
            ("2021-12-18/", "Since 18 December 2021, end unknown"),
            ("/2021-12-18", "Until 18 December 2021, beginning unknown"),
            ("2021-12-18/..", "From 18 December 2021 on"),
            ("../2021-12-18", "By 18 December 2021"),
            ("2021-12-20", "20 December 2021"),
        ]
    );
}

#[test]
fn one_time_is_one_heading_though_another_of_the_same_days_lies_between() {
    // `joint-note` and `celand-closed` say December, `meeting` between them the days of December.
    let december: Vec<_> = grouped(small(), "#/").into_iter().filter(|(key, _)| key == "2021-12").collect();
    assert_eq!(december, [("2021-12".to_owned(), vec!["joint-note", "celand-closed"])]);
}

#[test]
fn headings_are_in_words() {
    let data = small();
    let headings = |link: &str| of(data, link).groups.into_iter().map(|group| group.heading).collect::<Vec<_>>();
    let days = headings("#/");
    assert_eq!(days.first().map(String::as_str), Some("2020"));
    assert!(
        days.contains(&"By 18 December 2021".to_owned()) && days.contains(&"14 December 2021".to_owned()),
        "{days:?}"
    );
    assert_eq!(days.last().map(String::as_str), Some("No date given in the text"));
    assert_eq!(headings("#/?by=topic"), ["The bridge", "Trade", "Water", "On no topic"]);
    assert_eq!(headings("#/?by=document"), ["Talks at the bridge — première", "Reply from the south"]);
    assert_eq!(headings("#/?by=none"), [""]);
    assert_eq!(headings("#/?by=actor").last().map(String::as_str), Some("The Herald, 18 December 2021"));
}

#[test]
fn a_statement_on_two_topics_stands_under_both_and_is_marked_the_second_time() {
    let data = small();
    let groups = of(data, "#/?by=topic").groups;
    let water = groups.iter().find(|group| group.key == "water").expect("a group");
    assert_eq!(slugs(data, water.statements.clone()), ["joint-note", "note-sentence", "water-heading"]);
    assert_eq!(slugs(data, water.repeated.clone()), ["joint-note"], "it stands under trade already");
}

#[test]
fn a_statement_stands_under_each_who_says_or_does_it_but_not_under_who_reports_it() {
    let data = small();
    let groups = grouped(data, "#/?by=actor&sort=text");
    let of = |key: &str| groups.iter().find(|group| group.0 == key).map(|group| group.1.clone()).unwrap_or_default();
    assert_eq!(of("aland"), ["joint-note", "meeting"]);
    assert_eq!(of("celand"), ["water-heading", "meeting", "celand-closed", "queen-speaks"]);
    assert_eq!(of("herald"), Vec::<&str>::new());
    assert_eq!(of("-a-talks"), ["note-sentence"], "what a document says itself is under its own heading");
}

#[test]
fn the_summary_says_how_many_of_how_many() {
    let data = small();
    assert_eq!(of(data, "#/").summary, "10 statements");
    assert_eq!(of(data, "#/?topic=water").summary, "Showing 3 of 10");
    assert_eq!(of(data, "#/?topic=weather").summary, "Showing 0 of 10");
    assert_eq!(of(data, "#/?by=topic&statement=meeting").summary, "10 statements");
    let spaces = of(data, "#/?q=++");
    assert_eq!((spaces.summary.as_str(), spaces.clear, spaces.chips.len()), ("10 statements", None, 0));
}

#[test]
fn head_and_axis_fold_while_anything_is_chosen_or_searched_and_unfold_with_the_last_choice() {
    let data = small();
    let folded = |link: &str| of(data, link).folded;
    for link in
        ["#/?topic=water", "#/?actor=-aland", "#/?role=speaker", "#/?date=2021-12", "#/?q=bridge", "#/?topic=weather"]
    {
        assert!(folded(link), "{link}");
    }
    // Neither an arrangement, nor an open statement, nor a search for nothing is a choice.
    for link in ["#/", "#/?by=topic&sort=latest", "#/?statement=meeting", "#/?q=++"] {
        assert!(!folded(link), "{link}");
    }
    let two = of(data, "#/?topic=water&q=bridge");
    let one = of(data, &two.chips[0].remove);
    assert!(two.folded && one.folded);
    assert!(!folded(&one.chips[0].remove) && !folded(&two.clear.expect("a way back")));
}

#[test]
fn what_is_heard_of_a_chip_says_what_it_does_after_what_is_seen() {
    let chips = of(small(), "#/?topic=water&form=direct").chips;
    let spoken: Vec<_> = chips.iter().map(|chip| format!("{}{}", chip.label, chip.spoken_rest())).collect();
    assert!(spoken[0].starts_with("Topic: Water, remove; leaves ") && spoken[0].ends_with(" statements"), "{spoken:?}");
}

#[test]
fn nothing_shown_is_no_group_and_every_choice_can_still_be_taken_back() {
    let data = small();
    for group in Group::all(data) {
        let link = format!("#/?topic=weather,-water&q=zzzz&by={}", group.slug(data));
        let page = of(data, &link);
        assert_eq!((page.shown, page.total), (0, 10));
        assert_eq!(page.groups, []);
        assert_eq!(page.chips.len(), 3);
        let clear = page.clear.expect("a way back");
        assert_eq!(selection(data, &clear), selection(data, &format!("#/?by={}", group.slug(data))));
    }
}

#[test]
fn a_chip_names_what_is_chosen_in_words() {
    let labels = |link: &str| of(small(), link).chips.into_iter().map(|chip| chip.label).collect::<Vec<_>>();
    assert_eq!(
        labels(
            "#/?actor=aland,-celand&role=speaker&topic=water&form=-act&position=neither&via=herald&document=b-reply&\
             date=2021-12-11/2021-12-16,-undated&q=+two++words+"
        ),
        [
            "Actor: Aland",
            "Actor: not Celand",
            "Part: speaks",
            "Topic: Water",
            "Form: not Reported act",
            "Position: Takes no side",
            "Relayed by: The Herald",
            "Date: 11–16 December 2021",
            "Date: not No day given",
            "Document: Reply from the south",
            "“two++words”".replace('+', " ").as_str(),
        ]
    );
    assert_eq!(labels("#/?by=topic&sort=latest&statement=meeting"), Vec::<String>::new());
}

#[test]
fn a_misread_word_is_owned_up_to() {
    let data = shipped();
    let page = of(data, "#/?q=afganistan+");
    assert_eq!(page.corrections, ["No statement has “afganistan”; these have “afghanistan”."]);
    assert!(page.shown > 0 && page.filtered.search.is_some());
    assert_eq!(of(data, "#/?q=qqqqqqqq").corrections, ["No statement has “qqqqqqqq”, or a word like it."]);
    assert_eq!(of(data, "#/?q=afghanistan").corrections, Vec::<String>::new());
    assert_eq!(of(data, "#/?topic=basing").filtered.search, None);
}

#[test]
fn ways_to_group_and_sort_change_that_alone_and_one_is_the_present() {
    let data = small();
    let now = selection(data, "#/?topic=water&by=actor&sort=latest&statement=joint-note");
    let page = under(data, &now);
    let current = |ways: &[Alternative]| ways.iter().filter(|way| way.current).map(|way| way.label).collect::<Vec<_>>();
    assert_eq!((current(&page.groupings), current(&page.orders)), (vec!["Actor"], vec!["Latest first"]));
    for (way, group) in page.groupings.iter().zip(Group::all(data)) {
        assert_eq!(selection(data, &way.href), Selection { group, ..now.clone() });
    }
    for (way, sort) in page.orders.iter().zip(Sort::all(data)) {
        assert_eq!(selection(data, &way.href), Selection { sort, ..now.clone() });
    }
    assert_eq!((page.groupings.len(), page.orders.len()), (5, 3));
}

#[test]
fn the_best_match_is_offered_where_something_is_searched_for() {
    let data = small();
    let offered = |link: &str| {
        let page = of(data, link);
        let current = page.orders.iter().filter(|way| way.current).map(|way| way.label).collect::<Vec<_>>();
        (page.orders.len(), current)
    };
    assert_eq!(offered("#/?q=bridge"), (4, vec!["Earliest first"]));
    assert_eq!(offered("#/?q=bridge&sort=match"), (4, vec!["Best match"]));
    // Without a search none matches better than another, and the link keeps what was chosen for the next search.
    assert_eq!(offered("#/?sort=match"), (3, vec!["Earliest first"]));
    assert_eq!(offered("#/?sort=match&q=+&"), (3, vec!["Earliest first"]));
    assert_eq!(keys(data, "#/?sort=match"), keys(data, "#/"));
    let best = of(data, "#/?q=bridge&by=none").orders.pop().expect("an order");
    assert_eq!((best.label, best.href.as_str()), ("Best match", "#/?q=bridge&by=none&sort=match"));
}

#[test]
fn the_best_match_is_first_and_so_is_its_group() {
    let data = small();
    // In its words, and in those of its headline alone.
    let ids = of(data, "#/?q=bridge+&by=none&sort=match").groups.remove(0).statements;
    assert_eq!(data.statement(ids[0]).slug, "celand-closed");
    for by in ["day", "topic", "actor", "document"] {
        let groups = of(data, &format!("#/?q=bridge+&by={by}&sort=match")).groups;
        assert_eq!(groups[0].statements[0], ids[0], "{by}");
    }
}

#[test]
fn the_masthead_says_what_there_is() {
    let head = masthead(small());
    assert_eq!((head.title.text, head.dateline.as_str()), ("A bridge and its banks", "18 December 2021"));
    let counts = head.counts.each_ref().map(|(number, noun)| format!("{number} {noun}"));
    assert_eq!(counts, ["2 documents", "10 statements", "10 actors"]);
    let camps: Vec<_> = head
        .camps
        .iter()
        .map(|camp| (camp.name.text, camp.members.iter().map(|(actor, _)| actor.label).collect()))
        .collect();
    let others = vec!["Celand", "The Herald", "The Wire", "River Union"];
    assert_eq!(camps, [("The north", vec!["Aland"]), ("The south", vec!["Beland"]), ("Others", others)]);
}

#[test]
fn the_strip_counts_what_a_click_on_the_actor_would_show() {
    for data in both() {
        for (actor, count) in masthead(data).camps.into_iter().flat_map(|camp| camp.members) {
            let slug = actor.href.strip_prefix("#/actor/").expect("an actor's page");
            assert_eq!(count, shown(data, &format!("#/?actor={slug}")).len(), "{slug}");
        }
    }
}

/// Whether one statement may stand before another.
fn in_order(data: Shared, sort: Sort, scores: Option<&[i32]>, one: StatementId, next: StatementId) -> bool {
    let time = |id| data.statement(id).when.map(Date::sort_key);
    match (sort, time(one), time(next)) {
        (Sort::Text, ..) => one < next,
        (Sort::BestMatch, ..) => {
            let score = |id: StatementId| scores.expect("the search is ranked")[id.index()];
            score(one) > score(next) || score(one) == score(next) && one < next
        }
        (_, Some(_), None) => true,
        (_, None, Some(_)) => false,
        (Sort::Earliest, Some(a), Some(b)) if a != b => a < b,
        (Sort::Latest, Some(a), Some(b)) if a != b => a > b,
        _ => one < next,
    }
}

fn check(data: Shared, selection: &Selection) -> Result<(), TestCaseError> {
    let shown = passing(data, &selection.filter);
    let page = under(data, selection);
    let sort = selection.order();
    let scores = page.filtered.search.as_ref().and_then(Search::scores);
    prop_assert_eq!(scores.is_some(), sort == Sort::BestMatch);
    let in_order = |pair: &[StatementId]| in_order(data, sort, scores, pair[0], pair[1]);
    prop_assert_eq!((page.shown, page.total), (shown.len(), data.statements.len()));
    prop_assert_eq!(page.clear.is_some(), !selection.filter.is_empty());
    let mut seen: Vec<StatementId> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for group in &page.groups {
        prop_assert!(!group.statements.is_empty() && !known.contains(&group.key.as_str()), "{} twice", group.key);
        known.push(&group.key);
        prop_assert!(group.statements.windows(2).all(in_order));
        let repeated: Vec<_> = group.statements.iter().copied().filter(|id| seen.contains(id)).collect();
        prop_assert_eq!(&group.repeated, &repeated);
        let belongs = |id: &StatementId| match selection.group {
            Group::Day => data.statement(*id).when.map_or("undated".into(), |when| when.to_string()) == group.key,
            Group::Topic if group.key == "-" => data.statement(*id).topics.is_empty(),
            Group::Topic => data.statement(*id).topics.contains(&topic(data, &group.key)),
            Group::Actor if group.key.starts_with('-') => {
                let document = &group.key[1..];
                let is_own = data.documents.len() == 1 || data.document(data.statement(*id).document).slug == document;
                card::voices(data, *id).is_empty() && is_own
            }
            Group::Actor => card::voices(data, *id).contains(&crate::testing::actor(data, &group.key)),
            Group::Document => data.document(data.statement(*id).document).slug == group.key,
            Group::None => true,
        };
        let expected = shown.iter().filter(|id| belongs(id)).count();
        prop_assert!(group.statements.iter().all(belongs) && group.statements.len() == expected, "{}", group.key);
        seen.extend(&group.statements);
    }
    prop_assert!(shown.iter().all(|id| seen.contains(id)), "a statement is under no heading");
    if selection.group == Group::Day && matches!(sort, Sort::Earliest | Sort::Latest) {
        prop_assert!(seen.windows(2).all(|pair| in_order(pair)
            || data.statement(pair[0]).when.map(Date::sort_key) == data.statement(pair[1]).when.map(Date::sort_key)));
    }
    if sort == Sort::BestMatch {
        let heads: Vec<_> = page.groups.iter().map(|group| group.statements[0]).collect();
        let score = |id: StatementId| scores.map_or(0, |scores| scores[id.index()]);
        prop_assert!(heads.windows(2).all(|pair| score(pair[0]) >= score(pair[1])), "the best group is not the first");
    }
    for chip in &page.chips {
        let left = crate::testing::selection(data, &chip.remove);
        prop_assert_eq!(chip.leaves, passing(data, &left.filter).len(), "{}", chip.label);
        prop_assert!(left.filter != selection.filter && left.open.is_none());
        prop_assert_eq!((left.group, left.sort), (selection.group, selection.sort));
    }
    Ok(())
}

proptest! {
    #[test]
    fn everything_shown_stands_under_its_headings_in_order(selection in selections(small())) {
        check(small(), &selection)?;
    }

    #[test]
    fn the_shipped_briefing_stands_under_its_headings(selection in selections(shipped())) {
        check(shipped(), &selection)?;
    }
}
