//! The viewer: draws the render models of the `query` crate and emits links. Nothing is decided here.
//!
//! - [`desk`]: what every component shares: the briefing, the view, and the few ways to change it.
//! - [`navigate`]: the browser's address and history to and from the view; scroll and focus.
//! - `pages`: one component a page. `parts`: what the pages are made of.
//! - `paper`: the pages once more, as a document to be printed.
//! - `take`: sharing a view and taking its statements out. `today`: which day that is.
//! - `ssr`: the same components as HTML, for the pages that are written at build time.
//! - [`later`]: parts of the program that are loaded when the first view stands.
//! - [`shape`]: whether the prerendered page was changed before hydration.
//! - `acting`: tells the style sheet when the reader presses or types.
//! - [`html`]: elements, small. [`keys`]: shortcuts. [`failure`]: what a reader sees should the program fail.
//!
//! A component takes a render model and returns a view; if it needs an `if` about what was said by whom, that `if`
//! belongs in `query`.

mod acting;
pub mod app;
pub mod desk;
pub mod failure;
pub mod html;
pub mod keys;
pub mod later;
pub mod navigate;
mod pages;
mod paper;
mod parts;
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
pub mod ssr;
mod take;
mod today;

/// Smaller and faster than the standard allocator for this target.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The id of the element that the viewer is drawn into.
pub const ROOT_ID: &str = "app";

/// Loads a compiled corpus, which stays in memory for as long as the program runs: components and views refer to it
/// without a lifetime.
///
/// # Errors
/// What is wrong with the bytes; see [`corpus::load`].
pub fn load(corpus: Vec<u8>) -> Result<query::Shared, corpus::LoadError> {
    corpus::load(corpus.leak()).map(|briefing| &*Box::leak(Box::new(briefing)))
}

/// Loads a compiled corpus and starts the viewer in the page. Where that fails, the page says so.
#[cfg(target_arch = "wasm32")]
pub fn start(corpus: Vec<u8>) {
    failure::watch_for_panics();
    let Some(root) = navigate::element(ROOT_ID) else {
        return failure::report("The page has no place for the briefing.");
    };
    let data = match load(corpus) {
        Ok(data) => data,
        Err(error) => return failure::report(&format!("The briefing in this page can’t be read: {error}")),
    };
    let view = query::link::read_exact(data, &navigate::fragment());
    // The prerendered page is the start page: hydrate only if that is the requested view, and if nobody has changed it,
    // as translators and extensions do: hydration finds nodes by their position.
    let can_hydrate = view == Some(query::View::default()) && shape::is_prerendered(&root);
    html::foreign::init_executor();
    let app = move || app::app(desk::Desk::new(data, view));
    if can_hydrate {
        hydrate(root.clone(), app);
    } else {
        root.set_text_content(None);
        leptos::mount::mount_to(root.clone(), app).forget();
    }
    html::foreign::observe(&root);
}

/// Hydrates the prerendered page. leptos' own function also waits for a streamed response, which there is none of.
#[cfg(target_arch = "wasm32")]
fn hydrate(root: web_sys::HtmlElement, app: impl FnOnce() -> leptos::prelude::AnyView) {
    use leptos::prelude::{Owner, RenderHtml};
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::view::PositionState;

    let owner = Owner::new();
    let page = owner.with(|| app().hydrate::<true>(&Cursor::new(root.into()), &PositionState::default()));
    // Both last as long as the page.
    std::mem::forget((owner, page));
}
