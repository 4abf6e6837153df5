//! The browser's address and history to and from the view.
//!
//! Controls are ordinary links to a fragment. A plain click on one is followed here, at once; what else changes the
//! address, such as going back, is heard of afterwards. Each entry of the history keeps in its state where the reader
//! had scrolled to and which element had the focus, and gets both back.

use dom::effect;
use gloo::events::EventListenerOptions;
use leptos::prelude::*;
use query::{Shared, View, link};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MouseEvent, ScrollRestoration, Window};

use crate::desk::{Desk, Left};
use crate::pages::rest;

/// The place of an element that takes the focus when a page opens.
pub const HEADLINE: &str = "headline";

/// The place of the line that says how many statements are shown.
pub const SUMMARY: &str = "summary";

/// How long after the last scroll its end is remembered, in milliseconds. Safari refuses more than 100 changes of the
/// history in 30 seconds.
const SETTLED: u32 = 350;

/// What can have the focus.
const CONTROLS: &str = "a[href], button, input, summary";

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The address of this page with a view's link for a fragment. For a copy on a disk the address where it is published, if
/// that is known: nobody else can follow the other. `None` where the page has no address at all, as in a frame that was
/// written by a script.
pub fn absolute(link: &str) -> Option<String> {
    let on_disk = || here().filter(|href| href.starts_with("file:"));
    let page = served().or_else(published).or_else(on_disk)?;
    Some(page + link)
}

fn here() -> Option<String> {
    Some(window().location().href().ok()?.split('#').next()?.to_owned())
}

/// The address of this page, where it came from a host.
pub fn served() -> Option<String> {
    here().filter(|href| href.starts_with("http"))
}

/// The address at which the briefing is published, where the build was told.
pub fn published() -> Option<String> {
    document().query_selector("link[rel=canonical]").ok()??.get_attribute("href")
}

/// Puts a link into the address without navigating: over the present entry of the history, or as a new one.
pub fn write_address(link: &str, replace: bool) {
    if !replace {
        remember();
        push(link);
    } else if let Ok(history) = window().history() {
        // A browser that refuses still shows the view; only the address lags behind.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(link));
    }
}

/// Begins an entry of the history; whether the browser lets us.
fn push(link: &str) -> bool {
    window().history().is_ok_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(link)).is_ok())
}

/// What the address asks for, or what stands in its stead where it cannot be changed; see `boot/unpack.js`.
pub fn fragment() -> String {
    let window = window();
    let instead = js_sys::Reflect::get(&window, &"briefingLink".into()).ok().and_then(|link| link.as_string());
    instead.unwrap_or_else(|| window.location().hash().unwrap_or_default())
}

/// Follows the address from now on.
pub fn follow(desk: Desk) {
    let window = window();
    if let Ok(history) = window.history() {
        // The browser would restore before the page has grown to its old height.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    arrive(desk, None, None);
    let changed = move |_: web_sys::HashChangeEvent| go(desk, &fragment());
    on(&window, "hashchange", changed);
    let clicked = move |event: MouseEvent| {
        // What the reader is about to leave is remembered before it is left.
        remember();
        let Some((link, href)) = followed(&event) else { return };
        if href == desk.view().with_untracked(|view| link::write(desk.data, view)) {
            stay(desk, &link);
        } else if push(&href) {
            // The browser would do the same, a frame later.
            event.prevent_default();
            go(desk, &href);
        }
    };
    on_instead(&window, "click", clicked);
    on(&window, "pagehide", |_: web_sys::Event| remember());
    let settling = StoredValue::new_local(None);
    on(&window, "scroll", move |_: web_sys::Event| {
        // The address may name the next place before the page shows it.
        let here = fragment();
        let settled = move || {
            if fragment() == here {
                remember();
            }
        };
        settling.set_value(Some(gloo::timers::callback::Timeout::new(SETTLED, settled)));
    });
    effect(move || document().set_title(&desk.view().with(|view| query::title::title(desk.data, view))));
}

/// Listens to the window, as long as the page lasts.
pub fn on<E: JsCast + 'static>(window: &Window, event: &'static str, act: impl FnMut(E) + 'static) {
    listen(window, event, EventListenerOptions::default(), act);
}

/// Able to take the place of what the browser would do.
fn on_instead<E: JsCast + 'static>(window: &Window, event: &'static str, act: impl FnMut(E) + 'static) {
    listen(window, event, EventListenerOptions::enable_prevent_default(), act);
}

fn listen<E: JsCast + 'static>(
    window: &Window,
    event: &'static str,
    options: EventListenerOptions,
    mut act: impl FnMut(E) + 'static,
) {
    let act = move |event: &web_sys::Event| act(event.clone().unchecked_into());
    // The listeners last as long as the page.
    gloo::events::EventListener::new_with_options(window, event, options, act).forget();
}

/// Writes into the present entry of the history where the reader is.
fn remember() {
    let window = window();
    let Ok(history) = window.history() else { return };
    let scroll = window.scroll_y().unwrap_or_default();
    let focus = document().active_element().and_then(|element| whereabouts(&element)).unwrap_or_default();
    let (card, top) = card_at_the_top().unwrap_or_default();
    let state = js_sys::Array::of4(&scroll.into(), &focus.into(), &card.into(), &top.into());
    let _ = history.replace_state_with_url(&state, "", None);
}

