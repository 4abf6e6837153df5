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
    assert_eq!(drawn.groups[0].statements, 492..516);
    assert_eq!(drawn.before, 49_200.0);
    assert_eq!(drawn.after, 48_400.0);
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
    assert!((4..ids.len() - 4).contains(&at), "{at} of {}", ids.len());
    assert_eq!(place_of(&groups, StatementId(1000)), None);
}

#[test]
fn later_measurements_change_no_estimate() {
    let groups = groups(&[300], true);
    let mut heights = measured(300);
    let before = heights.total(&groups);
    heights.measure(&groups, [(Some((0, 7)), 300.0)]);
    assert_eq!(heights.total(&groups), before + 200.0);
}

/// A reader's page with a list: what is drawn, and how far it is scrolled.
struct Page<'a> {
    groups: &'a [StatementGroup],
    heights: &'a Heights,
    drawn: Drawn,
    scrolled: f64,
}

const WINDOW: f64 = 800.0;

impl Page<'_> {
    /// The distances of the drawn statements from the top of the window.
    fn tops(&self) -> Vec<(Item, f64)> {
        let mut top = self.drawn.before - self.scrolled;
        let mut tops = Vec::new();
        for row in self.drawn.rows(self.groups) {
            tops.extend(row.map(|item| (item, top)));
            top += row.map_or(50.0, |item| self.heights.card(id_of(self.groups, item)));
        }
        tops
    }

    fn height(&self) -> f64 {
        let rows = self.drawn.rows(self.groups).into_iter();
        let rows: f64 = rows.map(|row| row.map_or(50.0, |item| self.heights.card(id_of(self.groups, item)))).sum();
        self.drawn.before + rows + self.drawn.after
    }

    /// Scrolls, draws what is near, and holds what is on the screen in its place.
    fn scroll(&mut self, by: f64) {
        self.scrolled = (self.scrolled + by).min(self.height() - WINDOW).max(0.0);
        let held = self.tops().into_iter().find(|(_, top)| *top >= 0.0);
        let top = match held.filter(|(_, top)| *top < WINDOW) {
            Some((item, top)) => self.heights.top_of(self.groups, item) - top,
            None => self.heights.position_of(self.groups, &self.drawn, self.scrolled, self.height() - self.scrolled),
        };
        self.drawn = self.heights.drawn(self.groups, Some(Screen { top: top.max(0.0), height: WINDOW }), None);
        let (held, before) = held.filter(|(_, top)| *top < WINDOW).unwrap_or_else(|| {
            // After a jump into blank space.
            let (first, _) = self.tops()[0];
            (first, self.heights.top_of(self.groups, first) - top)
        });
        let moved = self.tops().into_iter().find(|(item, _)| *item == held).map(|(_, after)| after - before);
        self.scrolled = (self.scrolled + moved.unwrap_or_default()).min(self.height() - WINDOW);
    }

    /// The statements that begin on the screen.
    fn on_screen(&self) -> Vec<u32> {
        let tops = self.tops().into_iter().filter(|(_, top)| (0.0..WINDOW).contains(top));
        tops.map(|(item, _)| id_of(self.groups, item).0).collect()
    }
}

#[test]
fn a_list_is_never_higher_than_browsers_can_show_and_every_statement_in_it_can_be_reached() {
    let groups = groups(&[3, 39_994, 3], false);
    let mut heights = Heights::new(40_000);
    heights.measure(&groups, [(None, 50.0), (Some((0, 0)), 400.0)]);
    assert!(heights.total(&groups) > 1.9 * MOST_HEIGHT);
    let drawn = heights.drawn(&groups, Some(Screen { top: 0.0, height: WINDOW }), None);
    let mut page = Page { groups: &groups, heights: &heights, drawn, scrolled: 0.0 };
    // By the scroll bar.
    for share in [0.0, 0.1, 0.25, 0.77, 0.999, 1.0, 0.3] {
        page.scroll((page.height() - WINDOW) * share - page.scrolled);
        assert!(page.height() < MOST_HEIGHT * 1.001, "{}", page.height());
        let shown = f64::from(page.on_screen()[0]) / 40_000.0;
        assert!((shown - share).abs() < 0.001, "{share} of the page shows {shown} of the list");
    }
    // On and back: each statement is on the screen again after a step that is shorter than the screen.
    let from = page.on_screen()[0];
    for (direction, steps) in [(1.0, 80), (-1.0, 40)] {
        let mut seen = page.on_screen();
        for _ in 0..steps {
            page.scroll(direction * WINDOW * 0.4);
            let shown = page.on_screen();
            let edge = if direction > 0.0 { seen.last() } else { seen.first() };
            assert!(edge.is_some_and(|edge| shown.contains(edge)), "{seen:?}, then {shown:?}");
            seen = shown;
        }
    }
    assert!(page.on_screen()[0].abs_diff(from + 32) < 2, "{from}, then {:?}", page.on_screen());
    for (direction, end) in [(1.0, 39_999), (-1.0, 0)] {
        page.scroll(direction * 0.9995 * MOST_HEIGHT);
        for _ in 0..20 {
            page.scroll(direction * WINDOW);
        }
        assert!(page.on_screen().contains(&end), "{:?}", page.on_screen());
    }
}

#[test]
fn blank_space_is_as_high_as_its_rows_where_browsers_can_show_all_of_them() {
    let groups = groups(&[79_000], true);
    let heights = measured(79_000);
    let drawn = heights.drawn(&groups, Some(Screen { top: 4_000_000.0, height: WINDOW }), None);
    assert_eq!(heights.top_of(&groups, (0, drawn.groups[0].statements.start)), drawn.before);
    for above in [0.0, 1_234_567.0, 7_000_000.0] {
        assert_eq!(heights.position_of(&groups, &drawn, above, 7_900_000.0 - above), above);
    }
}

#[test]
fn the_space_behind_a_group_does_not_have_the_list_drawn_again_and_again() {
    // Groups of four statements, with 28 pixels between them: the last row that is drawn is measured without.
    let groups = groups(&[4; 50], true);
    for height in (600..1000).map(f64::from) {
        let mut heights = Heights::new(200);
        let screen = Some(Screen { top: 0.0, height });
        let mut drawn = heights.drawn(&groups, screen, None);
        let mut last = None;
        for _ in 0..12 {
            let rows = drawn.rows(&groups);
            let space = |at: usize, (_, item): Item| if item == 3 && at + 1 < rows.len() { 28.0 } else { 0.0 };
            let measured =
                rows.iter().enumerate().map(|(at, row)| (*row, 100.0 + row.map_or(0.0, |row| space(at, row))));
            heights.measure(&groups, measured.collect::<Vec<_>>());
            last = Some(std::mem::replace(&mut drawn, heights.drawn(&groups, screen, None)));
        }
        assert_eq!(last, Some(drawn), "in a window of {height} pixels");
    }
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
        let whole = heights.total(&groups);
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
