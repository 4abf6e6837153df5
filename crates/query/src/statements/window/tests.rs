//! Windows of made-up lists: what is near the screen is drawn, what is drawn is bounded by the screen, and the height
//! of the whole stays.
#![expect(clippy::float_cmp, reason = "sums of small whole numbers are exact")]

use proptest::prelude::*;

use super::*;
use crate::language::Language;

/// Groups of so many statements each, numbered through; the heading of the first is empty where it is `bare`.
fn groups(sizes: &[usize], bare: bool) -> Vec<StatementGroup> {
    let mut next = 0..;
    let group = |(index, &size): (usize, &usize)| StatementGroup {
        key: format!("g{index}"),
        heading: if bare { String::new() } else { format!("Group {index}") },
        language: Language::default(),
        statements: next.by_ref().take(size).map(StatementId).collect(),
        repeated: Vec::new(),
        hue: None,
    };
    sizes.iter().enumerate().map(group).collect()
}

fn id_of(groups: &[StatementGroup], (group, statement): Item) -> StatementId {
    groups[group].statements[statement]
}

fn ids(drawn: &Drawn, groups: &[StatementGroup]) -> Vec<u32> {
    drawn.rows(groups).into_iter().flatten().map(|item| id_of(groups, item).0).collect()
}

fn total(heights: &Heights, groups: &[StatementGroup]) -> f64 {
    heights.rows(groups).map(|(.., height)| height).sum()
}

/// The heights where each statement is 100 pixels high, and each heading 50.
fn measured(statements: usize) -> Heights {
    let mut heights = Heights::new(statements);
    heights.measure(&groups(&[1], false), [(None, 50.0), (Some((0, 0)), 100.0)]);
    heights
}

#[test]
fn until_the_screen_is_known_the_first_rows_are_drawn() {
    let groups = groups(&[1, 400], false);
    let drawn = Heights::new(401).drawn(&groups, None, None);
    assert_eq!(drawn.rows(&groups).len(), FIRST_ROWS);
    assert_eq!(drawn.before, 0.0);
    assert!(drawn.groups.iter().all(|group| group.heading));
}

#[test]
fn the_first_rows_are_the_same_without_heights() {
    for counts in [&[][..], &[1, 400], &[15, 3], &[16, 1], &[2, 2, 2, 2, 2, 2, 2, 2], &[3]] {
        for bare in [false, true] {
            let groups = groups(counts, bare);
            let statements = counts.iter().sum();
            let (first, drawn) = (Drawn::first(&groups), Heights::new(statements).drawn(&groups, None, None));
            assert_eq!(first.groups, drawn.groups, "{counts:?}");
        }
    }
}

#[test]
fn what_is_on_the_screen_is_drawn_with_a_margin() {
    let groups = groups(&[1000], true);
    let heights = measured(1000);
    let drawn = heights.drawn(&groups, Some(Screen { top: 50_000.0, height: 800.0 }), None);
    // Statements 500 to 507 are on the screen; six before and after it are within the margin.
    assert_eq!(drawn.groups[0].statements, 488..520);
    assert_eq!(drawn.before, 48_800.0);
    assert_eq!(drawn.after, 48_000.0);
}

#[test]
fn a_group_whose_heading_is_far_is_drawn_without_it() {
    let groups = groups(&[3, 500, 3], false);
    let heights = measured(506);
    let drawn = heights.drawn(&groups, Some(Screen { top: 20_000.0, height: 500.0 }), None);
    assert_eq!(drawn.groups.len(), 1);
    assert!(!drawn.groups[0].heading);
    let first = heights.drawn(&groups, Some(Screen { top: 0.0, height: 500.0 }), None);
    assert!(first.groups.iter().all(|group| group.heading), "{first:?}");
}

#[test]
fn a_list_that_became_shorter_shows_its_end() {
    let groups = groups(&[200], true);
    let drawn = measured(200).drawn(&groups, Some(Screen { top: 900_000.0, height: 800.0 }), None);
    assert_eq!(ids(&drawn, &groups).last(), Some(&199));
    assert_eq!(drawn.after, 0.0);
}

#[test]
fn an_empty_list_has_nothing_drawn() {
    let drawn = Heights::new(0).drawn(&[], Some(Screen { top: 10.0, height: 800.0 }), None);
    assert_eq!(drawn, Drawn::default());
}

