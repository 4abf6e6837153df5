//! Benchmarks of what a click and a key press ask for, by number of statements.
//!
//! `cargo bench -p query` for all of them; `cargo bench -p query -- search` for those with a name. A corpus is compiled
//! when the first benchmark needs it. Times of two machines cannot be compared; those of two commits in one run can.
#![expect(clippy::wildcard_imports, reason = "modules only group the benchmarks")]

use std::sync::OnceLock;

use corpus::compile::SeedFile;
use corpus::{ActorId, DocumentId, StatementId, TopicId};
use divan::{Bencher, black_box};
use query::Shared;
use query::compare::ComparePage;
use query::facets::facets;
use query::filter::Filtered;
use query::names::Named;
use query::search::search;
use query::view::{Choice, Chosen, Comparison, Filter, Group, Selection, Sort, View};
use query::{actors, card, compare, link, print, source, statements, title};

/// Numbers of statements.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

fn compiled(statements: usize) -> &'static [u8] {
    static COMPILED: [OnceLock<Vec<u8>>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let index = SIZES.iter().position(|&size| size == statements).expect("one of the sizes");
    COMPILED[index].get_or_init(|| {
        let file = |file: synth::File| SeedFile { name: file.name, bytes: file.content.into_bytes() };
        let files: Vec<_> = synth::files(statements, synth::SEED).map(file).collect();
        corpus::compile::compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes
    })
}

fn briefing(statements: usize) -> Shared {
    static LOADED: [OnceLock<Shared>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let index = SIZES.iter().position(|&size| size == statements).expect("one of the sizes");
    LOADED[index]
        .get_or_init(|| Box::leak(Box::new(corpus::load(compiled(statements)).expect("what was just compiled loads"))))
}

/// Words of ASCII letters, those of most statements first.
fn words(data: Shared) -> Vec<&'static str> {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let terms = &data.index.terms;
    let mut words: Vec<_> = terms.iter().enumerate().filter(|(_, word)| is_word(word)).collect();
    words.sort_by_key(|&(index, _)| std::cmp::Reverse(terms.frequency(index)));
    words.into_iter().map(|(_, word)| word).collect()
}

/// The slugs of the first of some entries.
fn slugs<T: Named>(data: Shared, number: usize) -> String {
    T::slugs(data).into_iter().take(number).collect::<Vec<_>>().join(",")
}

/// The start page under a link.
fn selection(data: Shared, link: &str) -> Selection {
    link::parse(data, link).view.selection()
}

/// Times the whole start page of a link, with its search.
fn page(bencher: Bencher<'_, '_>, size: usize, link: &str) {
    let data = briefing(size);
    let selection = selection(data, link);
    bencher.bench_local(|| statements::page(data, &selection, search(data, &selection.filter.text, selection.order())));
}

/// Times a search.
fn found(bencher: Bencher<'_, '_>, size: usize, text: &str) {
    let data = briefing(size);
    bencher.bench_local(|| search(data, black_box(text), Sort::Text));
}

mod load {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn briefing(bencher: Bencher<'_, '_>, size: usize) {
        let bytes = compiled(size);
        bencher.bench_local(|| corpus::load(black_box(bytes)).expect("a briefing"));
    }
}

mod start_page {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn everything(bencher: Bencher<'_, '_>, size: usize) {
        page(bencher, size, "#/");
    }

    #[divan::bench(args = SIZES)]
    fn one_actor(bencher: Bencher<'_, '_>, size: usize) {
        page(bencher, size, &format!("#/?actor={}", slugs::<ActorId>(briefing(size), 1)));
    }

    #[divan::bench(args = SIZES)]
    fn many_conditions(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let (actors, topic) = (slugs::<ActorId>(data, 2), slugs::<TopicId>(data, 1));
        let others = "role=speaker&language=en,fr&date=2021-03,2022-05&form=indirect";
        page(bencher, size, &format!("#/?actor={actors}&topic=-{topic}&{others}"));
    }

    #[divan::bench(args = SIZES)]
    fn a_search(bencher: Bencher<'_, '_>, size: usize) {
        page(bencher, size, &format!("#/?q={}", words(briefing(size))[50]));
    }

    #[divan::bench(args = SIZES)]
    fn by_topic(bencher: Bencher<'_, '_>, size: usize) {
        page(bencher, size, "#/?by=topic");
    }

