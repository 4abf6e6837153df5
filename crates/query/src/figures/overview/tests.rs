//! All figures of the overview, of corpora that have too much or too little of something.

use super::*;
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
fn what_there_is_one_of_is_told_so() {
    let captions = captions(with_names(1, 20), "#/overview");
    assert_eq!(captions[0], "One voice on one topic, in 1 statement.");
    assert_eq!(
        captions[1],
        "No topic has voices on both sides. 1 of 1 statement takes a side: its words ask for more or less of something."
    );
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
