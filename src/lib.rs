//! The viewer: draws the render models of the `query` crate and emits links. Nothing is decided here.
//!
//! - [`app_state`]: what every component shares: the briefing, the view, and the few ways to change it.
//! - [`navigation`]: the browser's address and history to and from the view; scroll and focus.
//! - `pages`: one component a page. `components`: what the pages are made of.
//! - `print`: the pages once more, as a document to be printed.
//! - `share`: sharing a view and taking its statements out. `today`: which day that is.
//! - `ssr`: the same components, written as HTML when the page is built.
//! - [`lazy`]: parts of the program that are loaded when the first view stands.
//! - [`shape`]: whether the prerendered page is still as it was written.
//! - `interaction`: tells the style sheet when the reader presses or types.
//! - [`html`]: elements, small. [`keyboard`]: shortcuts. [`failure`]: what a reader sees should the program fail.
//!
//! A component takes a render model and returns a view; if it needs an `if` about what was said by whom, that `if`
//! belongs in `query`.

pub mod app;
pub mod app_state;
mod components;
pub mod failure;
pub mod html;
mod interaction;
pub mod keyboard;
pub mod lazy;
pub mod navigation;
mod pages;
mod print;
pub mod shape;
mod share;
#[cfg(not(target_arch = "wasm32"))]
pub mod ssr;
mod today;

/// Smaller and faster than what the standard library brings for browsers.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The corpus, compiled by `build.rs`.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));

/// Where the page has room for the viewer.
pub const ROOT_ID: &str = "app";

/// Loads the corpus, for as long as the program runs.
pub fn load() -> Result<query::Shared, corpus::LoadError> {
    corpus::load(CORPUS).map(|briefing| &*Box::leak(Box::new(briefing)))
}

/// Loads the corpus and brings the page to life. Where that fails, the page says so.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    failure::watch_for_panics();
    let Some(place) = navigation::element(ROOT_ID) else {
        return failure::report("The page has no place for the briefing.");
    };
    let data = match load() {
        Ok(data) => data,
        Err(error) => return failure::report(&format!("The briefing in this page can’t be read: {error}")),
    };
    let view = query::link::read_exact(data, &navigation::fragment());
    // The prerendered page is the start page: hydrate only if that is the requested view, and if nobody has changed it,
    // as translators and extensions do. Hydration looks for each node in its place.
    let can_hydrate = view == Some(query::View::default()) && shape::is_prerendered(&place);
    html::foreign::init_executor();
    let app = move || app::app(app_state::AppState::new(data, view));
    if can_hydrate {
        hydrate(place.clone(), app);
    } else {
        place.set_text_content(None);
        leptos::mount::mount_to(place.clone(), app).forget();
    }
    html::foreign::observe(&place);
}

/// Hydrates the prerendered page. leptos' own function also looks for what a server may still be sending.
#[cfg(target_arch = "wasm32")]
fn hydrate(place: web_sys::HtmlElement, app: impl FnOnce() -> leptos::prelude::AnyView) {
    use leptos::prelude::{Owner, RenderHtml};
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::view::PositionState;

    let owner = Owner::new();
    let page = owner.with(|| app().hydrate::<true>(&Cursor::new(place.into()), &PositionState::default()));
    // Both last as long as the page.
    std::mem::forget((owner, page));
}
