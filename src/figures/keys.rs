//! The keyboard in figures: arrow keys go from link to link, and `m` shows a figure as a table.

use std::cell::RefCell;

use leptos::prelude::document;
use query::figures::drawing::Point;
use query::figures::drawing::neighbour::{Direction, Neighbours};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusEvent, KeyboardEvent};

use crate::by_name::call;

/// Moves the focus to the next link of a drawing in the direction of an arrow key. `name` begins the ids of its links.
pub fn press_arrow(event: &KeyboardEvent, name: &str, links: &Neighbours) {
    let direction = match event.key().as_str() {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        _ => return,
    };
    let Some(from) = document().active_element().and_then(|element| number(&element, name)) else { return };
    if let Some(to) = links.next(from, direction)
        && let Some(link) = document().get_element_by_id(&format!("{name}-{to}"))
    {
        event.prevent_default();
        call(&link, "focus", &JsValue::UNDEFINED);
    }
}

thread_local! {
    /// Where the reader was in each drawing, by the name that begins the ids of its links.
    static WAS: RefCell<Vec<(String, Point)>> = const { RefCell::new(Vec::new()) };
}

/// The link of a drawing that the Tab key leads to: where the reader was, also when it is drawn anew.
pub fn first(name: &str, links: &Neighbours) -> usize {
    let was = WAS.with_borrow(|all| all.iter().find(|(known, _)| known == name).map(|(_, point)| *point));
    links.entry(was)
}

/// Makes the link that has got the focus the one that the Tab key leads back to (a roving tabindex).
pub fn rove(event: &FocusEvent, name: &str, links: &Neighbours) {
    let Some(link) = event.target().map(JsCast::unchecked_into::<Element>) else { return };
    let Some(centre) = number(&link, name).and_then(|number| links.centre(number)) else { return };
    let before = link.parent_element().and_then(|drawing| drawing.query_selector(":scope > [tabindex='0']").ok()?);
    // Setting an attribute of a valid name does not fail.
    let _ = before.map(|before| before.set_attribute("tabindex", "-1"));
    let _ = link.set_attribute("tabindex", "0");
    WAS.with_borrow_mut(|all| {
        all.retain(|(known, _)| known != name);
        all.push((name.to_owned(), centre));
    });
}

/// The number of a link of a drawing.
fn number(link: &Element, name: &str) -> Option<usize> {
    link.id().strip_prefix(name)?.strip_prefix('-')?.parse().ok()
}

/// Presses the control that shows a figure in its other form: of the figure with the focus, or else of the first that
/// is on the screen.
pub fn press_other_form() {
    let focused = document().active_element().and_then(|element| element.closest(".figure").ok()?);
    let Some(figure) = focused.or_else(first_on_screen) else { return };
    let of_figure = |selector: &str| figure.query_selector(selector).ok()?;
    let (Some(heading), Some(control)) = (of_figure("h2"), of_figure(".other-form")) else { return };
    // It stays, while what had the focus goes with its form; and both forms are read from there.
    call(&heading, "focus", &JsValue::UNDEFINED);
    call(&control, "click", &JsValue::UNDEFINED);
}

fn first_on_screen() -> Option<Element> {
    let figures = document().query_selector_all(".figure").ok()?;
    let figures = (0..figures.length()).filter_map(|index| figures.get(index)).map(JsCast::unchecked_into);
    figures.into_iter().find(|figure: &Element| figure.get_bounding_client_rect().bottom() > 0.0)
}
