//! The map of corpora with real countries, with invented ones, and with both.

use std::sync::Arc as Shareable;

use super::*;
use crate::Shared;
use crate::figures::drawing::{Anchor, Link, Shape};
use crate::figures::overview::{Figure, map_figure};
use crate::language::Phrase;
use crate::testing::{aldport, example, filtered, passing, shipped, small, view, with_countries, with_times};
use crate::view::{Columns, View};

fn figure(data: Shared, link: &str) -> Figure {
    let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
    let ground = Shareable::new(ground(outlines(), &codes(data)));
    map_figure(data, &overview, &filtered(data, &overview.filter), &ground)
}

fn map_of(data: Shared, link: &str) -> Map {
    let View::Overview(overview) = view(data, link) else { panic!("{link} is no overview") };
    let ground = Shareable::new(ground(outlines(), &codes(data)));
    let map = map(data, &overview.filter, &filtered(data, &overview.filter), &ground);
    assert!(!map.countries.is_empty(), "{link}: there is no map");
    map
}

/// The number of statements that a link leads to.
fn linked(data: Shared, link: &str) -> usize {
    match view(data, link) {
        View::Briefing(selection) => match selection.open {
            Some(_) => 1,
            None => passing(data, &selection.filter).len(),
        },
        View::Compare(comparison) => match comparison.columns {
            Columns::Statements(statements) => statements.len(),
            other => panic!("{link}: {other:?}"),
        },
        other => panic!("{link}: {other:?}"),
    }
}

