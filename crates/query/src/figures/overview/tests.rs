//! All figures of the overview, of corpora that have too much or too little of something.

use super::*;
use crate::figures::drawing::neighbour::{Direction, Neighbours};
use crate::testing::{aldport, both, filtered, shaped, synthetic, view, with_languages, with_names, with_times};

fn of(data: Shared, link: &str) -> Vec<Figure> {
    let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
    overview_figures(data, &overview, &filtered(data, &overview.filter))
}

/// The captions, once every figure is drawn at every width.
fn captions(data: Shared, link: &str) -> Vec<String> {
    let draw = |figure: Figure| {
        if let Some(model) = &figure.model {
            for width in [200, 280, 350, 560, 780, 1084, 2000] {
                let drawing = model.drawing(data, width);
                assert!(
                    drawing.width > 0 && drawing.height > 0 && drawing.width <= width * 10,
                    "{link}: {}",
                    figure.title
                );
                assert!(drawing.links().count() < 4000, "{link}: what is drawn is bounded");
            }
            let table = model.table(data);
            assert!(!table.rows.is_empty() && table.rows.len() < 100, "{link}: {}", figure.title);
        }
        figure.caption.to_string()
    };
    of(data, link).into_iter().map(draw).collect()
}

const LINKS: [&str; 6] = [
    "#/overview",
    "#/overview?by=camp&sort=similarity",
    "#/overview?by=outlet&sort=name",
    "#/overview?by=document&sort=similarity",
    "#/overview?by=month",
    "#/overview?column=7&row=24&sort=similarity",
];

#[test]
fn every_figure_says_something_of_every_corpus() {
    let extremes = [
        with_times(&["2024"]),
        with_times(&["2024-01-01", "2025-02-02"]),
        with_languages(&["en", "ar", "zh"]),
        shaped(60, synth::Shape::OneActor),
        shaped(60, synth::Shape::OneDay),
        shaped(400, synth::Shape::ManyActors(2000)),
        shaped(60, synth::Shape::Unplaced),
        shaped(60, synth::Shape::Unpositioned),
        shaped(400, synth::Shape::ManyTopics(300)),
        shaped(60, synth::Shape::LongNames),
        with_names(1, 200),
        with_names(300, 200),
    ];
    for data in both().into_iter().chain([aldport(), synthetic(800)]).chain(extremes) {
        for link in LINKS {
            let captions = captions(data, link);
            assert!(captions.len() == 7 && captions.iter().all(|caption| caption.ends_with('.')), "{captions:?}");
        }
    }
}

#[test]
fn arrow_keys_reach_every_link_of_every_figure() {
    for data in both().into_iter().chain([aldport(), synthetic(300)]) {
        for link in ["#/overview", "#/overview?by=month", "#/overview?network=affiliation"] {
            for figure in of(data, link) {
                let Some(model) = figure.model else { continue };
                for width in [350, 1084] {
                    let drawing = model.drawing(data, width);
                    let number = drawing.links().count();
                    let links = Neighbours::new(drawing.links().map(|link| link.area).collect());
                    let mut is_reached = vec![false; number];
                    let mut found = vec![links.entry(None)];
                    while let Some(from) = found.pop() {
                        if !std::mem::replace(&mut is_reached[from], true) {
                            let directions = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
                            found.extend(directions.into_iter().filter_map(|direction| links.next(from, direction)));
                        }
                    }
                    let missed: Vec<_> = (0..number).filter(|&index| !is_reached[index]).collect();
                    assert!(missed.is_empty(), "{link} {} {width}: {missed:?} of {number}", figure.title);
                }
            }
        }
    }
}

#[test]
fn what_there_is_one_of_is_told_so() {
    let captions = captions(with_names(1, 20), "#/overview");
    assert_eq!(captions[0], "One voice on one topic, in 1 statement.");
    assert_eq!(
        captions[1],
        "No topic has voices on both sides. 1 of 1 statement takes a side: its words ask for more or less of something."
    );
}

#[test]
fn what_is_of_no_camp_and_has_no_date_is_no_camp_and_no_month() {
    let caption = |data, link| captions(data, link).swap_remove(0);
    let undated = shaped(60, synth::Shape::Unplaced);
    let by_month = caption(undated, "#/overview?by=month");
    assert!(by_month.starts_with("No statement here has a date. Six topics in 60 statements."), "{by_month}");
    let without_camps = shaped(60, synth::Shape::Unpositioned);
    let by_camp = caption(without_camps, "#/overview?by=camp");
    assert!(by_camp.starts_with("Nobody here is of a camp. Seven topics in 60 statements."), "{by_camp}");
    assert!(!by_camp.contains("Others"), "{by_camp}");
}

#[test]
fn what_arranges_nothing_is_no_choice() {
    let choices = |data, link, figure: usize| {
        let mut figures = of(data, link);
        let controls = figures.swap_remove(figure).controls.into_iter();
        controls.flat_map(|(_, choices)| choices).map(|choice| choice.label).collect::<Vec<_>>()
    };
    let undated = shaped(60, synth::Shape::Unplaced);
    assert!(!choices(undated, "#/overview", 0).contains(&"Months"));
    assert!(choices(undated, "#/overview?by=month", 0).contains(&"Months"), "what is chosen is shown");
    let neutral = shaped(60, synth::Shape::Unpositioned);
    assert!(!choices(neutral, "#/overview", 0).contains(&"Camps"));
    assert!(choices(neutral, "#/overview", 5).is_empty(), "a network of nobody");
    assert!(!choices(undated, "#/overview", 5).is_empty());
}

#[test]
fn a_figure_is_a_table_where_the_view_says_so() {
    let data = aldport();
    let figures = of(data, "#/overview?table=positions");
    let tables: Vec<_> = figures.iter().map(|figure| figure.is_table).collect();
    assert_eq!(tables, [false, true, false, false, false, false, false]);
    assert_eq!(figures[1].other_form.as_deref(), Some("#/overview"));
    assert_eq!(figures[0].other_form.as_deref(), Some("#/overview?table=positions,matrix"));
}
