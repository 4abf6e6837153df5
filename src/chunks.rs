//! The chunks of a large briefing on their way: which of them are loaded, and what waits for them. A small briefing has
//! none. No browser in here: whoever makes the state says how a chunk is fetched.

use std::sync::Arc;

use corpus::chunk::{ChunkContent, ChunkFile};
use corpus::{ChunkId, StatementId};
use dom::Signal;
use leptos::prelude::*;
use query::Shared;
use query::pending::{Pending, statements};

/// How far chunks are loaded; of several chunks, the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChunkState {
    /// Loaded.
    Loaded,
    /// Not requested, or being loaded.
    Pending,
    /// It could not be loaded.
    Failed,
    /// What was loaded was damaged, or of another edition.
    Damaged,
}

/// What is called once chunks are loaded, or have failed to.
type Then = Box<dyn FnOnce(ChunkState) + Send + Sync>;

/// What is called before a chunk arrives.
type BeforeArrival = Arc<dyn Fn() + Send + Sync>;

/// The state of all chunks. No more than a handle, because it is handed on with the app state.
#[derive(Clone, Copy)]
pub struct Chunks(StoredValue<States>);

struct States {
    data: Shared,
    /// Fetches a chunk, and calls [`Chunks::arrived`].
    fetch: fn(Chunks, ChunkId),
    /// One for each chunk; none where all are in the core.
    entries: Vec<Entry>,
    waiting: Vec<(Pending, Then)>,
    /// Called before a chunk arrives.
    before_arrival: Option<BeforeArrival>,
}

#[derive(Clone, Copy)]
struct Entry {
    state: Signal<ChunkState>,
    requested: bool,
}

impl Chunks {
    /// The state at the start of the program, when those chunks are loaded that are in the core.
    pub fn new(data: Shared, fetch: fn(Chunks, ChunkId)) -> Chunks {
        let entry = |id| {
            let state = if data.has_chunk(id) { ChunkState::Loaded } else { ChunkState::Pending };
            Entry { state: Signal::new(state), requested: false }
        };
        let has_files = data.chunks.list.iter().any(|chunk| chunk.file().is_some());
        let entries = if has_files { data.chunks.ids().map(entry).collect() } else { Vec::new() };
        Chunks(StoredValue::new(States { data, fetch, entries, waiting: Vec::new(), before_arrival: None }))
    }

    fn data(self) -> Shared {
        self.0.with_value(|states| states.data)
    }

    /// The file of a chunk.
    pub fn file(self, id: ChunkId) -> Option<&'static ChunkFile> {
        self.data().chunks.list.get(id.index())?.file()
    }

    /// How far chunks are loaded, which is tracked; fetches those that were not requested.
    pub fn require(self, pending: &Pending) -> ChunkState {
        pending.chunks().iter().for_each(|&id| self.request(id));
        self.worst(pending, Signal::get)
    }

    /// The same for the texts of some statements.
    pub fn require_texts(self, ids: impl IntoIterator<Item = StatementId>) -> ChunkState {
        statements(self.data(), ids).map_or(ChunkState::Loaded, |pending| self.require(&pending))
    }

    /// Fetches those chunks once more that failed.
    pub fn retry(self, pending: &Pending) {
        for &id in pending.chunks() {
            let state = self.0.with_value(|states| states.entries[id.index()].state);
            if state.get_untracked() > ChunkState::Pending {
                state.set(ChunkState::Pending);
            }
            self.request(id);
        }
    }

    /// Fetches chunks, also such as failed before, and calls back when all are loaded, or when one has failed; at once
    /// where nothing is pending.
    pub fn when_loaded(self, pending: Option<Pending>, then: Then) {
        let Some(pending) = pending else { return then(ChunkState::Loaded) };
        self.retry(&pending);
        self.0.update_value(|states| states.waiting.push((pending, then)));
    }

    /// Fetches what is pending again and again, since what was loaded tells what else is needed, until nothing is, or
    /// one chunk has failed; then calls back.
    pub fn until_loaded(self, ask: Arc<dyn Fn() -> Option<Pending> + Send + Sync>, then: Then) {
        let pending = ask();
        if pending.is_none() {
            return then(ChunkState::Loaded);
        }
        let next = move |state| match state {
            ChunkState::Loaded => self.until_loaded(ask, then),
            failed => then(failed),
        };
        self.when_loaded(pending, Box::new(next));
    }

    /// Fetches the vocabulary, with which every search begins.
    pub fn prefetch_vocabulary(self) {
        if let Some(id) = self.data().index.terms.missing_vocabulary() {
            self.request(id);
        }
    }

    /// Fetches texts that are likely to be needed next, up to a number of bytes: lists begin with the first of them.
    pub fn prefetch_texts(self, most: u32) {
        let mut room = most;
        for (chunk, id) in self.data().chunks.list.iter().zip(self.data().chunks.ids()) {
            let Some(file) = chunk.file().filter(|_| matches!(chunk.content, ChunkContent::Texts(_))) else { continue };
            let Some(left) = room.checked_sub(file.size) else { return };
            room = left;
            self.request(id);
        }
    }

    /// Has a function called before each chunk arrives, while the page is as it was without it.
    pub fn before_arrivals(self, then: Option<BeforeArrival>) {
        self.0.try_update_value(|states| states.before_arrival = then);
    }

    /// Takes the bytes of a chunk that was fetched; `None` where that failed.
    pub fn arrived(self, id: ChunkId, bytes: Option<Vec<u8>>) {
        if let Some(before) = self.0.try_with_value(|states| states.before_arrival.clone()).flatten() {
            before();
        }
        let outcome = match bytes.map(|bytes| self.data().add_chunk(id, bytes.leak())) {
            Some(Ok(())) => ChunkState::Loaded,
            Some(Err(_)) => ChunkState::Damaged,
            None => ChunkState::Failed,
        };
        let Some(state) = self.0.try_update_value(|states| {
            let entry = &mut states.entries[id.index()];
            entry.requested = outcome == ChunkState::Loaded;
            entry.state
        }) else {
            return;
        };
        state.set(outcome);
        let waiting = self.0.try_update_value(|states| std::mem::take(&mut states.waiting)).unwrap_or_default();
        for (pending, then) in waiting {
            match self.worst(&pending, Signal::get_untracked) {
                ChunkState::Pending => self.0.update_value(|states| states.waiting.push((pending, then))),
                outcome => then(outcome),
            }
        }
    }

    /// Requests a chunk unless that was done. One that failed is only requested again by [`Chunks::retry`].
    fn request(self, id: ChunkId) {
        let fetch = self.0.try_update_value(|states| {
            let entry = &mut states.entries[id.index()];
            let is_new = entry.state.get_untracked() == ChunkState::Pending && !entry.requested;
            entry.requested |= is_new;
            is_new.then_some(states.fetch)
        });
        if let Some(fetch) = fetch.flatten() {
            fetch(self, id);
        }
    }

    fn worst(self, pending: &Pending, read: impl Fn(Signal<ChunkState>) -> ChunkState) -> ChunkState {
        let signals = self.0.with_value(|states| {
            pending.chunks().iter().map(|id| states.entries[id.index()].state).collect::<Vec<_>>()
        });
        // Each is read, so that each is tracked.
        signals.into_iter().map(read).max().unwrap_or(ChunkState::Loaded)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
