//! The viewer: draws the render models of the `query` crate and emits links. Nothing is decided here.
//!
//! [`app`] draws the frame around every page. What all components share is in [`app_state`], which knows no browser.
//! From the address of the browser to the app state and back it is [`navigation`], with the history, the focus and the
//! scroll position.
//!
//! A page is a module of `pages`, with its drawing for the screen and for print side by side; `components` are what
//! pages are made of, the figures of the start page among them; `figures` draws those of the overview; `print` is the
//! document around a printed page, and `share` the dialog that shares and exports. Most of these are not needed for the
//! first view and are loaded after it: [`lazy`] is the protocol, and `split` names two parts of the program and what
//! is in each; the third, with the figures, is `figures::part`; two with more of them are named in `figures::later`,
//! and what makes files of figures is `figures::files`.
//!
//! The texts and the index of a large briefing arrive in [`chunks`], which `chunk_loader` fetches. Of a long list only
//! a `window` is drawn; `list_follower` follows the reader in it, from the part with the pages.
//!
//! What a reader asks for that may wait for that part (copying, citing, pinning, the share dialog) is in `actions`. The
//! pinned statements are kept by `tray`, which `components::tray` draws, in the name of the window (`window_name`).
//!
//! `opened_file` is what the program knows of a briefing file that is shown in place of the page's own briefing.
//!
//! `keyboard`, `interaction`, `announcement`, `title`, `today` and `download` are small, as are `browser`, which holds
//! what several rooms need of the document and the window, and `by_name`, which reaches the rest of the browser. The
//! `dom` crate is the element layer. `ssr` writes the same components as HTML when the page is built, [`shape`] tells
//! whether that HTML is still as it was written, and [`failure`] is what a reader sees should the program fail.
//!
//! A component takes a render model and returns a view; if it needs an `if` about who said what, that `if` belongs in
//! `query`. Files depend on each other in one direction only: from [`lazy`] and [`chunks`] over [`app_state`],
//! `browser` and [`navigation`] to `components`, `pages`, `print` and `share`, and from those to `split` and [`app`].

mod actions;
mod announcement;
pub mod app;
pub mod app_state;
mod browser;
mod by_name;
mod chunk_loader;
pub mod chunks;
mod components;
mod download;
mod facet_sheet;
pub mod failure;
mod figures;
mod interaction;
mod keyboard;
pub mod lazy;
mod list_follower;
pub mod navigation;
mod opened_file;
mod pages;
mod prefetch;
mod print;
mod scroll_anchor;
mod searching;
pub mod shape;
mod share;
mod shortcuts;
mod split;
#[cfg(not(target_arch = "wasm32"))]
pub mod ssr;
mod title;
mod today;
mod tray;
mod window;
mod window_name;

pub use browser::ROOT_ID;

/// Smaller and faster than the standard allocator for this target.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Loads a compiled corpus, which stays in memory for as long as the program runs: components and views refer to it
/// without a lifetime.
///
/// # Errors
/// What is wrong with the bytes; see [`corpus::load()`].
pub fn load(corpus: Vec<u8>) -> Result<query::Shared, corpus::LoadError> {
    corpus::load(corpus.leak()).map(|briefing| &*Box::leak(Box::new(briefing)))
}

/// Loads a compiled corpus and starts the viewer in the page; `load_chunk` fetches chunks of the corpus, see
/// `boot/load.js`. Where that fails, the page says so.
#[cfg(target_arch = "wasm32")]
pub fn start(corpus: Vec<u8>, load_chunk: js_sys::Function) {
    failure::watch_for_panics();
    let Some(root) = browser::element(ROOT_ID) else {
        return failure::report("The page has no place for the briefing.");
    };
    let data = match load(corpus) {
        Ok(data) => data,
        Err(error) => return failure::report(&format!("The briefing in this page can’t be read: {error}")),
    };
    let view = query::link::read_exact(data, &navigation::address::fragment());
    // The prerendered page is the start page: hydrate only if that is the requested view, and if nobody has changed it,
    // as translators and extensions do: hydration finds nodes by their position.
    let can_hydrate = view == Some(query::View::default()) && shape::is_prerendered(&root);
    dom::external_changes::init_executor();
    chunk_loader::install(load_chunk);
    let begin = move |can_hydrate| {
        let app = move || app::app(app::state(data, view));
        if can_hydrate {
            dom::hydrate(&root, app).forget();
        } else {
            dom::mount_in_place(&root, app).forget();
        }
        dom::external_changes::observe(&root);
    };
    match query::pending::first_view(data).filter(|_| can_hydrate) {
        None => begin(can_hydrate),
        // Without its texts the page that can be read would have to give way to one that cannot.
        Some(first) => leptos::task::spawn_local(async move {
            for &id in first.chunks() {
                let Some(file) = data.chunks.list[id.index()].file() else { continue };
                if let Some(bytes) = chunk_loader::bytes(file).await {
                    // Where it is damaged, the page says so once it is drawn.
                    let _ = data.add_chunk(id, bytes.leak());
                }
            }
            begin(query::pending::first_view(data).is_none());
        }),
    }
}