#[test]
fn the_statement_with_the_focus_is_kept_wherever_it_is() {
    let groups = groups(&[10, 500, 10], false);
    let heights = measured(520);
    let screen = Some(Screen { top: 30_000.0, height: 800.0 });
    for (focused, kept) in [((0, 3), 3), ((1, 2), 2), ((2, 9), 9)] {
        let drawn = heights.drawn(&groups, screen, Some(focused));
        let group = drawn.groups.iter().find(|group| group.index == focused.0).unwrap();
        assert_eq!(group.kept, Some(kept));
        assert!(drawn.is_kept(focused));
        assert!(group.indices().any(|index| index == kept) && group.indices().is_sorted());
        // It takes no room.
        let without = heights.drawn(&groups, screen, None);
        assert_eq!((drawn.before, drawn.after), (without.before, without.after));
        assert_eq!(ids(&drawn, &groups), ids(&without, &groups));
    }
}

#[test]
fn next_to_the_statement_with_the_focus_another_is_drawn() {
    let groups = groups(&[500], true);
    let heights = measured(500);
    let screen = Some(Screen { top: 0.0, height: 800.0 });
    let last = heights.drawn(&groups, screen, None).groups[0].statements.end - 1;
    let drawn = heights.drawn(&groups, screen, Some((0, last)));
    assert!(drawn.groups[0].statements.end > last + 1);
    assert!(!drawn.is_kept((0, last)));
}

#[test]
fn a_statement_that_a_link_leads_to_comes_into_the_middle_of_the_screen() {
    let groups = groups(&[1, 998, 1], false);
    let heights = measured(1000);
    let place = place_of(&groups, StatementId(900)).unwrap();
    assert_eq!(place, (1, 899));
    // Two headings and 900 statements.
    assert_eq!(heights.top_of(&groups, place), 90_100.0);
    let screen = heights.screen_around(&groups, place, 800.0);
    let drawn = heights.drawn(&groups, Some(screen), None);
    let ids = ids(&drawn, &groups);
    let at = ids.iter().position(|&id| id == 900).unwrap();
    assert!((8..ids.len() - 8).contains(&at), "{at} of {}", ids.len());
    assert_eq!(place_of(&groups, StatementId(1000)), None);
}

#[test]
fn later_measurements_change_no_estimate() {
    let groups = groups(&[300], true);
    let mut heights = measured(300);
    let before = total(&heights, &groups);
    heights.measure(&groups, [(Some((0, 7)), 300.0)]);
    assert_eq!(total(&heights, &groups), before + 200.0);
}

proptest! {
    #[test]
    fn drawn_rows_and_blank_space_are_the_whole_list(
        sizes in proptest::collection::vec(0..60_usize, 0..12),
        bare: bool,
        tall in proptest::collection::vec((0..12_usize, 0..60_usize, 20.0..900.0_f64), 0..40),
        top in 0.0..90_000.0_f64,
        height in 200.0..2000.0_f64,
        focus in proptest::option::of((0..12_usize, 0..60_usize)),
    ) {
        let groups = groups(&sizes, bare);
        let mut heights = measured(800);
        heights.measure(&groups, tall.into_iter().map(|(group, item, height)| (Some((group, item)), height)));
        let focus = focus.filter(|&(group, item)| sizes.get(group).is_some_and(|&size| item < size));
        let drawn = heights.drawn(&groups, Some(Screen { top, height }), focus);
        let height_of = |row: Option<Item>| row.map_or(50.0, |item| heights.card(id_of(&groups, item)));
        let rows: f64 = drawn.rows(&groups).into_iter().map(height_of).sum();
        let whole = total(&heights, &groups);
        prop_assert!((drawn.before + rows + drawn.after - whole).abs() < 1e-6);
        // The screen is covered as far as the list goes.
        let top = top.min(whole - height).max(0.0);
        prop_assert!(drawn.before <= top && drawn.before + rows >= (top + height).min(whole) - 1e-6);
        // In order, each once, and the one with the focus is on the page.
        prop_assert!(ids(&drawn, &groups).is_sorted_by(|one, next| one < next));
        if let Some((group, item)) = focus {
            prop_assert!(drawn.groups.iter().any(|it| it.index == group && it.indices().any(|index| index == item)));
        }
        prop_assert!(drawn.groups.is_sorted_by(|one, next| one.index < next.index));
    }
}
