//! The viewer: draws the render models of the `query` crate and emits links. Nothing is decided here.
//!
//! - [`desk`]: what every component shares: the briefing, the view, and the few ways to change it.
//! - [`navigate`]: the browser's address and history to and from the view; scroll and focus.
//! - `pages`: one component a page. `parts`: what the pages are made of.
//! - [`html`]: elements, small. [`keys`]: shortcuts. [`failure`]: what a reader sees should the program fail.
//!
//! A component takes a render model and returns a view; if it needs an `if` about what was said by whom, that `if`
//! belongs in `query`.

pub mod app;
pub mod desk;
pub mod failure;
pub mod html;
pub mod keys;
pub mod navigate;
mod pages;
mod parts;

use leptos::prelude::*;

/// The corpus, compiled by `build.rs`.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/briefing.bin"));

/// Where the page has room for the viewer.
const PLACE: &str = "app";

/// Loads the corpus and mounts the viewer. Where that fails, the page says so.
pub fn start() {
    failure::watch_for_panics();
    let Some(place) = navigate::element(PLACE) else {
        return failure::report("The page has no place for the briefing.");
    };
    match corpus::load(CORPUS) {
        Ok(briefing) => {
            let data = Box::leak(Box::new(briefing));
            let desk = navigate::desk(data);
            mount_to(place, move || app::app(desk)).forget();
        }
        Err(error) => failure::report(&format!("The briefing in this page can’t be read: {error}")),
    }
}
