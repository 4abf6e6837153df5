//! Figures that come with parts of the program of their own: those below the first ones of the overview, which are also
//! those of an actor's page, and the map. No other part may call what is below the split functions, or it is no longer
//! in a file of its own; see `split`.
//!
//! Their parts return plain functions, which the part with the figures calls. So the parts have nothing of drawing.

use std::cell::RefCell;
use std::sync::Arc;

use corpus::{ActorId, Briefing};
use dom::{AnyView, Memo, Signal, memo_or_previous, nothing};
use leptos::task::spawn_local;
use query::Shared;
use query::figures::map::{self, Ground, codes};
use query::figures::overview::{Figure, Model, actor_figures, further_figures, map_figure};
use query::filter::Filtered;
use query::view::Overview;

use crate::app_state::AppState;
use crate::components::load_status::load_status;
use crate::lazy::{LoadState, now_or_never};

/// What makes the figures of a part.
pub struct MakeFigures {
    /// Those of what passes the filter of an overview.
    pub of_overview: fn(Shared, &Overview, &Filtered) -> Vec<Figure>,
    /// Those of an actor's page.
    pub of_actor: fn(Shared, ActorId) -> Vec<Figure>,
}

/// A part of the program with figures.
#[derive(Clone, Copy)]
pub struct FiguresPart {
    /// Loads it, and calls back when it is loaded, or when loading failed. It may be called again.
    load: fn(Box<dyn FnOnce(LoadState)>),
    /// What makes its figures; `None` until it is loaded.
    pub figures: fn() -> Option<&'static MakeFigures>,
}

/// The figures below the first ones.
pub const FURTHER: FiguresPart = FiguresPart {
    load: |then| spawn_local(async { then(outcome(split_point::load_further().await.is_ok())) }),
    figures: || now_or_never(split_point::further())?.ok(),
};

/// The map with the outlines of countries. It is loaded with the overview of a briefing whose actors have countries,
/// and never before.
const MAP: FiguresPart = FiguresPart {
    load: |then| spawn_local(async { then(outcome(split_point::load_map().await.is_ok())) }),
    figures: || now_or_never(split_point::map())?.ok(),
};

fn outcome(is_loaded: bool) -> LoadState {
    if is_loaded { LoadState::Loaded } else { LoadState::Failed }
}

/// The parts that the overview of a briefing needs beside the one with the figures, in the order of the page.
pub fn parts(data: &Briefing<'_>) -> Vec<FiguresPart> {
    let has_map = data.actors.iter().any(|actor| actor.country.is_some());
    [FURTHER].into_iter().chain(has_map.then_some(MAP)).collect()
}

/// Loads the figures below the first ones before they are needed. Calls back when they are there, or when loading
/// failed.
pub fn prefetch(then: Box<dyn FnOnce()>) {
    // Natively it is there.
    if LoadState::INITIAL == LoadState::Loaded {
        return then();
    }
    (FURTHER.load)(Box::new(|_| then()));
}

/// Loads the parts one after the other, and calls back when that is done, or when loading failed.
pub fn load_all(mut parts: Vec<FiguresPart>, then: Box<dyn FnOnce()>) {
    match parts.pop() {
        Some(part) => (part.load)(Box::new(|_| load_all(parts, then))),
        None => then(),
    }
}

/// The figures of a part on a page, as it is loaded.
#[derive(Clone, Copy)]
pub struct LaterFigures {
    part: FiguresPart,
    load_state: Signal<LoadState>,
    figures: Memo<Option<Vec<Arc<Figure>>>>,
}

impl LaterFigures {
    /// Loads a part for the present owner, which then makes figures.
    pub fn request(
        state: AppState,
        part: FiguresPart,
        make: impl Fn(&MakeFigures) -> Vec<Figure> + Send + Sync + 'static,
    ) -> LaterFigures {
        let load_state = Signal::new(LoadState::INITIAL);
        let loaded = move || if load_state.get() == LoadState::Loaded { (part.figures)() } else { None };
        // Apart from the others, which stay as they are when it is loaded.
        let figures = memo_or_previous(move |_| Some(loaded().map(|loaded| with_texts(state, make(loaded)))));
        let later = LaterFigures { part, load_state, figures };
        if load_state.get_untracked() != LoadState::Loaded {
            later.load();
        }
        later
    }

