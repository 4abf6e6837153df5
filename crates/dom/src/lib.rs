//! HTML elements of one Rust type: a builder in the manner of `leptos::html`, on top of leptos' reactive graph.
//!
//! ```
//! use dom::html::{a, p, span};
//! use leptos::ev;
//! use leptos::prelude::*;
//!
//! let html = Owner::new().with(|| {
//!     let count = RwSignal::new(2);
//!     p().class("summary")
//!         .child(span().id("count").reactive_content(move || format!("{} of 9 shown. ", count.get())))
//!         .child(
//!             a().attr("href", "#/").attr("hidden", None::<&str>).on(ev::click, move |_| count.set(9)).child("All"),
//!         )
//!         .into_any()
//!         .to_html()
//! });
//! assert!(html.starts_with(r#"<p class="summary"><span id="count">2 of 9 shown. <!></span>"#));
//! assert!(html.ends_with(r##"<a href="#/">All<!></a><!></p>"##));
//! ```
//!
//! # Why not leptos' own elements
//!
//! 1. **Code size.** `view!` and `leptos::html` give each element a type made of its tag, its attributes and its
//!    children, and the compiler generates building, rebuilding and hydrating code for every such type. Here all
//!    elements have the type [`Element`]: attributes, children, closures and listeners are erased where they are handed
//!    in, and all further work is done by one non-generic function marked `#[inline(never)]`. Rules for whoever extends
//!    this crate: a generic function converts its argument and calls a non-generic one; closures are boxed first.
//! 2. **Regions.** What follows signals is all the content of one element ([`Element::reactive_content`],
//!    [`Element::each`]). Translators and browser extensions replace text nodes and insert elements; leptos would go on
//!    writing into nodes that are no longer on the page. An element is still found where it was, so a region whose page
//!    was changed (see `external_changes`) is replaced as a whole.
//! 3. **Attributes are compared one by one** when an element is drawn again. leptos' own erased attributes are all
//!    removed and set anew.
//!
//! # Why not leptos' `AnyView`
//!
//! Views have a type of this crate, too ([`AnyView`]). leptos' own is a table of functions for each type in it, and the
//! functions for asynchronous views and streamed responses come along, which this page has none of. With four kinds of
//! views in an enum, building, hydrating and rebuilding are written once, and an event listener needs no wrapper that
//! makes it `Send`.
//!
//! The program of the first view on one day, brotli, without the corpus; how it was measured is in
//! `docs/decisions/0001-element-layer.md`:
//!
//! | variant | program |
//! |---|---|
//! | views of this crate | 110.6 kB |
//! | elements of this crate in leptos' `AnyView` | 120.5 kB |
//! | of these the start page and the card in leptos' builder | 177.9 kB |
//! | of these the start page and the card in `view!`, with `--cfg erase_components` | 163.2 kB |
//!
//! # What is the same as in leptos, and what is not
//!
//! Effects, owners and event types are leptos' own, and so is the graph that signals and memos are in, see [`Signal`].
//! The HTML that is written is that of leptos' views, markers included, but for a second comment that leptos' `AnyView`
//! writes behind the one of an empty view. Attributes take strings, options and closures. Unlike in leptos, a closure
//! is not a child: a child that follows signals would stand beside nodes that others may have replaced, which the
//! second rule above forbids. So reactive content has a method of its own that says that it is all there is. Views of
//! leptos cannot be mixed in; SVG elements are in [`svg`].
//!
//! The crate knows nothing of briefings; a crate that uses it can make its own and foreign types children, see
//! [`IntoChild`].

mod attribute_value;
mod attributes;
mod cursor;
mod element;
mod erased;
#[cfg(target_arch = "wasm32")]
pub mod external_changes;
pub mod html;
#[cfg(not(target_arch = "wasm32"))]
mod inner_html;
mod into_child;
mod list;
mod mount;
#[cfg(not(target_arch = "wasm32"))]
mod output;
mod region;
mod renderer;
mod signal;
mod special_attributes;
pub mod svg;
#[cfg(not(target_arch = "wasm32"))]
mod to_html;
mod view;

pub use attribute_value::{AttributeText, AttributeValue, Value};
pub use element::Element;
pub use erased::{Text, effect};
pub use into_child::{IntoChild, fragment};
pub use list::Key;
pub use mount::{Mount, hydrate, mount, mount_in_place};
#[cfg(not(target_arch = "wasm32"))]
pub use output::{LinkWriter, Output};
pub use signal::{Memo, ReadSignal, Signal, memo, memo_or_previous, memo_with_compare};
pub use view::{AnyView, nothing};

/// Whether other software, such as a browser extension, has removed nodes of the page or moved elements since this was
/// last asked. Natively never.
pub fn take_displaced() -> bool {
    #[cfg(target_arch = "wasm32")]
    return external_changes::take_displaced();
    #[cfg(not(target_arch = "wasm32"))]
    false
}
