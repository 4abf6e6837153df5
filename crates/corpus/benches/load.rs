//! Benchmarks of loading a compiled corpus, by number of statements: time, and the memory that it takes.
//!
//! `cargo bench -p corpus --all-features --bench load`. A corpus is compiled when the first benchmark needs it. Times
//! of two machines cannot be compared; those of two commits in one run can.

use std::sync::OnceLock;

use corpus::compile::{SeedFile, compile};
use corpus::write::{Layout, Parts, apart};
use corpus::{DocumentId, load};
use divan::{AllocProfiler, Bencher, black_box};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Numbers of statements.
const SIZES: [usize; 4] = [25, 1_000, 10_000, 100_000];

/// Documents whose texts the first view shows, about.
const FIRST: u32 = 8;

fn main() {
    divan::main();
}

fn compiled(statements: usize) -> &'static (Vec<u8>, Parts) {
    static COMPILED: [OnceLock<(Vec<u8>, Parts)>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let index = SIZES.iter().position(|&size| size == statements).expect("one of the sizes");
    COMPILED[index].get_or_init(|| {
        let file = |file: synth::File| SeedFile { name: file.name, bytes: file.content.into_bytes() };
        let files: Vec<_> = synth::files(statements, synth::SEED).map(file).collect();
        let bytes = compile(&files).unwrap_or_else(|report| panic!("{report:?}")).bytes;
        let briefing = load(&bytes).expect("what was just compiled");
        let first: Vec<_> =
            briefing.documents_with_ids().map(|(id, _)| id).filter(|id| id.0 < FIRST).collect::<Vec<DocumentId>>();
        let parts = apart(&briefing, &first, Layout::default()).expect("less than four gigabytes");
        (bytes.clone(), parts)
    })
}

#[divan::bench(args = SIZES)]
fn core(bencher: Bencher<'_, '_>, size: usize) {
    let (_, parts) = compiled(size);
    bencher.bench_local(|| load(black_box(&parts.core)).expect("a core"));
}

#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher<'_, '_>, size: usize) {
    let (bytes, _) = compiled(size);
    bencher.bench_local(|| load(black_box(bytes)).expect("a briefing"));
}