    fn load(self) {
        let load_state = self.load_state;
        if load_state.get_untracked() == LoadState::Failed {
            load_state.set(LoadState::Pending);
        }
        let loaded = move |outcome| {
            // The reader may have gone elsewhere.
            if !load_state.is_disposed() {
                load_state.set(outcome);
            }
        };
        (self.part.load)(Box::new(loaded));
    }

    /// The number of its figures; none until they are loaded, which is tracked.
    pub fn number(self) -> usize {
        if self.load_state.get() == LoadState::Loaded {
            self.figures.with_untracked(|figures| figures.as_ref().map_or(0, Vec::len))
        } else {
            0
        }
    }

    /// One of its figures. Tracked.
    pub fn figure(self, index: usize) -> Option<Arc<Figure>> {
        self.figures.with(|figures| figures.as_ref()?.get(index).cloned())
    }

    /// Words that they are being loaded, or could not be; nothing once they are. Tracked.
    pub fn status(self) -> AnyView {
        load_status(self.load_state, move || self.load())
    }

    /// The figures, or that their part could not be loaded; until then nothing. Tracked.
    pub fn draw(self, draw: impl Fn(&[Arc<Figure>]) -> AnyView) -> AnyView {
        if self.load_state.get() == LoadState::Pending {
            return nothing();
        }
        self.figures.with(|figures| match figures {
            Some(figures) => draw(figures),
            None => self.status(),
        })
    }
}

/// Figures for a page. Tracked, so that the words in them are drawn when their texts arrive.
pub fn with_texts(state: AppState, figures: Vec<Figure>) -> Vec<Arc<Figure>> {
    let models = figures.iter().filter_map(|figure| figure.model.as_deref());
    state.chunks.require_texts(models.flat_map(Model::quoted));
    figures.into_iter().map(Arc::new).collect()
}

static MAKE_FURTHER: MakeFigures = MakeFigures { of_overview: further_figures, of_actor: actor_figures };

static MAKE_MAP: MakeFigures = MakeFigures { of_overview: map_figures, of_actor: |_, _| Vec::new() };

thread_local! {
    /// The ground of the briefing's map, which is made once.
    static GROUND: RefCell<Option<(Shared, Arc<Ground>)>> = const { RefCell::new(None) };
}

fn map_figures(data: Shared, overview: &Overview, filtered: &Filtered) -> Vec<Figure> {
    let made = GROUND.with_borrow(|made| match made {
        Some((of, ground)) if std::ptr::eq(*of, data) => Some(Arc::clone(ground)),
        _ => None,
    });
    let ground = made.unwrap_or_else(|| {
        let ground = Arc::new(map::ground(map::outlines(), &codes(data)));
        GROUND.set(Some((data, Arc::clone(&ground))));
        ground
    });
    vec![map_figure(data, overview, filtered, &ground)]
}

#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::MakeFigures;

    #[wasm_split(further, wasm_split_path = leptos::wasm_split, preload(load_further), fallible)]
    pub fn further() -> Result<&'static MakeFigures, SplitLoaderError> {
        Ok(&super::MAKE_FURTHER)
    }

    #[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(load_map), fallible)]
    pub fn map() -> Result<&'static MakeFigures, SplitLoaderError> {
        Ok(&super::MAKE_MAP)
    }
}

/// The same functions where the program is in one piece.
#[cfg(not(feature = "split"))]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::MakeFigures;

    pub fn load_further() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn load_map() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn further() -> Ready<Result<&'static MakeFigures, Infallible>> {
        ready(Ok(&super::MAKE_FURTHER))
    }

    pub fn map() -> Ready<Result<&'static MakeFigures, Infallible>> {
        ready(Ok(&super::MAKE_MAP))
    }
}