#[test]
fn the_map_of_the_shipped_briefing_says_what_its_statements_say() {
    let map = map_of(shipped(), "#/overview");
    let table = map.table();
    let row = |(head, cells): &(crate::figures::table::TableCell, Vec<crate::figures::table::TableCell>)| {
        let words = std::iter::once(head)
            .chain(cells)
            .map(|cell| cell.parts.iter().map(|part| part.words.to_string()).collect::<Vec<_>>().join(", "));
        words.collect::<Vec<_>>().join(" | ")
    };
    let lines = std::iter::once(map.sentence.to_string())
        .chain(map.countries.iter().map(|country| format!("{} -> {}", country.spoken, country.href)))
        .chain(map.arcs.iter().map(|arc| format!("{} -> {}", arc.spoken, arc.href)))
        .chain(table.rows.iter().map(row))
        .chain(map.notes.iter().map(ToString::to_string));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_mark_and_arc_leads_to_as_many_statements_as_it_is_of() {
    let links = [
        "#/overview",
        "#/overview?form=act",
        "#/overview?q=bases",
        "#/overview?actor=russia",
        "#/overview?about=uzbekistan",
    ];
    let shipped = links.map(|link| (shipped(), link));
    let others = [(small(), "#/overview"), (example("wikinews"), "#/overview"), (aldport(), "#/overview")];
    for (data, link) in shipped.into_iter().chain(others) {
        let map = map_of(data, link);
        let countries = map.countries.iter().map(|country| (&country.spoken, &country.href, country.count));
        let arcs = map.arcs.iter().map(|arc| (&arc.spoken, &arc.href, arc.count));
        for (spoken, href, count) in countries.chain(arcs) {
            let found = linked(data, href);
            if spoken.to_string().ends_with("among all that pass the filter") {
                assert!(found >= count, "{link}: {spoken} leads to {found}: {href}");
            } else {
                assert_eq!(found, count, "{link}: {spoken}: {href}");
            }
        }
    }
}

/// Two real countries, an invented one, a ministry without a country of its own and a bloc without any.
const ACTORS: [(&str, &str, &str); 6] = [
    ("norland", "NO", ""),
    ("norland-ministry", "", "norland"),
    ("sweland", "SE", ""),
    ("marrend", "XM", ""),
    ("finland", "FI", ""),
    ("bloc", "", ""),
];

#[test]
fn an_act_joins_the_countries_of_its_agents_and_these_with_those_that_it_is_about() {
    let data = with_countries(
        &ACTORS,
        &[
            ("act", &["norland-ministry"], &["sweland"]),
            ("act", &["norland", "sweland"], &["sweland", "marrend"]),
            ("act", &["bloc"], &["norland"]),
            ("act", &["norland"], &["norland-ministry"]),
            ("narration", &[], &["norland", "sweland"]),
        ],
    );
    let map = map_of(data, "#/overview");
    let arcs: Vec<String> = map.arcs.iter().map(|arc| arc.spoken.to_string()).collect();
    assert_eq!(
        arcs,
        [
            "norland toward sweland: 1 act",
            "norland toward marrend: 1 act",
            "sweland toward marrend: 1 act",
            "norland and sweland together: 1 act",
        ]
    );
    assert!(map.notes.iter().any(|note| note.to_string().starts_with("2 acts with countries on no map")));
    assert!(map.notes.contains(&Phrase::new("Without a statement here: finland.")));
}

#[test]
fn a_country_on_no_map_is_named_below_it_and_is_in_the_table() {
    let data = with_countries(&ACTORS, &[("act", &["norland"], &["marrend"])]);
    let map = map_of(data, "#/overview");
    let drawing = map.drawing(600, false);
    let off_map = drawing.links().find(|link| link.name.starts_with("marrend: 1 statement")).expect("it is a link");
    let bottom = map.ground.height * drawing.width / ground::WIDTH;
    assert!(off_map.area.y >= bottom, "{:?} is below {bottom}", off_map.area);
    assert!(map.table().rows.iter().any(|(head, _)| head.parts[0].words == Phrase::new("marrend (on no map)")));

    let invented = map_of(aldport(), "#/overview");
    assert_eq!(invented.ground.height, 0);
    assert!(invented.sentence.to_string().contains("No map has any of them."));
    let names: Vec<String> = invented.drawing(600, false).links().map(|link| link.name.clone()).collect();
    assert_eq!(names.len(), invented.countries.len());
}

#[test]
fn a_filter_may_leave_no_country_and_a_briefing_may_have_none() {
    assert_eq!(codes(with_times(&["2024"])), Vec::<&str>::new());
    let data = with_countries(&ACTORS, &[("act", &["bloc"], &[]), ("act", &["norland"], &["sweland"])]);
    let figure = figure(data, "#/overview?actor=bloc");
    assert!(figure.model.is_none());
    assert_eq!(figure.caption.to_string(), "No statement here is of or about an actor with a country.");
}

#[test]
fn a_map_is_drawn_at_every_width_and_the_same_each_time() {
    for data in [shipped(), aldport(), example("wikinews")] {
        for width in [200, 280, 350, 560, 780, 1084, 2000] {
            let map = map_of(data, "#/overview");
            let drawing = map.drawing(width, false);
            assert!(drawing.width > 0 && drawing.height > 0 && drawing.width <= width * 10, "{width}");
            assert_eq!(drawing, map_of(data, "#/overview").drawing(width, false));
            let on_map = map.countries.iter().filter(|country| country.place.is_some()).count();
            let marks = drawing.links().filter(|link| !link.is_detail).count();
            assert_eq!(marks, map.countries.len(), "{on_map} of them on the map");
            let covers = |above: &Link, below: &Link| {
                let (at, area) = (below.area.centre(), above.area);
                (area.x..=area.x + area.width).contains(&at.x) && (area.y..=area.y + area.height).contains(&at.y)
            };
            for (index, arc) in drawing.links().enumerate().filter(|(_, link)| link.is_detail) {
                let above = drawing.links().skip(index + 1).find(|above| covers(above, arc));
                assert_eq!(above.map(|above| &above.name), None, "{width}: {} can be clicked", arc.name);
            }
        }
    }
}

#[test]
fn a_map_keeps_its_west_on_the_left_where_a_page_begins_on_the_right() {
    let map = map_of(shipped(), "#/overview");
    let [left, right] = [false, true].map(|turned| map.drawing(1000, turned));
    let marks = |drawing: &crate::figures::drawing::Drawing| -> Vec<_> {
        drawing.links().map(|link| (link.name.clone(), link.area)).collect()
    };
    assert_eq!(marks(&left), marks(&right));
    let anchors = |drawing: &crate::figures::drawing::Drawing, anchor: Anchor| {
        let texts = drawing.links().flat_map(|link| &link.shapes);
        texts.filter(|shape| matches!(shape, Shape::Text(text) if text.anchor == anchor)).count()
    };
    assert_eq!(anchors(&left, Anchor::Start), anchors(&right, Anchor::End));
}
