//! The matrix of the corpora of the tests, and of extreme ones.

use proptest::prelude::*;

use super::*;
use crate::View;
use crate::figures::drawing::{Drawing, Link, Shape};
use crate::link;
use crate::pages::statements_in_view;
use crate::search::search;
use crate::testing::{aldport, both, filtered, shipped, small, synthetic, view, views};
use crate::view::Sort;

const WIDTHS: [i32; 5] = [280, 350, 560, 780, 1084];

fn of(data: Shared, link: &str) -> Matrix {
    let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
    matrix(data, &overview, &filtered(data, &overview.filter))
}

fn names(columns: &[Column]) -> Vec<String> {
    columns.iter().map(|column| column.name.to_string()).collect()
}

fn topic_names(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.name.to_string()).collect()
}

fn details(drawing: &Drawing) -> Vec<&Link> {
    drawing.links().filter(|link| link.is_detail).collect()
}

fn texts(shapes: &[Shape]) -> Vec<&str> {
    shapes
        .iter()
        .flat_map(|shape| match shape {
            Shape::Text(text) => vec![text.text.as_str()],
            Shape::Link(link) => texts(&link.shapes),
            Shape::Group(shapes) => texts(shapes),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn the_seeds_are_as_a_reader_counts_them() {
    let matrix = of(shipped(), "#/overview");
    assert_eq!(names(&matrix.columns)[..2], ["United States", "Uzbekistan"]);
    assert!(names(&matrix.columns)[..5].contains(&"The article".to_owned()), "{:?}", names(&matrix.columns));
    let drawing = super::drawing(&matrix, shipped(), 1084);
    assert!(texts(&drawing.shapes).contains(&"silent"));
    assert_eq!(
        caption(&matrix),
        "Ten voices on nine topics, in 29 statements. Most is said on US ties with the region: 15 statements. \
         On NATO enlargement only one is heard: Russia."
    );
}

#[test]
fn a_statement_of_two_is_a_mark_in_the_column_of_each() {
    let data = shipped();
    let drawing = super::drawing(&of(data, "#/overview"), data, 1400);
    let marks = details(&drawing);
    let signed = |link: &&&Link| link.href.contains("statement=joint-statement-signed");
    assert_eq!(marks.iter().filter(signed).count(), 2);
    assert!(marks.iter().all(|link| link.name.contains(": ")), "who and how");
}

#[test]
fn rows_and_columns_are_sorted_by_amount_name_and_likeness() {
    for data in [shipped(), small(), aldport()] {
        let by_amount = of(data, "#/overview");
        assert!(by_amount.rows.is_sorted_by_key(|row| (row.topic.is_none(), usize::MAX - row.statements.len())));
        let by_name = of(data, "#/overview?sort=name");
        let mut names = topic_names(&by_amount.rows);
        names.sort_by_key(|name| (name == "On no topic", name.to_lowercase()));
        assert_eq!(topic_names(&by_name.rows), names);
        let alike = of(data, "#/overview?sort=similarity");
        assert_eq!(alike.rows.len(), by_amount.rows.len());
        assert_eq!(alike.columns.len(), by_amount.columns.len());
    }
}

#[test]
fn months_keep_their_order_and_what_has_none_comes_last() {
    let data = aldport();
    let by_amount = of(data, "#/overview?by=month");
    assert_eq!(names(&by_amount.columns), names(&of(data, "#/overview?by=month&sort=name").columns));
    assert_eq!(by_amount.columns.last().map(|column| column.name.to_string()).as_deref(), Some("No day given"));
}

#[test]
fn only_wanted_topics_have_rows() {
    let data = shipped();
    let matrix = of(data, "#/overview?topic=basing,us-ties");
    assert_eq!(matrix.rows.len(), 2);
    assert!(of(data, "#/overview?topic=-basing").rows.len() > 5);
}

#[test]
fn columns_and_rows_that_do_not_fit_are_others_that_open() {
    let data = synthetic(800);
    let matrix = of(data, "#/overview");
    assert!(matrix.columns.len() > 20, "{}", matrix.columns.len());
    let drawing = super::drawing(&matrix, data, 1084);
    let others = drawing.links().find(|link| link.name.ends_with("others: show the next")).expect("others");
    let next = of(data, &others.href);
    assert_ne!(super::drawing(&next, data, 1084), drawing);
    assert_eq!(next.columns, matrix.columns);
    // All of them come up once, and then the first again.
    let mut seen = 0;
    let mut href = others.href.clone();
    while link::parse(data, &href).view != view(data, "#/overview") {
        let drawing = super::drawing(&of(data, &href), data, 1084);
        let others = drawing.links().find(|link| link.name.contains(" others: show the ")).expect("others");
        href.clone_from(&others.href);
        seen += 1;
        assert!(seen < 200, "{href}");
    }
}

#[test]
fn the_drawing_of_a_page_from_right_to_left_is_mirrored() {
    let data = small();
    let matrix = of(data, "#/overview");
    let drawing = super::drawing(&matrix, data, 700);
    assert_eq!(drawing.clone().mirrored().links().count(), drawing.links().count());
}

/// Everything within the drawing, and nothing over something else of its row.
fn check(drawing: &Drawing, what: &str) {
    for link in drawing.links() {
        let area = link.area;
        assert!(area.width > 0 && area.height > 0, "{what}: {link:?}");
        assert!(area.x >= -100 && area.x + area.width <= drawing.width + 100, "{what}: {link:?} {}", drawing.width);
        assert!(area.y >= 0 && area.y + area.height <= drawing.height, "{what}: {link:?}");
        assert!(!link.name.is_empty() && link.href.starts_with("#/"), "{what}: {link:?}");
    }
}

proptest! {
    #[test]
    fn a_drawing_of_any_width_fits_and_its_marks_are_statements_of_the_view(view in views(small()), width in 200..1400i32) {
        let data = small();
        if let View::Overview(overview) = &view {
            let matrix = matrix(data, overview, &filtered(data, &overview.filter));
            if !matrix.is_empty() {
                let drawing = super::drawing(&matrix, data, width);
                check(&drawing, &link::write(data, &view));
                prop_assert!(drawing.width <= width * 10);
                let shown = statements_in_view(data, &view, search(data, &overview.filter.text, Sort::Text));
                for mark in details(&drawing) {
                    let open = link::parse(data, &mark.href).view.open().expect("a statement");
                    prop_assert!(shown.contains(&open));
                }
            }
        }
    }

    #[test]
    fn a_cell_leads_to_its_statements(view in views(small())) {
        let data = small();
        if let View::Overview(overview) = &view {
            let matrix = matrix(data, overview, &filtered(data, &overview.filter));
            for row in &matrix.rows {
                for column in &matrix.columns {
                    let Some(href) = matrix.cell_link(data, row, column) else { continue };
                    let to = link::parse(data, &href);
                    prop_assert_eq!(&to.notices, &[]);
                    let found = filtered(data, &to.view.selection().filter).statements;
                    prop_assert_eq!(found, row.cell(column), "{}", href);
                }
                if let Some(href) = matrix.row_link(data, row) {
                    let found = filtered(data, &link::parse(data, &href).view.selection().filter).statements;
                    prop_assert_eq!(&found, &row.statements, "{}", href);
                }
            }
        }
    }
}

#[test]
fn the_table_says_what_the_drawing_shows() {
    for data in both().into_iter().chain([aldport(), synthetic(800)]) {
        for link in ["#/overview", "#/overview?by=camp", "#/overview?by=month&sort=name", "#/overview?by=outlet"] {
            let matrix = of(data, link);
            let table = table(&matrix, data);
            assert!(table.rows.iter().all(|(_, cells)| cells.len() == table.heads.len()), "{link}");
            for width in WIDTHS {
                check(&drawing(&matrix, data, width), link);
            }
        }
    }
}

#[test]
fn nothing_to_show_is_said() {
    let data = shipped();
    let matrix = of(data, "#/overview?topic=basing&form=mixed&actor=kazakhstan&role=relay");
    assert!(matrix.is_empty());
    assert_eq!(caption(&matrix), "There is no statement to show.");
}
