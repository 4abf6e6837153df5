//! Chunks that arrive, fail, and are waited for.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Mutex;

use corpus::write::{Layout, Parts, apart};
use query::view::Sort;

use super::*;

thread_local! {
    /// The chunks that were requested.
    static REQUESTED: RefCell<Vec<ChunkId>> = const { RefCell::new(Vec::new()) };
}

fn requested() -> Vec<ChunkId> {
    REQUESTED.take()
}

/// Runs a test with the seeds, of which nothing is loaded.
fn with_chunks(test: impl FnOnce(Chunks, &Parts)) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let compiled = corpus::compile::compile_dir(&seeds).expect("the seeds");
    let whole = corpus::load(&compiled.bytes).expect("what was just compiled");
    let parts = apart(&whole, &[], Layout { whole: 0, first: 0, chunk: 1 }).expect("a small briefing");
    let data = Box::leak(Box::new(corpus::load(parts.core.clone().leak()).expect("a core")));
    Owner::new().with(|| test(Chunks::new(data, |_, id| REQUESTED.with_borrow_mut(|ids| ids.push(id))), &parts));
}

fn bytes(chunks: Chunks, parts: &Parts, id: ChunkId) -> Option<Vec<u8>> {
    let name = chunks.file(id).expect("a file").name();
    parts.chunks.iter().find(|(other, _)| *other == name).map(|(_, bytes)| bytes.clone())
}

fn texts(chunks: Chunks) -> Pending {
    statements(chunks.data(), chunks.data().statement_ids().take(1)).expect("a text is missing")
}

#[test]
fn a_chunk_is_requested_once_and_loaded_when_it_arrives() {
    with_chunks(|chunks, parts| {
        let pending = texts(chunks);
        assert_eq!(chunks.require(&pending), ChunkState::Pending);
        assert_eq!(chunks.require(&pending), ChunkState::Pending);
        assert_eq!(requested(), pending.chunks());
        let id = pending.chunks()[0];
        chunks.arrived(id, bytes(chunks, parts, id));
        assert_eq!(chunks.require(&pending), ChunkState::Loaded);
        assert_eq!(chunks.require_texts(chunks.data().statement_ids().take(1)), ChunkState::Loaded);
        assert!(requested().is_empty());
    });
}

#[test]
fn a_chunk_that_failed_is_requested_again_only_when_the_reader_asks_for_it() {
    with_chunks(|chunks, parts| {
        let pending = texts(chunks);
        let id = pending.chunks()[0];
        chunks.require(&pending);
        chunks.arrived(id, None);
        assert_eq!(chunks.require(&pending), ChunkState::Failed);
        assert_eq!(requested(), [id]);
        chunks.retry(&pending);
        assert_eq!(chunks.require(&pending), ChunkState::Pending);
        chunks.arrived(id, Some(Vec::new()));
        assert_eq!(chunks.require(&pending), ChunkState::Damaged);
        chunks.retry(&pending);
        assert_eq!(requested(), [id, id]);
        chunks.arrived(id, bytes(chunks, parts, id));
        assert_eq!(chunks.require(&pending), ChunkState::Loaded);
    });
}

#[test]
fn whoever_waits_is_called_back_once_whether_loading_failed_or_not() {
    with_chunks(|chunks, parts| {
        let pending = texts(chunks);
        let id = pending.chunks()[0];
        let called = Arc::new(Mutex::new(Vec::new()));
        let wait = |pending: Option<Pending>| {
            let called = called.clone();
            chunks.when_loaded(pending, Box::new(move |state| called.lock().unwrap().push(state)));
        };
        wait(None);
        assert_eq!(std::mem::take(&mut *called.lock().unwrap()), [ChunkState::Loaded]);
        wait(Some(pending.clone()));
        assert!(called.lock().unwrap().is_empty());
        chunks.arrived(id, None);
        assert_eq!(std::mem::take(&mut *called.lock().unwrap()), [ChunkState::Failed]);
        wait(Some(pending));
        chunks.arrived(id, bytes(chunks, parts, id));
        assert_eq!(std::mem::take(&mut *called.lock().unwrap()), [ChunkState::Loaded]);
    });
}

#[test]
fn a_search_is_asked_again_until_it_needs_nothing_more() {
    with_chunks(|chunks, parts| {
        let ask = move || query::search::try_search(chunks.data(), "\"foreign ba", Sort::Earliest).err();
        let rounds = Arc::new(Mutex::new(None));
        let done = rounds.clone();
        chunks.until_loaded(Arc::new(ask), Box::new(move |state| *done.lock().unwrap() = Some(state)));
        let mut loaded = 0;
        while rounds.lock().unwrap().is_none() {
            for id in requested() {
                chunks.arrived(id, bytes(chunks, parts, id));
                loaded += 1;
            }
        }
        assert_eq!(*rounds.lock().unwrap(), Some(ChunkState::Loaded));
        assert!(ask().is_none());
        assert!(loaded > 2, "the vocabulary, postings, a text");
    });
}

#[test]
fn texts_are_prefetched_as_far_as_they_fit() {
    with_chunks(|chunks, _| {
        chunks.prefetch_texts(10);
        assert!(requested().is_empty());
        chunks.prefetch_texts(1_000_000);
        assert_eq!(requested().len(), chunks.data().documents.len());
        chunks.prefetch_vocabulary();
        assert_eq!(requested().len(), 1);
    });
}
