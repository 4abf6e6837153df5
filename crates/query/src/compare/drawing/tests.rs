//! Tests of comparisons as drawings.

use super::*;
use crate::Shared;
use crate::compare::page;
use crate::link;
use crate::testing::{aldport, both, synthetic, view};
use crate::view::View;

fn model(data: Shared, link: &str) -> ComparePage {
    let View::Compare(comparison) = view(data, link) else { panic!("{link} compares nothing") };
    page(data, &comparison)
}

fn texts(shapes: &[Shape], found: &mut Vec<(i32, i32, String)>) {
    for shape in shapes {
        match shape {
            Shape::Text(text) => found.push((text.at.x, text.at.y, text.text.clone())),
            Shape::Link(link) => texts(&link.shapes, found),
            Shape::Group(shapes) => texts(shapes, found),
            _ => {}
        }
    }
}

fn drawn_texts(drawing: &Drawing) -> Vec<(i32, i32, String)> {
    let mut found = Vec::new();
    texts(&drawing.shapes, &mut found);
    found
}

#[test]
fn everything_is_within_the_drawing_and_no_two_texts_are_in_one_place() {
    for data in both().into_iter().chain([aldport(), synthetic(400)]) {
        for number in 2..=4 {
            let actors = link::write(data, &View::compare_actors(data.actor_ids().take(number)));
            let statements = link::write(data, &View::compare_statements(data.statement_ids().take(number)));
            for link in [actors, statements] {
                for width in [640, 1084] {
                    let drawn = comparison_drawing(data, &model(data, &link)).expect("enough to compare");
                    let (drawing, _) = drawn.drawing(width);
                    assert_eq!(drawing.width, width * PIXEL);
                    let mut places = Vec::new();
                    for (x, y, text) in drawn_texts(&drawing) {
                        assert!((0..drawing.width).contains(&x) && (0..drawing.height).contains(&y), "{text}");
                        assert!(!places.contains(&(x, y)), "{link}: {text} is over another text");
                        places.push((x, y));
                    }
                }
            }
        }
    }
}

#[test]
fn each_statement_of_a_short_comparison_is_drawn_in_its_column_with_its_link() {
    let data = crate::testing::shipped();
    let page = model(data, "#/compare?actors=united-states,russia&topic=basing");
    let ComparePage::Table(table) = &page else { panic!("no table") };
    let drawing = comparison_drawing(data, &page).expect("two columns").drawing(1084).0;
    let hrefs: Vec<&str> = drawing.links().map(|link| link.href.as_str()).collect();
    let cells = table.all_rows(data).flat_map(|row| row.lines).flat_map(|line| line.cells);
    for cell in cells {
        for statement in cell.statements.iter().take(MOST_IN_CELL) {
            assert!(hrefs.contains(&statement.href.as_str()), "{}", statement.href);
        }
    }
    let words: String = drawn_texts(&drawing).into_iter().map(|(.., text)| text + " ").collect();
    assert!(words.contains(&table.rows.row(data, 0).difference.to_string()), "{words}");
}

#[test]
fn each_statement_says_its_position() {
    let data = aldport();
    let page = model(data, "#/compare?actors=aldport-council,harbour-board");
    let ComparePage::Table(table) = &page else { panic!("no table") };
    let lines: Vec<_> = table.all_rows(data).flat_map(|row| row.lines).collect();
    let mut said = 0;
    for statement in lines.iter().flat_map(|line| &line.cells).flat_map(|cell| &cell.statements) {
        match data.statement(statement.id).position {
            Some(position) => {
                said += 1;
                assert!(statement.form.ends_with(crate::card::position(position)), "{}", statement.form);
            }
            None => assert!(!statement.form.ends_with(" it"), "{}", statement.form),
        }
    }
    assert!(said > 20, "{said}");
}

#[test]
fn what_is_left_out_is_said() {
    let data = synthetic(800);
    let page = model(data, &link::write(data, &View::compare_actors(data.actor_ids().take(4))));
    let ComparePage::Table(table) = &page else { panic!("no table") };
    let drawn = comparison_drawing(data, &page).expect("four columns");
    let (drawing, left) = drawn.drawing(640);
    assert!(left > 0, "so narrow a drawing has no room for all");
    let words: Vec<String> = drawn_texts(&drawing).into_iter().map(|(.., text)| text).collect();
    let names: Vec<Row> = table.all_rows(data).collect();
    let (last_drawn, first_left) = (&names[names.len() - left - 1], &names[names.len() - left]);
    let begins = |row: &Row| words.iter().any(|text| row.topic.label.starts_with(text.as_str()));
    assert!(begins(last_drawn) && !begins(first_left), "{left}");
}