    #[divan::bench(args = SIZES)]
    fn by_actor(bencher: Bencher<'_, '_>, size: usize) {
        page(bencher, size, "#/?by=actor");
    }

    #[divan::bench(args = SIZES)]
    fn masthead(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| statements::masthead(data));
    }
}

/// The parts of the start page.
mod part {
    use super::*;

    fn with_filtered(bencher: Bencher<'_, '_>, size: usize, run: impl Fn(Shared, &Selection, &Filtered)) {
        let data = briefing(size);
        let selection = selection(data, &format!("#/?topic={}", slugs::<TopicId>(data, 1)));
        let filtered = Filtered::new(data, &selection.filter, None);
        bencher.bench_local(|| run(data, &selection, &filtered));
    }

    #[divan::bench(args = SIZES)]
    fn filter(bencher: Bencher<'_, '_>, size: usize) {
        with_filtered(bencher, size, |data, selection, _| {
            black_box(Filtered::new(data, &selection.filter, None));
        });
    }

    #[divan::bench(args = SIZES)]
    fn all_facets(bencher: Bencher<'_, '_>, size: usize) {
        with_filtered(bencher, size, |data, selection, filtered| {
            black_box(facets(data, selection, filtered));
        });
    }

    #[divan::bench(args = SIZES)]
    fn find_in_documents(bencher: Bencher<'_, '_>, size: usize) {
        with_filtered(bencher, size, |data, selection, filtered| {
            for facet in facets(data, selection, filtered).iter().filter(|facet| facet.key == "document") {
                let long = facet.long.as_ref().expect("a long facet");
                black_box(query::facets::find(data, &View::Briefing(selection.clone()), facet.key, long, "and the", 0));
            }
        });
    }

    #[divan::bench(args = SIZES)]
    fn axis(bencher: Bencher<'_, '_>, size: usize) {
        with_filtered(bencher, size, |data, selection, filtered| {
            black_box(query::figures::axis::axis(data, selection, filtered));
        });
    }

    #[divan::bench(args = SIZES)]
    fn groups(bencher: Bencher<'_, '_>, size: usize) {
        with_filtered(bencher, size, |data, selection, filtered| {
            black_box(statements::groups(data, selection, filtered));
        });
    }

    #[divan::bench(args = SIZES)]
    fn cards_of_a_screen(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| (0..20).map(|id| card::card(data, StatementId(id))).collect::<Vec<_>>());
    }
}

mod search_text {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn frequent_word(bencher: Bencher<'_, '_>, size: usize) {
        found(bencher, size, &format!("{} ", words(briefing(size))[0]));
    }

    #[divan::bench(args = SIZES)]
    fn prefix_of_one_letter(bencher: Bencher<'_, '_>, size: usize) {
        found(bencher, size, "s");
    }

    #[divan::bench(args = SIZES)]
    fn misspelling(bencher: Bencher<'_, '_>, size: usize) {
        found(bencher, size, &format!("{}xq", &words(briefing(size))[500]));
    }

    #[divan::bench(args = SIZES)]
    fn short_misspelling(bencher: Bencher<'_, '_>, size: usize) {
        found(bencher, size, "bxda ");
    }

    #[divan::bench(args = SIZES)]
    fn phrase(bencher: Bencher<'_, '_>, size: usize) {
        let words = words(briefing(size));
        found(bencher, size, &format!("\"{} {}\"", words[0], words[1]));
    }

    #[divan::bench(args = SIZES)]
    fn several_words(bencher: Bencher<'_, '_>, size: usize) {
        found(bencher, size, &words(briefing(size))[..6].join(" "));
    }

    #[divan::bench(args = SIZES)]
    fn highlights_of_a_screen(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let search = search(data, "s", Sort::Text);
        bencher
            .bench_local(|| (0..20).map(|id| card::pieces(data, StatementId(id), search.as_ref())).collect::<Vec<_>>());
    }
}

