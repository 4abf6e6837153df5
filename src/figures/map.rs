//! The part of the program with the outlines of countries: its entry, for the part with the figures. No other part may
//! call it, and nothing else may call what is below it, or the outlines are no longer in a file of their own; see
//! `split`. It is loaded with the overview of a briefing whose actors have countries, and never before.

use std::sync::Arc;

use corpus::Briefing;
use dom::{AnyView, Memo, Signal, memo_or_previous, nothing};
use leptos::task::spawn_local;
use query::figures::map::{self, Ground, codes};

use crate::app_state::AppState;
use crate::components::load_status::load_status;
use crate::lazy::{LoadState, now_or_never};

/// Whether a briefing has a map: actors with countries.
pub fn is_needed(data: &Briefing<'_>) -> bool {
    data.actors.iter().any(|actor| actor.country.is_some())
}

/// Loads the part and calls back when it is loaded, or when loading failed. It may be called again.
pub fn load(then: impl FnOnce(LoadState) + 'static) {
    spawn_local(async move {
        then(if split_point::load_map().await.is_ok() { LoadState::Loaded } else { LoadState::Failed });
    });
}

/// The ground of a page's map, as it is loaded.
#[derive(Clone, Copy)]
pub struct LoadedGround {
    load_state: Signal<LoadState>,
    ground: Memo<Option<Arc<Ground>>>,
}

impl LoadedGround {
    /// Loads the ground for the present owner; none where the briefing has no map.
    pub fn request(state: AppState) -> Option<LoadedGround> {
        if !is_needed(state.data) {
            return None;
        }
        let load_state = Signal::new(LoadState::INITIAL);
        let loaded = move || if load_state.get() == LoadState::Loaded { ground(state) } else { None };
        // Never compared: it is made once.
        let ground = memo_or_previous(move |_| Some(loaded()));
        if load_state.get_untracked() != LoadState::Loaded {
            load_into(load_state);
        }
        Some(LoadedGround { load_state, ground })
    }

    /// The ground, once it is loaded. Tracked.
    pub fn get(self) -> Option<Arc<Ground>> {
        self.ground.get()
    }

    /// That it is being loaded, or could not be. Tracked.
    pub fn status(self) -> AnyView {
        let load_state = self.load_state;
        if load_state.get() == LoadState::Loaded {
            nothing()
        } else {
            load_status(load_state, move || load_into(load_state))
        }
    }
}

fn load_into(load_state: Signal<LoadState>) {
    if load_state.get_untracked() == LoadState::Failed {
        load_state.set(LoadState::Pending);
    }
    load(move |outcome| {
        // The reader may have gone elsewhere.
        if !load_state.is_disposed() {
            load_state.set(outcome);
        }
    });
}

/// The ground of the briefing's map; none until the part is loaded.
pub fn ground(state: AppState) -> Option<Arc<Ground>> {
    let outlines = now_or_never(split_point::outlines())?.ok()?;
    Some(Arc::new(map::ground(outlines, &codes(state.data))))
}

#[cfg(feature = "split")]
#[allow(clippy::needless_pass_by_value, reason = "a request to another part has no lifetime")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};
    use query::figures::map;

    #[wasm_split(map, wasm_split_path = leptos::wasm_split, preload(load_map), fallible)]
    pub fn outlines() -> Result<&'static [u8], SplitLoaderError> {
        Ok(map::outlines())
    }
}

/// The same functions where the program is in one piece.
#[cfg(not(feature = "split"))]
#[allow(clippy::needless_pass_by_value, reason = "as where the program is in parts")]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use query::figures::map;

    pub fn load_map() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn outlines() -> Ready<Result<&'static [u8], Infallible>> {
        ready(Ok(map::outlines()))
    }
}
