//! The tray of pinned statements, at the foot of the window: how many there are, the way to their comparison, and on
//! demand which. Part of the program with the pages.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dom::html::{div, h2, li, p, section, ul};
use dom::{AnyView, Element, Signal, fragment, memo};
use leptos::ev::{self, FocusEvent, KeyboardEvent};
use query::tray::{Pinned, Tray, TrayModel, pending, pinned, tray};
use wasm_bindgen::JsCast;

use crate::app_state::AppState;
use crate::browser::{element, in_next_frame};
use crate::by_name::get;
use crate::components::chunk_status::waiting;
use crate::components::elements::{link, plain_button};
use crate::components::refs::{dot, visually_hidden, with_language};
use crate::navigation::focus::{focus_on, focus_on_headline};

/// The id of the button that unfolds the tray.
pub const BUTTON_ID: &str = "tray-button";
const LIST_ID: &str = "tray-list";

/// What the ids of the buttons that remove a statement begin with.
const REMOVE: &str = "unpin-";

/// The tray, and the line that tells assistive technology when it changes. `missing` are the slugs of what is pinned
/// and not in this edition; `is_kept` says whether the tray outlives a reload.
pub fn draw(state: AppState, missing: Signal<Vec<String>>, is_kept: bool) -> AnyView {
    let is_open = Signal::new(false);
    let model = memo(move || tray(state.data, &Tray { ids: state.pinned.get(), missing: missing.get() }));
    // That nothing is pinned is news only after something was.
    let was_used = Arc::new(AtomicBool::new(false));
    let said = move || match model.get() {
        Some(model) => {
            was_used.store(true, Ordering::Relaxed);
            model.count
        }
        None if was_used.load(Ordering::Relaxed) => "Nothing is pinned.".to_owned(),
        None => String::new(),
    };
    let drawn = move || model.get().map(|model| frame(state, model, missing, is_open, is_kept));
    div()
        .class("tray-place")
        .child(p().class("visually-hidden").attr("role", "status").reactive_content(said))
        .child(div().class("region").reactive_content(drawn))
        .into_any()
}

fn frame(
    state: AppState,
    model: TrayModel,
    missing: Signal<Vec<String>>,
    is_open: Signal<bool>,
    is_kept: bool,
) -> Element {
    let TrayModel { count, compare, hint, missing: absent } = model;
    let button = plain_button(count, move |_| is_open.set(!is_open.get_untracked()))
        .id(BUTTON_ID)
        .attr("aria-controls", LIST_ID)
        .attr("aria-expanded", move || if is_open.get() { "true" } else { "false" });
    let list = move || {
        is_open.get().then(|| {
            let forget = plain_button("Forget", move |_| {
                missing.set(Vec::new());
                focus_after(0);
            });
            let clear = plain_button("Clear", move |_| {
                missing.set(Vec::new());
                state.pinned.set(Vec::new());
                is_open.set(false);
                focus_on_headline();
            });
            let clear = clear.child(visually_hidden(": remove all pinned statements"));
            fragment([
                entries(state).into_any(),
                fragment(absent.clone().map(|words| p().child(words).child(" ").child(forget))),
                fragment((!is_kept).then(|| p().child("They stay pinned until the file is closed."))),
                p().child(clear).into_any(),
            ])
        })
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            focus_after(0);
        }
    };
    // Unfolded, it may cover what gets the focus next.
    let left = move |event: FocusEvent| {
        let next = get(&event, "relatedTarget").and_then(|next| next.dyn_into::<web_sys::Element>().ok());
        if next.is_some_and(|next| next.closest(".tray").is_ok_and(|tray| tray.is_none())) {
            is_open.set(false);
        }
    };
    section()
        .class("tray")
        .attr("aria-label", "Pinned statements")
        .on(ev::keydown, escape)
        .on(ev::focusout, left)
        .child(
            div()
                .class("tray-head")
                .child(h2().child(button))
                .child(compare.map(|href| {
                    // The comparison is not to be covered by what led to it.
                    link(href, "Compare them").class("chip").on(ev::click, move |_| is_open.set(false))
                }))
                .child(hint.map(|words| p().child(words))),
        )
        .child(div().id(LIST_ID).class("tray-list").reactive_content(list))
}

/// The pinned statements, or that their texts are being loaded.
fn entries(state: AppState) -> Element {
    let ids = state.pinned.get_untracked();
    let listed = move || {
        waiting(state.chunks, pending(state.data, &ids)).unwrap_or_else(|| {
            let entries = pinned(state.data, &ids).into_iter().enumerate();
            ul().children(entries.map(|(index, one)| entry(state, index, one))).into_any()
        })
    };
    div().class("region").reactive_content(listed)
}

fn entry(state: AppState, index: usize, pinned: Pinned) -> Element {
    let Pinned { id, slug, voice, hue, words, language, href } = pinned;
    let remove = plain_button("Remove", move |_| {
        state.pinned.update(|ids| ids.retain(|&kept| kept != id));
        focus_after(index);
    });
    li().child(
        p().child(dot(hue)).child(" ").child(voice).child(": ").child(with_language(link(href, words), language)),
    )
    .child(remove.id(format!("{REMOVE}{index}")).child(visually_hidden(format!(" the statement {slug}"))))
}

/// Once the tray is drawn again, gives the focus to the entry that is now at an index, or else to the one before, to
/// the tray, or, where nothing is pinned any more, to the page.
fn focus_after(index: usize) {
    in_next_frame(move || {
        let at = |index: usize| element(&format!("{REMOVE}{index}"));
        match at(index).or_else(|| at(index.checked_sub(1)?)).or_else(|| element(BUTTON_ID)) {
            Some(element) => focus_on(&element),
            None => focus_on_headline(),
        }
    });
}
