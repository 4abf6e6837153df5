//! The announcement of counts to assistive technology: while a reader types, none is announced. Once no letter has come
//! and no count has changed for a while, those that are others than before are announced, politely and once.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::{Timer, in_next_frame, listen};

/// How long nothing may have changed before counts are announced, in milliseconds: longer than from letter to letter.
const PAUSE: i32 = 700;

/// The counts, and other messages of a page about itself.
const STATUS: &str = "#main [role=status]";

/// What is said while the reader types.
#[derive(Default)]
struct Typing {
    /// The counts before the first letter; none while nobody types.
    before: Option<Vec<String>>,
    /// The counts in the last frame.
    now: Vec<String>,
    pause: Timer,
}

/// Announces counts for as long as the page lasts.
pub fn install() {
    let document = document();
    let Some((body, region)) = document.body().zip(document.create_element("div").ok()) else { return };
    // No status, which would be one of the page. Setting attributes of valid names and adding an element do not fail.
    let _ = region.set_attribute("aria-live", "polite");
    region.set_class_name("visually-hidden");
    let _ = body.append_child(&region);
    let typing = Rc::new(RefCell::new(Typing::default()));
    listen("input", move |_: Event| {
        let is_first = {
            let mut typing = typing.borrow_mut();
            let is_first = typing.before.is_none();
            if is_first {
                let texts = texts();
                (typing.before, typing.now) = (Some(texts.clone()), texts);
                region.set_text_content(None);
            }
            is_first
        };
        each_status(|status| _ = status.set_attribute("aria-live", "off"));
        wait(&typing, &region);
        if is_first {
            follow(Rc::clone(&typing), region.clone());
        }
    });
}

/// Announces after a pause.
fn wait(typing: &Rc<RefCell<Typing>>, region: &Element) {
    let pause = typing.borrow().pause.clone();
    let (typing, region) = (Rc::clone(typing), region.clone());
    pause.start(PAUSE, move || {
        let before = typing.borrow_mut().before.take().unwrap_or_default();
        let mut said = String::new();
        for text in texts().iter().filter(|text| !before.contains(text)) {
            said.push_str(text);
            said.push(' ');
        }
        region.set_text_content(Some(&said));
        each_status(|status| _ = status.remove_attribute("aria-live"));
    });
}

/// Looks in every frame whether a count has changed, and silences those that are drawn anew.
fn follow(typing: Rc<RefCell<Typing>>, region: Element) {
    in_next_frame(move || {
        let texts = texts();
        let has_changed = {
            let mut typing = typing.borrow_mut();
            if typing.before.is_none() {
                return;
            }
            let before = std::mem::replace(&mut typing.now, texts);
            before != typing.now
        };
        if has_changed {
            each_status(|status| _ = status.set_attribute("aria-live", "off"));
            wait(&typing, &region);
        }
        follow(typing, region);
    });
}

fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    each_status(|status| texts.extend(status.text_content()));
    texts
}

fn each_status(mut then: impl FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(STATUS) else { return };
    for status in (0..found.length()).filter_map(|index| found.get(index)) {
        then(status.unchecked_ref());
    }
}
