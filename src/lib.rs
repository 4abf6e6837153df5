//! The viewer: draws the render models of the `query` crate and emits links. Nothing is decided here.
//!
//! - [`desk`]: what every component shares: the briefing, the view, and the few ways to change it.
//! - [`navigate`]: the browser's address and history to and from the view; scroll and focus.
//! - `pages`: one component a page. `parts`: what the pages are made of.
//! - `paper`: the pages once more, as a document to be printed.
//! - `take`: sharing a view and taking its statements out. `today`: which day that is.
//! - `still`: the same components, written as HTML when the page is built.
//! - [`later`]: parts of the program that are loaded when the first view stands.
//! - [`shape`]: whether the prerendered page is still as it was written.
//! - `acting`: tells the style sheet when the reader presses or types.
//! - [`keys`]: shortcuts. [`failure`]: what a reader sees should the program fail.
//!
//! A component takes a render model and returns a view; if it needs an `if` about what was said by whom, that `if`
//! belongs in `query`.

mod acting;
pub mod app;
pub mod desk;
pub mod failure;
pub mod keys;
pub mod later;
pub mod navigate;
mod pages;
mod paper;
mod parts;
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
mod take;
mod today;

/// Smaller and faster than what the standard library brings for browsers.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The corpus, compiled by `build.rs`.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));

/// Where the page has room for the viewer.
pub const PLACE: &str = "app";

/// Loads the corpus, for as long as the program runs.
pub fn load() -> Result<query::Shared, corpus::LoadError> {
    corpus::load(CORPUS).map(|briefing| &*Box::leak(Box::new(briefing)))
}

/// Loads the corpus and brings the page to life. Where that fails, the page says so.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    failure::watch_for_panics();
    let Some(place) = navigate::element(PLACE) else {
        return failure::report("The page has no place for the briefing.");
    };
    let data = match load() {
        Ok(data) => data,
        Err(error) => return failure::report(&format!("The briefing in this page can’t be read: {error}")),
    };
    let view = query::link::read_exact(data, &navigate::fragment());
    // The prerendered page is the start page: hydrate only if that is the requested view, and if nobody has changed it,
    // as translators and extensions do. Hydration looks for each node in its place.
    let can_hydrate = view == Some(query::View::default()) && shape::is_prerendered(&place);
    dom::external_changes::init_executor();
    let app = move || app::app(desk::Desk::new(data, view));
    if can_hydrate {
        hydrate(place.clone(), app);
    } else {
        place.set_text_content(None);
        leptos::mount::mount_to(place.clone(), app).forget();
    }
    dom::external_changes::observe(&place);
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
