//! Windows of a long synthetic text: what is near the screen is drawn, what is drawn is bounded by the screen, and
//! every marked passage can be reached by keyboard from the next.

use proptest::prelude::*;

use super::*;
use crate::testing::{both, shaped};

const SCREEN: f64 = 900.0;

/// A text of several hundred blocks with sixty statements.
fn long() -> (Shared, SourceText) {
    let data = shaped(60, synth::Shape::OneDocument(600_000));
    (data, SourceText::new(data, DocumentId(0)))
}

/// Heights where each byte takes half a pixel.
fn measured(text: &SourceText) -> BlockHeights {
    let mut heights = BlockHeights::new(text);
    let first = text.body().start;
    let bytes = f64::from(heights.bytes[0]);
    heights.measure(700.0, first, &[0.0, EXTRA + bytes / 2.0]);
    heights
}

/// The marked blocks of the body.
fn marked(text: &SourceText) -> Vec<usize> {
    text.body().filter(|&index| text.block(index).is_marked()).collect()
}

fn indices(drawn: &DrawnBlocks) -> Vec<usize> {
    drawn.indices().into_iter().map(|index| index as usize).collect()
}

fn at(top: f64) -> Screen {
    Screen { top, height: SCREEN }
}

#[test]
fn only_long_texts_are_drawn_in_windows() {
    for data in both() {
        assert!(data.documents_with_ids().all(|(id, _)| !is_windowed(data, id)));
    }
    let (data, text) = long();
    assert!(is_windowed(data, DocumentId(0)) && text.all().len() > 500);
}

#[test]
fn what_is_drawn_is_bounded_by_the_screen_and_the_height_of_the_whole_stays() {
    let (_, text) = long();
    let heights = measured(&text);
    let total = heights.total();
    proptest!(|(top in 0.0..total, focused in proptest::option::of(text.body()))| {
        let drawn = heights.drawn(&text, at(top), focused);
        let height: f64 = drawn.near.clone().map(|index| heights.top_of(index + 1) - heights.top_of(index)).sum();
        prop_assert!((drawn.before + height + drawn.after - total).abs() < 1.0);
        let begins = heights.top_of(drawn.near.start);
        prop_assert!(begins <= top.min(total - SCREEN) && begins + height >= (top + SCREEN).min(total) - 1.0);
        prop_assert!(drawn.indices().len() < 100, "{drawn:?}");
        let indices: Vec<usize> = indices(&drawn);
        prop_assert!(indices.is_sorted_by(|a, b| a < b), "{indices:?}");
        prop_assert!(focused.is_none_or(|focused| indices.contains(&focused)));
    });
}

#[test]
fn the_keys_reach_every_marked_block_in_order() {
    let (_, text) = long();
    let heights = measured(&text);
    let marked = marked(&text);
    assert!(marked.len() > 40);
    let reached =
        |drawn: &DrawnBlocks| -> Vec<usize> { indices(drawn).into_iter().filter(|it| marked.contains(it)).collect() };
    for top in [0.0, heights.total() / 2.0, heights.total()] {
        let drawn = heights.drawn(&text, at(top), None);
        let reached = reached(&drawn);
        assert_eq!((reached.first(), reached.last()), (marked.first(), marked.last()), "from what is around the text");
        // Where the focus is in the window, the next ones on both sides are on the page.
        for at in drawn.near.clone() {
            let [before, after] = [marked.iter().rfind(|&&it| it < at), marked.iter().find(|&&it| it > at)];
            assert!(before.into_iter().chain(after).all(|it| reached.contains(it)), "{at}");
        }
    }
    for pair in marked.windows(2) {
        // The reader has scrolled far away from the focus.
        let drawn = heights.drawn(&text, at(0.0), Some(pair[0]));
        let reached = reached(&drawn);
        let position = reached.iter().position(|&it| it == pair[0]).expect("the focus");
        assert_eq!(reached.get(position + 1), Some(&pair[1]));
        let drawn = heights.drawn(&text, at(heights.total()), Some(pair[1]));
        assert!(indices(&drawn).contains(&pair[0]));
    }
}

#[test]
fn heights_are_measured_at_one_width() {
    let (_, text) = long();
    let mut heights = measured(&text);
    let first = text.body().start;
    let estimated = heights.top_of(first + 2) - heights.top_of(first + 1);
    assert!((estimated - EXTRA - f64::from(heights.bytes[1]) / 2.0).abs() < 0.01);
    heights.measure(700.0, first + 1, &[-200.0, 300.0]);
    assert!((heights.top_of(first + 2) - heights.top_of(first + 1) - 500.0).abs() < 0.01);
    let third = heights.top_of(first + 3) - heights.top_of(first + 2);
    heights.measure(350.0, first, &[0.0, EXTRA + f64::from(heights.bytes[0])]);
    let narrow = heights.top_of(first + 3) - heights.top_of(first + 2);
    assert!((narrow - EXTRA - (third - EXTRA) * 2.0).abs() < 0.01, "{narrow} for {third}");
    assert!((heights.top_of(first + 2) - heights.top_of(first + 1) - 500.0).abs() > 1.0, "measured at another width");
}

#[test]
fn the_screen_is_known_by_the_blocks_on_it_and_by_the_blank_space_elsewhere() {
    let (_, text) = long();
    let [first, end] = [text.body().start, text.body().end];
    for index in [first + 40, end / 2, end - 1] {
        let mut window = BlockWindow::new(text.clone());
        let screen = window.screen_around(index, SCREEN).expect("it is far");
        assert!(window.move_to(screen) && !window.move_to(screen), "nothing else is drawn then");
        assert_eq!(window.screen_around(index, SCREEN), None);
        assert!(window.drawn.near.contains(&index) && !window.drawn.is_kept(index));
        let total = window.heights.total();
        let bounds = [-screen.top, total - screen.top];
        let edges: Vec<f64> = (window.drawn.near.start..=window.drawn.near.end)
            .map(|at| window.heights.top_of(at) - screen.top)
            .collect();
        for edges in [&edges[..], &[]] {
            assert!((window.screen_at(edges, bounds, SCREEN).top - screen.top).abs() < 1.0);
        }
        // All that is drawn is 30 pixels further down than is estimated, as it is after another block has been
        // measured.
        let moved: Vec<f64> = edges.iter().map(|edge| edge + 30.0).collect();
        assert!((window.screen_at(&moved, bounds, SCREEN).top - screen.top + 30.0).abs() < 1.0);
        window.measure(700.0, &edges);
        assert!(window.set_focus(first) && indices(&window.drawn).contains(&first));
    }
}

#[test]
fn a_statement_is_found_by_its_anchor() {
    let (data, text) = long();
    let window = BlockWindow::new(text);
    for id in data.statement_ids() {
        let index = window.block_of(&format!("s-{}", data.statement(id).slug)).expect("a block");
        assert!(window.text.block(index).notes.iter().any(|note| note.id == id));
    }
    assert_eq!(window.block_of("s-none"), None);
}

#[test]
fn a_text_of_few_blocks_is_drawn_whole_in_a_window() {
    for data in both() {
        let text = SourceText::new(data, DocumentId(0));
        let drawn = BlockHeights::new(&text).drawn(&text, at(0.0), None);
        assert_eq!((drawn.near.start, drawn.before), (text.body().start, 0.0));
        assert!(indices(&drawn).iter().all(|index| text.body().contains(index)));
    }
}
