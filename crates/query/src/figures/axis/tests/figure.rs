//! The axis as a figure of the overview, in shapes, in words and as a table; and the ticks of documents.

use super::*;
use crate::figures::drawing::Shape;

fn timeline(data: Shared, link: &str) -> Timeline {
    let selection = selection(data, link);
    Timeline::new(data, &selection, &filtered(data, &selection.filter))
}

#[test]
fn each_document_is_at_the_day_of_its_publication() {
    let data = example("aldport");
    let axis = of(data, "#/");
    assert_eq!(axis.ticks.iter().map(|tick| tick.count).sum::<usize>(), 12);
    assert!(axis.ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
    let wide = timeline(data, "#/").axis(data, Room { width: 20_000, lanes: 5 }).expect("an axis");
    assert!(wide.ticks.len() > axis.ticks.len(), "with more room, fewer share a tick");
    let first = wide.ticks.iter().find(|tick| tick.count == 1).expect("a document alone");
    assert_eq!(first.title, "Published: Ports Ministry, 22 April 2024");
    assert!(first.href.as_deref().is_some_and(|href| href.starts_with("#/source/")), "{first:?}");
    let shared = axis.ticks.iter().find(|tick| tick.count > 1).expect("some share a tick");
    assert!(shared.title.starts_with("Published from ") && shared.title.ends_with(" documents"), "{}", shared.title);
    let found = shown(data, shared.href.as_deref().expect("a link"));
    let mut documents: Vec<_> = found.iter().map(|&id| data.statement(id).document).collect();
    documents.dedup();
    assert_eq!(documents.len(), shared.count);
    let one = timeline(data, "#/?date=2024-07");
    assert!(one.published.len() < 12, "of the documents with statements that pass");
    let only = of(shipped(), "#/").ticks;
    assert_eq!(
        only.iter().map(|tick| tick.title.as_str()).collect::<Vec<_>>(),
        ["Published 18 December 2021: this article"]
    );
}

#[test]
fn a_document_beyond_all_statements_is_on_the_axis() {
    let data = with_times(&["2021-12-14", "2021-12-18"]);
    let day = |day: i32| vec![(corpus::DocumentId(0), day)];
    let first = data.statements.when(corpus::StatementId(0)).and_then(Date::days).expect("a day").0;
    for published in [day(first - 40), day(first + 400)] {
        let timeline = Timeline { published, ..timeline(data, "#/") };
        let axis = timeline.axis(data, Room::LEAST).expect("an axis");
        assert_eq!(axis.ticks.len(), 1);
        assert!(axis.marks().all(|mark| (mark.to < axis.ticks[0].at) == (timeline.published[0].1 > first)));
    }
}

#[test]
fn the_caption_says_from_when_to_when_and_what_most_is_of() {
    let said = |data: Shared| caption(timeline(data, "#/").wide(data).as_ref()).to_string();
    let caption = said(example("aldport"));
    let beginning = "From 2021 to July 2024. Most is of May 2024: ";
    assert!(caption.starts_with(beginning), "{caption}");
    assert!(
        caption.contains("Nothing is dated for 730 days at the longest. 61 of 209 statements have no known day"),
        "{caption}"
    );
    let none = with_times(&["2021-12-14", "2021-12-14"]);
    assert_eq!(said(none), "All of this is of one day, so there is no time line.");
}

#[test]
fn a_drawing_of_any_width_has_every_mark_that_leads_somewhere() {
    for data in both().into_iter().chain([example("aldport"), example("wikinews"), synthetic(800)]) {
        for width in [200, 288, 350, 656, 1084] {
            let timeline = timeline(data, "#/");
            let drawing = timeline.drawing(data, width);
            assert!(drawing.width == width * 10 && drawing.height > 0);
            for link in drawing.links() {
                let area = link.area;
                assert!(area.x >= 0 && area.x + area.width <= drawing.width, "{link:?}");
                assert!(area.y >= 0 && area.y + area.height <= drawing.height && !link.name.is_empty(), "{link:?}");
            }
            let inexact = drawing.shapes.iter().any(|shape| matches!(shape, Shape::Link(_)));
            assert!(inexact);
        }
    }
}

#[test]
fn the_table_has_the_marks_of_the_widest_axis_and_what_is_not_on_it() {
    for data in both().into_iter().chain([example("aldport"), synthetic(800)]) {
        let table = timeline(data, "#/").table(data);
        assert!(table.rows.iter().all(|(_, cells)| cells.len() == table.heads.len()));
        let links = table.rows.iter().filter_map(|(_, cells)| cells[0].parts[0].href.as_deref());
        let mut all: Vec<_> = links.flat_map(|link| shown(data, link)).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), data.statements.len());
    }
    let words: Vec<String> = timeline(shipped(), "#/")
        .table(shipped())
        .rows
        .iter()
        .map(|(head, cells)| format!("{}: {}", head.parts[0].words, cells[2].parts[0].words))
        .collect();
    assert!(words.contains(&"by 16 December 2021: by a day".to_owned()), "{words:?}");
    assert!(words.contains(&"October 2021: not to the day".to_owned()), "{words:?}");
}

#[test]
fn the_axis_on_paper_has_nothing_to_follow_and_keys_of_its_own() {
    let data = example("aldport");
    for link in ["#/", "#/?actor=marrend", "#/?form=direct"] {
        let axis = of(data, link);
        let keys = |axis: &Axis| -> Vec<String> { axis.marks().map(|mark| mark.key.clone()).collect() };
        let printed = axis.clone().printed();
        assert!(axis.marks().all(|mark| !keys(&printed).contains(&mark.key)), "{link}");
        assert_eq!(keys(&printed).len(), keys(&axis).len(), "{link}");
        let links = printed.marks().filter_map(|mark| mark.href.as_ref()).count()
            + printed.ticks.iter().filter_map(|tick| tick.href.as_ref()).count()
            + printed.off_axis.iter().filter_map(|off_axis| off_axis.href.as_ref()).count()
            + printed.parts.len();
        assert_eq!(links, 0, "{link}");
    }
}
