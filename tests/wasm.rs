//! The viewer inside a browser, without the bundle around it: `cargo xtask test --only wasm`.
//!
//! Only what cannot be tested natively belongs here; what a reader does with the finished page is in `tests/browser`.
#![cfg(target_arch = "wasm32")]

use dom::html::{div, p};
use dom::{IntoChild, Signal, memo};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Response, Window};

wasm_bindgen_test_configure!(run_in_browser);

/// The compiled seeds. `cargo xtask test --only wasm` writes this file, and the test runner serves the checkout.
const CORPUS: &str = "/target/seeds.briefing";

/// A page that the viewer has been started in, at a link.
struct Page {
    root: Element,
}

impl Page {
    /// The link is in the address before the viewer starts, as when a reader opens it.
    async fn open(link: &str) -> Page {
        let corpus = corpus().await;
        go(link);
        let root = document().create_element("div").expect("an element");
        root.set_id(briefing::ROOT_ID);
        document().body().expect("a body").append_child(&root).expect("room in the page");
        briefing::start(corpus, js_sys::Function::new_no_args(""));
        Page { root }
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).expect("a selector").length()
    }

    fn headline(&self) -> String {
        let headline = self.root.query_selector("h1").expect("a selector");
        headline.and_then(|headline| headline.text_content()).unwrap_or_default()
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn window() -> Window {
    web_sys::window().expect("a window")
}

fn document() -> Document {
    window().document().expect("a page")
}

async fn corpus() -> Vec<u8> {
    let response: Response = JsFuture::from(window().fetch_with_str(CORPUS)).await.expect("a server").unchecked_into();
    assert!(response.ok(), "there is no {CORPUS}: run this by `cargo xtask test --only wasm`");
    let bytes = JsFuture::from(response.array_buffer().expect("a body")).await.expect("a whole body");
    Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>()).to_vec()
}

fn go(link: &str) {
    window().location().set_hash(link).expect("an address");
}

/// Waits for what the browser and the viewer do on their own time.
async fn until(what: &str, holds: impl Fn() -> bool) {
    const TIMES: usize = 100;
    const PAUSE: i32 = 20;
    for _ in 0..TIMES {
        if holds() {
            return;
        }
        let pause = Promise::new(&mut |done, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, PAUSE).expect("a timer");
        });
        JsFuture::from(pause).await.expect("time to pass");
    }
    panic!("{what} did not come about");
}

#[wasm_bindgen_test]
async fn starts_in_the_element_that_the_page_has_for_it() {
    let page = Page::open("#/").await;
    assert!(page.root.first_element_child().is_some(), "nothing was drawn");
}

#[wasm_bindgen_test]
async fn draws_the_corpus_that_it_is_given() {
    let page = Page::open("#/").await;
    let statements = page.count("article");
    assert!(statements > 0, "no statement is shown");
    assert!(page.text().contains(&format!("{statements} statements")), "the count of {statements} is not on the page");
    assert!(!page.headline().is_empty());
}

#[wasm_bindgen_test]
async fn draws_each_page_that_a_link_names() {
    for (link, selector) in [
        ("#/?topic=basing", "article"),
        ("#/actors", "h3 a"),
        ("#/actor/uzbekistan", "article"),
        ("#/compare", "main li a"),
        ("#/compare?actors=united-states,uzbekistan", "table td"),
        ("#/compare?statements=tashkent-no-bases,politico-pentagon-visit", "td blockquote"),
        ("#/source?statement=tashkent-no-bases", "article"),
        ("#/about", "h2"),
    ] {
        let page = Page::open(link).await;
        // What reads links that are not exactly ours is a later part of the program.
        until(&format!("the headline of {link}"), || !page.headline().is_empty()).await;
        assert!(page.count(selector) > 0, "{link} has no {selector}");
        assert_eq!(page.count("[role=alert]"), 0, "{link}: {}", page.text());
    }
}

#[wasm_bindgen_test]
async fn follows_the_address() {
    let page = Page::open("#/").await;
    let (start, statements) = (page.headline(), page.count("article"));
    go("#/actors");
    until("the page of actors", || page.headline() != start).await;
    go("#/?topic=basing");
    until("the filtered start page", || (1..statements).contains(&page.count("article"))).await;
    until("the title", || document().title().contains("Military basing")).await;
}

#[wasm_bindgen_test]
async fn says_what_of_a_link_it_cannot_read() {
    let page = Page::open("#/?topic=no-such-topic").await;
    // What reads such links is a later part of the program.
    until("the notice", || page.text().contains("no-such-topic")).await;
    assert!(page.count("article") > 0, "the rest of the link does not apply");
    go("#/?topic=basing");
    until("the end of the notice", || page.count("[role=alert]") == 0).await;
}

/// Lets all effects run that wait for it.
async fn drawn() {
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a microtask");
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a microtask");
}

#[wasm_bindgen_test]
async fn what_is_written_into_the_page_stays_until_its_part_of_the_program_draws_it() {
    // The executor is installed.
    let page = Page::open("#/").await;
    let host = document().create_element("div").expect("an element");
    host.set_inner_html("<p><b>written</b></p>");
    let content = Signal::new(None::<String>);
    let other = Signal::new(0);
    let draw = move || {
        other.track();
        content.get().map(IntoChild::into_child)
    };
    let mount = dom::hydrate(&host, || p().later_content(draw).into_any());
    other.set(1);
    drawn().await;
    assert_eq!(host.inner_html(), "<p><b>written</b></p>");
    for text in ["drawn", "drawn again"] {
        content.set(Some(text.to_owned()));
        drawn().await;
        assert_eq!(host.text_content().as_deref(), Some(text));
    }
    content.set(None);
    drawn().await;
    assert_eq!(host.text_content().as_deref(), Some("drawn again"));
    drop((mount, page));
}

/// The memory of the program, in pages of 64 KiB.
fn memory_pages() -> usize {
    core::arch::wasm32::memory_size(0)
}

#[wasm_bindgen_test]
async fn redrawing_leaves_nothing_behind() {
    const WARM_UP: u32 = 200;
    const REDRAWS: u32 = 1000;
    const ELEMENTS: u32 = 20;
    dom::external_changes::init_executor();
    let root = document().create_element("div").expect("an element");
    let number = RwSignal::new(0_u32);
    let mounted = dom::mount(&root, move || {
        let shared = memo(move || number.get());
        let follows = move || p().attr("title", move || shared.get().to_string()).child("x");
        // Drawn anew by regions, as facets are; drawn as new entries of lists, as cards are; with memos, as pages are.
        let again = div().reactive_content(move || {
            let own = memo(move || number.get() / 2);
            div()
                .child(number.get().to_string())
                .children((0..ELEMENTS).map(|_| follows().attr("lang", move || own.get().to_string())))
        });
        let entries = div().each(
            move || (0..ELEMENTS).map(|entry| number.get() * ELEMENTS + entry).collect(),
            |key| *key,
            move |_| div().reactive_content(follows).into_any(),
        );
        div().child(again).child(entries).into_any()
    });
    let redraw = async |times: u32| {
        for _ in 0..times {
            number.update(|number| *number += 1);
            drawn().await;
        }
    };
    redraw(WARM_UP).await;
    assert!(root.text_content().unwrap_or_default().starts_with(&WARM_UP.to_string()), "nothing was drawn");
    let before = memory_pages();
    redraw(REDRAWS).await;
    let grown = memory_pages() - before;
    drop(mounted);
    assert!(grown <= 1, "{REDRAWS} redraws took {grown} pages of memory");
}
