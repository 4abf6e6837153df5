//! Long comparisons: which rows are shown at first, and which when the reader asks for more.

use corpus::StatementId;

use super::super::*;
use super::of;
use crate::testing::{aldport, shaped, shipped, synthetic};

/// The most statements that two rows and one more show, with four columns: twelve a cell, in few lines.
const MOST_IN_ROW: usize = 120;

/// The comparison of the first camps of a briefing.
fn camps(data: Shared, number: usize) -> TablePage {
    let camps: Vec<&str> = data.camps.iter().map(|camp| camp.slug).take(number).collect();
    match of(data, &format!("#/compare?camps={}", camps.join(","))) {
        ComparePage::Table(table) => table,
        other => panic!("no table: {other:?}"),
    }
}

fn many_topics() -> Shared {
    shaped(900, synth::Shape::ManyTopics(300))
}

/// The statements that rows show before the reader asks for those of a cell.
fn shown(rows: &[Row]) -> Vec<StatementId> {
    let cells = rows.iter().flat_map(|row| &row.lines).flat_map(|line| &line.cells);
    cells.flat_map(|cell| &cell.statements).map(|statement| statement.id).collect()
}

/// The rows that are shown at first, and those that each request adds.
fn parts(data: Shared, rows: &TableRows) -> Vec<Vec<Row>> {
    let mut ends = vec![0, rows.first()];
    while *ends.last().expect("an end") < rows.len() {
        ends.push(rows.next(*ends.last().expect("an end")));
    }
    ends.windows(2).map(|ends| rows.build(data, ends[0]..ends[1]).collect()).collect()
}

#[test]
fn a_short_comparison_is_shown_whole() {
    let data = shipped();
    for number in 2..=4 {
        let table = camps(data, number);
        assert_eq!((table.rows.first(), table.folded.len()), (table.rows.len(), 0));
    }
}

#[test]
fn of_a_long_comparison_some_rows_are_shown_and_more_at_a_time() {
    for data in [many_topics(), synthetic(1000), aldport()] {
        for number in 2..=4 {
            let table = camps(data, number);
            let parts = parts(data, &table.rows);
            assert!(parts.len() > 1, "{} rows", table.rows.len());
            let (last, before) = parts.split_last().expect("a part");
            for (index, (part, least)) in
                before.iter().zip([40].into_iter().chain([120].into_iter().cycle())).enumerate()
            {
                let statements = shown(part).len();
                assert!(part.len() >= 2 && statements >= least, "part {index}: {} rows, {statements}", part.len());
                assert!(statements < least + MOST_IN_ROW, "part {index}: {} rows, {statements}", part.len());
            }
            assert!(!last.is_empty());
        }
    }
}

#[test]
fn what_is_shown_part_by_part_is_the_whole_in_its_order() {
    for data in [many_topics(), synthetic(1000), aldport()] {
        let table = camps(data, 3);
        let parts = [parts(data, &table.rows), parts(data, &table.folded)].concat().concat();
        let whole: Vec<Row> = table.all_rows(data).collect();
        assert_eq!(parts, whole);
        let cells = whole.iter().flat_map(|row| &row.lines).flat_map(|line| &line.cells);
        assert!(cells.flat_map(Cell::ids).eq(table.statements()));
        assert!(
            whole.iter().map(|row| row.slug).eq(table.contents.iter().map(|entry| entry.slug)),
            "as they are listed"
        );
        for (index, row) in whole.iter().enumerate() {
            let expected = index.checked_sub(table.rows.len()).map_or((Some(index), None), |index| (None, Some(index)));
            assert_eq!((table.rows.position(data, row.slug), table.folded.position(data, row.slug)), expected);
        }
    }
}

#[test]
fn a_topic_of_a_long_comparison_leads_to_itself_in_any_part() {
    let data = many_topics();
    let table = camps(data, 4);
    let last = table.rows.row(data, table.rows.len() - 1);
    assert_eq!(last.slug, table.rows.slug(data, table.rows.len() - 1));
    let ComparePage::Table(alone) = of(data, &last.topic.href) else { panic!("no table") };
    assert_eq!((alone.rows.len(), alone.rows.first()), (1, 1));
    assert_eq!(alone.rows.row(data, 0), last);
}
