//! Benchmarks of the figures of the overview, by number of statements: all of them as models and drawings, as a filter
//! asks for them, and each on its own.
//!
//! `cargo bench -p query --bench figures`. A corpus is compiled when the first benchmark needs it. Times of two
//! machines cannot be compared; those of two commits in one run can.

use std::sync::{Arc, OnceLock};

use corpus::TopicId;
use corpus::compile::SeedFile;
use divan::{Bencher, black_box};
use query::figures::overview::{Figure, map_figure, overview_figures};
use query::figures::{changes, map, matrix, positions};
use query::filter::Filtered;
use query::names::Named;
use query::view::Overview;
use query::{Shared, View, link};

/// Numbers of statements.
const SIZES: [usize; 2] = [1_000, 10_000];

/// The width of the figures in a window of 1440 CSS pixels.
const WIDTH: i32 = 1050;

fn main() {
    divan::main();
}

fn briefing(statements: usize) -> Shared {
    static LOADED: [OnceLock<Shared>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let index = SIZES.iter().position(|&size| size == statements).expect("one of the sizes");
    LOADED[index].get_or_init(|| {
        let file = |file: synth::File| SeedFile { name: file.name, bytes: file.content.into_bytes() };
        let files: Vec<_> = synth::files(statements, synth::SEED).map(file).collect();
        let bytes = corpus::compile::compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
        Box::leak(Box::new(corpus::load(bytes.leak()).expect("what was just compiled loads")))
    })
}

fn timed(bencher: Bencher<'_, '_>, size: usize, filter: &str, run: impl Fn(Shared, &Overview, &Filtered)) {
    let data = briefing(size);
    let View::Overview(overview) = link::parse(data, &format!("#/overview{filter}")).view else {
        unreachable!("a link to the overview")
    };
    let filtered = Filtered::new(data, &overview.filter, None);
    bencher.bench_local(|| run(data, &overview, &filtered));
}

fn draw(data: Shared, figures: &[Figure]) {
    for figure in figures {
        black_box(figure.model.as_ref().map(|model| model.drawing(data, WIDTH)));
    }
}

#[divan::bench(args = SIZES)]
fn all_models(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "", |data, overview, filtered| {
        black_box(overview_figures(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn all_models_and_drawings(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "", |data, overview, filtered| {
        draw(data, &overview_figures(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn all_of_one_topic(bencher: Bencher<'_, '_>, size: usize) {
    let filter = format!("?topic={}", TopicId::slugs(briefing(size)).first().expect("a topic"));
    timed(bencher, size, &filter, |data, overview, filtered| {
        draw(data, &overview_figures(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn matrix_by_similarity(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "?sort=similarity", |data, overview, filtered| {
        black_box(matrix::matrix(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn matrix_by_amount(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "", |data, overview, filtered| {
        black_box(matrix::matrix(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn for_and_against(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "", |data, overview, filtered| {
        black_box(positions::positions(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn changes_of_position(bencher: Bencher<'_, '_>, size: usize) {
    timed(bencher, size, "", |data, overview, filtered| {
        black_box(changes::changes(data, overview, filtered));
    });
}

#[divan::bench(args = SIZES)]
fn the_map_and_its_drawing(bencher: Bencher<'_, '_>, size: usize) {
    let ground = Arc::new(map::ground(map::outlines(), &map::codes(briefing(size))));
    timed(bencher, size, "", |data, overview, filtered| {
        draw(data, &[map_figure(data, overview, filtered, &ground)]);
    });
}

/// The ground of a map of eight countries of all continents: made once for a corpus.
#[divan::bench]
fn the_ground_of_a_map(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| black_box(map::ground(map::outlines(), &["US", "BR", "DE", "ZA", "RU", "CN", "ID", "AU"])));
}

/// The drawings alone: matrix, positions, changes, who speaks of whom, who relays whom, network.
#[divan::bench(args = [0, 1, 2, 3, 4, 5])]
fn drawing_of_10_000(bencher: Bencher<'_, '_>, index: usize) {
    let data = briefing(10_000);
    let overview = Overview::default();
    let figures = overview_figures(data, &overview, &Filtered::new(data, &overview.filter, None));
    bencher.bench_local(|| draw(data, &figures[index..=index]));
}