/// The link in the card at the top of the window, and how far from the top it is. Cards out of sight are not laid out
/// until they come near, so that a page drawn again is not as high as it was; this card is the same.
fn card_at_the_top() -> Option<(String, f64)> {
    let middle = window().inner_width().ok()?.as_f64()? / 2.0;
    let at = |from_top| document().element_from_point(middle as f32, from_top)?.closest("article").ok()?;
    // There may be a heading in between.
    let link = [8.0, 80.0, 160.0].into_iter().find_map(at)?.query_selector("a.said").ok()??;
    Some((whereabouts(&link)?, link.get_bounding_client_rect().top()))
}

/// Where an element is found again in the same view: by its id, or by its place among the controls of the nearest
/// element around it that has one.
fn whereabouts(element: &Element) -> Option<String> {
    let around = element.closest("[id]").ok().flatten()?;
    if around.is_same_node(Some(element)) {
        return Some(element.id());
    }
    let controls = around.query_selector_all(CONTROLS).ok()?;
    let place = (0..controls.length()).find(|&place| element.is_same_node(controls.get(place).as_ref()))?;
    Some(format!("{} {place}", around.id()))
}

/// The element that was there.
fn found_again(whereabouts: &str) -> Option<HtmlElement> {
    let Some((around, place)) = whereabouts.split_once(' ') else { return element(whereabouts) };
    let controls = element(around)?.query_selector_all(CONTROLS).ok()?;
    controls.get(place.parse().ok()?)?.dyn_into().ok()
}

/// What an entry of the history remembers.
struct Remembered {
    scroll: f64,
    focus: String,
    card: String,
    top: f64,
}

fn remembered() -> Option<Remembered> {
    let state = window().history().ok()?.state().ok()?.dyn_into::<js_sys::Array>().ok()?;
    let (number, text) = (|at| state.get(at).as_f64(), |at| state.get(at).as_string());
    Some(Remembered { scroll: number(0)?, focus: text(1)?, card: text(2)?, top: number(3)? })
}

impl Remembered {
    /// Scrolls so that the card is where it was.
    fn scroll_to_card(&self) {
        if let Some(card) = found_again(&self.card) {
            window().scroll_by_with_x_and_y(0.0, card.get_bounding_client_rect().top() - self.top);
        }
    }

    fn restore(self) {
        window().scroll_to_with_x_and_y(0.0, self.scroll);
        self.scroll_to_card();
        if let Some(element) = found_again(&self.focus) {
            focus_on(&element);
        }
        // What came near is laid out by then.
        request_animation_frame(move || self.scroll_to_card());
    }
}

/// The link to a view that a click follows here, and not in another tab.
fn followed(event: &MouseEvent) -> Option<(Element, String)> {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#/']").ok()??;
    let href = link.get_attribute("href")?;
    Some((link, href))
}

/// Shows what a link says; the address says it already.
fn go(desk: Desk, link: &str) {
    let before = desk.view().get_untracked();
    let held = document().active_element();
    match rest::read(desk, link) {
        Some(parsed) => desk.lay_out(parsed),
        None => desk.unread.set(true),
    }
    arrive(desk, Some(before), held);
}

/// Where the reader is already: the open statement in sight, or else the head of the page.
fn stay(desk: Desk, link: &Element) {
    match desk.view().with_untracked(View::open) {
        Some(open) => show_statement(desk, open),
        // The one of several ways to show the page that is chosen.
        None if link.get_attribute("aria-current").as_deref() == Some("true") => {}
        None => begin(),
    }
}

/// To the head of the page.
fn begin() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus_on_headline();
}

/// The focus to the headline.
pub fn focus_on_headline() {
    if let Some(headline) = element(HEADLINE) {
        focus_on(&headline);
    }
}

/// Brings the first card or passage of a statement into sight.
fn show_statement(desk: Desk, id: corpus::StatementId) {
    if let Some(card) = element(&anchor(desk.data, id)) {
        show(&card);
    }
}

/// After the view is drawn: back to where the reader was, or to the head of a new page, or to the open statement.
/// `held` had the focus before.
fn arrive(desk: Desk, before: Option<View>, held: Option<Element>) {
    let _ = desk.waited();
    if !desk.drawn() {
        return desk.wait(Left(before));
    }
    let past = remembered();
    request_animation_frame(move || {
        let view = desk.view().get_untracked();
        if let Some(past) = past {
            return past.restore();
        }
        let same = before.as_ref().is_some_and(|before| view.same_page(before));
        if !same && before.is_some() {
            begin();
        } else if let Some(held) = held.filter(|held| !held.is_connected()) {
            // The followed element is gone, as a chip is that was taken back, and the focus would be nowhere; or the
            // element was replaced by another with its id.
            match element(&held.id()).or_else(|| element(SUMMARY)) {
                Some(element) => focus_on(&element),
                None => focus_on_headline(),
            }
        }
        if let Some(open) = view.open() {
            match if same { opened_by_hand() } else { None } {
                Some(card) => show(&card),
                None => show_statement(desk, open),
            }
        }
    });
}

/// The same, when the page came later than the view.
pub fn arrive_at_last(desk: Desk) {
    if let Some(Left(before)) = desk.waited() {
        arrive(desk, before, None);
    }
}

/// The open card that has the focus. Where a statement stands twice on the page, links lead to the first card, and the
/// reader may have opened the other.
fn opened_by_hand() -> Option<Element> {
    document().active_element()?.closest("article[aria-current=true]").ok()?
}

/// The id of the element that shows a statement.
pub fn anchor(data: Shared, id: corpus::StatementId) -> String {
    format!("s-{}", data.statement(id).slug)
}

/// Focuses without scrolling.
pub fn focus_on(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Brings an element to the middle of the window unless it is wholly in sight.
fn show(element: &Element) {
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if place.top() < 0.0 || place.bottom() > height {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
