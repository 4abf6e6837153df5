//! The keyboard in figures: arrow keys go from link to link, and `m` shows a figure as a table.

use leptos::prelude::document;
use query::figures::drawing::Area;
use query::figures::drawing::neighbour::{Direction, neighbour};
use wasm_bindgen::JsValue;
use web_sys::{Element, KeyboardEvent};

use crate::by_name::call;
use crate::keyboard::are_on;

/// The attribute that tells assistive technology of a control's key, and that key.
pub const SHORTCUT: &str = "aria-keyshortcuts";
const KEY: &str = "m";

/// Moves the focus to the next link of a drawing in the direction of an arrow key. `name` begins the ids of its links,
/// which have these areas.
pub fn press_arrow(event: &KeyboardEvent, name: &str, areas: &[Area]) {
    let direction = match event.key().as_str() {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        _ => return,
    };
    let number = |element: Element| element.id().strip_prefix(name)?.strip_prefix('-')?.parse().ok();
    let Some(from) = document().active_element().and_then(number) else { return };
    if let Some(to) = neighbour(areas, from, direction)
        && let Some(link) = document().get_element_by_id(&format!("{name}-{to}"))
    {
        event.prevent_default();
        call(&link, "focus", &JsValue::UNDEFINED);
    }
}

/// Presses the control that shows a figure in its other form: of the figure with the focus, or else of the first that
/// is on the screen.
pub fn press_other_form() {
    let focused = document().active_element().and_then(|element| element.closest(".figure").ok()?);
    let Some(control) = focused.or_else(first_on_screen).and_then(|figure| control_of(&figure)) else { return };
    // It stays, while what had the focus goes with its form.
    call(&control, "focus", &JsValue::UNDEFINED);
    call(&control, "click", &JsValue::UNDEFINED);
}

/// Tells assistive technology of the key of the controls that [`press_other_form`] presses, unless it is off.
pub fn announce_shortcut(on: bool) {
    let Ok(controls) = document().query_selector_all(".other-form") else { return };
    for control in (0..controls.length()).filter_map(|index| controls.get(index)) {
        let control: Element = wasm_bindgen::JsCast::unchecked_into(control);
        // Setting and removing an attribute of a valid name does not fail.
        let _ = if on { control.set_attribute(SHORTCUT, KEY) } else { control.remove_attribute(SHORTCUT) };
    }
}

/// The value of [`SHORTCUT`] for a control that is drawn now.
pub fn shortcut() -> Option<&'static str> {
    are_on().then_some(KEY)
}

fn control_of(figure: &Element) -> Option<Element> {
    figure.query_selector(".other-form").ok()?
}

fn first_on_screen() -> Option<Element> {
    let figures = document().query_selector_all(".figure").ok()?;
    let figures =
        (0..figures.length()).filter_map(|index| figures.get(index)).map(wasm_bindgen::JsCast::unchecked_into);
    figures.into_iter().find(|figure: &Element| figure.get_bounding_client_rect().bottom() > 0.0)
}