mod other_page {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn all_actors(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| actors::actors(data));
    }

    #[divan::bench(args = SIZES)]
    fn most_frequent_actor(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| actors::actor(data, ActorId(0)));
    }

    #[divan::bench(args = SIZES)]
    fn compare_choose(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| compare::page(data, &Comparison::default()));
    }

    #[divan::bench(args = SIZES)]
    fn compare_actors(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let View::Compare(comparison) = View::compare_actors([ActorId(0), ActorId(4), ActorId(8), ActorId(12)]) else {
            unreachable!("a comparison")
        };
        bencher.bench_local(|| {
            let ComparePage::Table(table) = compare::page(data, &comparison) else { unreachable!("a table") };
            // What is drawn at first.
            table.rows.build(data, 0..table.rows.first()).collect::<Vec<_>>()
        });
    }

    #[divan::bench(args = SIZES)]
    fn compare_statements(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let View::Compare(comparison) = View::compare_statements([StatementId(0), StatementId(1)]) else {
            unreachable!("a comparison")
        };
        bencher.bench_local(|| compare::page(data, &comparison));
    }

    #[divan::bench(args = SIZES)]
    fn source_of_a_document(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| {
            let text = source::SourceText::new(data, DocumentId(0));
            text.blocks(text.all()).collect::<Vec<_>>()
        });
    }

    #[divan::bench(args = SIZES)]
    fn print_of_everything(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        bencher.bench_local(|| print::selected_groups(data, &Selection::default(), None));
    }
}

/// What the overview draws of networks and flows. Places are those of the whole briefing, computed once.
mod figure {
    use query::figures::flows::{FlowKind, flows};
    use query::figures::network::{network, places};
    use query::view::{Aggregation, NetworkSettings};

    use super::*;

    fn of_network(bencher: Bencher<'_, '_>, size: usize, aggregation: Aggregation) {
        let data = briefing(size);
        let filter = Filter::default();
        let filtered = Filtered::new(data, &filter, None);
        let settings = NetworkSettings { aggregation, ..NetworkSettings::default() };
        places(data, aggregation.is_two_mode());
        bencher.bench_local(|| network(data, &filter, &filtered.statements, settings).drawing(1084));
    }

    #[divan::bench(args = SIZES)]
    fn network_of_actors(bencher: Bencher<'_, '_>, size: usize) {
        of_network(bencher, size, Aggregation::Congruence);
    }

    #[divan::bench(args = SIZES)]
    fn network_of_actors_and_topics(bencher: Bencher<'_, '_>, size: usize) {
        of_network(bencher, size, Aggregation::Affiliation);
    }

    // Each briefing that is laid out is kept.
    #[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
    fn places_of_actors(bencher: Bencher<'_, '_>, size: usize) {
        let bytes = compiled(size);
        let load = || -> Shared { Box::leak(Box::new(corpus::load(bytes).expect("a briefing"))) };
        bencher.with_inputs(load).bench_local_values(|data| places(data, false));
    }

    #[divan::bench(args = SIZES)]
    fn who_speaks_of_whom(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let filter = Filter::default();
        let filtered = Filtered::new(data, &filter, None);
        bencher.bench_local(|| flows(data, &filter, &filtered.statements, FlowKind::SpeaksOf).drawing(1084));
    }
}

/// Links and titles, with every actor chosen.
mod long_link {
    use super::*;

    fn everybody(data: Shared) -> View {
        View::filtered(Filter { actors: Choice::any_of(data.actor_ids()), ..Filter::default() })
    }

    #[divan::bench(args = SIZES)]
    fn write(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let view = everybody(data);
        bencher.bench_local(|| link::write(data, &view));
    }

    #[divan::bench(args = SIZES)]
    fn parse(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let written = link::write(data, &everybody(data));
        bencher.bench_local(|| link::parse(data, &written));
    }

    #[divan::bench(args = SIZES)]
    fn read_exact(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let written = link::write(data, &everybody(data));
        bencher.bench_local(|| link::read_exact(data, &written));
    }

    #[divan::bench(args = SIZES)]
    fn title(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let view = everybody(data);
        bencher.bench_local(|| title::title(data, &view));
    }

    #[divan::bench(args = SIZES)]
    fn page_of_ten_actors(bencher: Bencher<'_, '_>, size: usize) {
        let data = briefing(size);
        let actors = Choice::any_of((0..10).map(ActorId));
        let selection = Selection {
            filter: Filter { actors, ..Filter::default() },
            group: Group::Actor,
            sort: Sort::Latest,
            open: None,
        };
        assert_eq!(selection.filter.actors.state(ActorId(0)), Chosen::Wanted);
        bencher.bench_local(|| statements::page(data, &selection, None));
    }
}
