//! Two parts of the program that are loaded after the first view: the pages other than the start page, with all that
//! comes with them, and sharing. Implements the doors of [`lazy`] for them. From the pages further parts are
//! reached: that of the figures, [`part`], and that of print, [`print::load`].
//!
//! `xtask` takes the program apart at the functions marked `#[wasm_split]`: what only they reach becomes a file of its
//! own. Anything that the first view also reaches stays with the first view, so nothing else may call into these rooms.

use dom::AnyView;
use query::{View, pending};

use crate::app_state::{AppState, Doors};
use crate::chunks::ChunkState;
use crate::components::chunk_status::waiting;
use crate::components::facet_search::facet_search;
use crate::components::passage::{passage, passage_alone};
use crate::components::qr::qr;
use crate::components::{figures, notices, share_dialog, toast};
use crate::figures::part;
use crate::lazy::{self, Door, LoadState, PagesRequest, PagesResponse, ShareRequest, ShareResponse, now_or_never};
use crate::navigation::arrival;
use crate::navigation::navigate::after_loading;
use crate::{
    actions, announcement, browser, chunk_loader, facet_sheet, interaction, keyboard, list_follower, opened_file,
    pages, prefetch, print, searching, share, title, tray,
};

/// The event by which `boot.js` knows that the part with the pages is loaded, or that loading it failed: what a reader
/// does not wait for is loaded after it.
const LOADED: &str = "briefing-loaded";

/// The doors to both.
pub static DOORS: Doors = Doors {
    pages: Door {
        load: |state, then| {
            let loaded = move || {
                after_loading(state);
                state.after_loading_pages();
                then();
                browser::dispatch(LOADED, "");
            };
            lazy::load(state.pages, split_point::load_pages(), Box::new(loaded));
        },
        respond: |state, request| now_or_never(split_point::pages(state, request))?.ok(),
    },
    share: Door {
        load: |state, then| lazy::load(state.share, split_point::load_share(), then),
        respond: |state, request| now_or_never(split_point::share(state, request))?.ok(),
    },
    chunks: chunk_loader::fetch,
};

fn respond_pages(state: AppState, request: PagesRequest) -> PagesResponse {
    match request {
        PagesRequest::Page(view) => PagesResponse::View(page(state, &view)),
        PagesRequest::Link(link) => PagesResponse::Link(Box::new(query::link::parse(state.data, &link))),
        PagesRequest::Search { text, sort, in_slices: true } => {
            PagesResponse::Search(searching::search_slice(state, &text, sort))
        }
        PagesRequest::Search { text, sort, .. } => PagesResponse::Search(Some(searching::search(state, &text, sort))),
        PagesRequest::StartPage { selection, search } => {
            PagesResponse::StartPage(Box::new(query::statements::page(state.data, &selection, search)))
        }
        PagesRequest::Figures(inputs) => PagesResponse::View(figures::drawn(state, inputs)),
        PagesRequest::Passage { id, highlights, with_chain: true } => {
            PagesResponse::View(passage(state, id, highlights))
        }
        PagesRequest::Passage { id, highlights, .. } => PagesResponse::View(passage_alone(state, id, highlights)),
        PagesRequest::FacetSearch { part, key, facet, inputs } => {
            PagesResponse::View(facet_search(state, part, key, facet, inputs))
        }
        PagesRequest::QrCode { address, label } => PagesResponse::View(qr(&address, label)),
        PagesRequest::DrawnRows(inputs) => PagesResponse::DrawnRows(list_follower::drawn_rows(inputs)),
        PagesRequest::FollowList(window) => {
            list_follower::follow(state, window);
            PagesResponse::Done
        }
        PagesRequest::Notices => PagesResponse::View(notices::notices(state)),
        PagesRequest::Toast => PagesResponse::View(toast::toast(state)),
        PagesRequest::ShareDialog => PagesResponse::View(share_dialog::dialog(state)),
        PagesRequest::Act(action) => {
            actions::carry_out(state, action);
            PagesResponse::Done
        }
        PagesRequest::Arrive(origin) => {
            arrival::arrive(state, *origin);
            PagesResponse::Done
        }
        PagesRequest::Install => {
            opened_file::install(state.data);
            prefetch::install(state);
            print::load(state);
            keyboard::listen(state);
            facet_sheet::install(state);
            interaction::listen();
            announcement::install();
            arrival::install();
            title::install(state);
            toast::install(state);
            share_dialog::install(state);
            tray::install(state);
            PagesResponse::Done
        }
    }
}

/// The page of a view, or that it waits for texts; navigation then goes on when they are there.
fn page(state: AppState, view: &View) -> AnyView {
    if matches!(view, View::Overview(_)) && state.figures.get_untracked() == LoadState::Pending {
        part::load_with_further(state, Box::new(move || after_loading(state)));
    }
    let pending = pending::page(state.data, view);
    match waiting(state.chunks, pending.clone()) {
        Some(waiting) => {
            // What has failed waits for the reader, who may try again.
            let pending = pending.filter(|pending| state.chunks.require(pending) == ChunkState::Pending);
            if pending.is_some() {
                state.chunks.when_loaded(pending, Box::new(move |_| after_loading(state)));
            }
            waiting
        }
        None => pages::page(view).draw(state),
    }
}

fn respond_share(state: AppState, request: ShareRequest) -> ShareResponse {
    match request {
        ShareRequest::Dialog => ShareResponse::Dialog(share::dialog::content(state)),
        ShareRequest::Citation(id) => ShareResponse::Citation(share::citation::citation(state, id)),
    }
}

#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds the failure to load the part")]
#[allow(
    unsafe_code,
    reason = "the halves of a split program call each other by exported names, which the macro writes"
)]
mod split_point {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{AppState, PagesRequest, PagesResponse, ShareRequest, ShareResponse};

    #[wasm_split(pages, wasm_split_path = leptos::wasm_split, preload(load_pages), fallible)]
    pub fn pages(state: AppState, request: PagesRequest) -> Result<PagesResponse, SplitLoaderError> {
        Ok(super::respond_pages(state, request))
    }

    #[wasm_split(share, wasm_split_path = leptos::wasm_split, preload(load_share), fallible)]
    pub fn share(state: AppState, request: ShareRequest) -> Result<ShareResponse, SplitLoaderError> {
        Ok(super::respond_share(state, request))
    }
}

/// The same functions where the program is in one piece.
#[cfg(not(feature = "split"))]
mod split_point {
    use std::convert::Infallible;
    use std::future::{Ready, ready};

    use super::{AppState, PagesRequest, PagesResponse, ShareRequest, ShareResponse};

    pub fn load_pages() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn load_share() -> Ready<Result<(), Infallible>> {
        ready(Ok(()))
    }

    pub fn pages(state: AppState, request: PagesRequest) -> Ready<Result<PagesResponse, Infallible>> {
        ready(Ok(super::respond_pages(state, request)))
    }

    pub fn share(state: AppState, request: ShareRequest) -> Ready<Result<ShareResponse, Infallible>> {
        ready(Ok(super::respond_share(state, request)))
    }
}
