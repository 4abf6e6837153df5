//! A drawing as SVG elements of the page. It is as large as it was laid out, in units of the text size, so that it
//! grows with it. Colours are custom properties of the style sheet.

use std::sync::Arc;

use dom::html::div;
use dom::svg::{a, circle, g, path, rect, svg, text, title};
use dom::{Element, fragment};
use leptos::ev;
use query::figures::drawing::neighbour::Neighbours;
use query::figures::drawing::{Anchor, Area, Colour, Drawing, Link, Paint, Shape, Text, path_data};

use super::keys;

/// The tenths of CSS pixels in the text size of a page that nobody has changed.
const REM: i32 = 160;

/// A drawing whose links are reached by one stop of the keyboard, and from there by the arrow keys.
pub fn screen(drawing: &Drawing, name: &str, label: &'static str) -> Element {
    let links = Arc::new(Neighbours::new(drawing.links().map(|link| link.area).collect()));
    let name = Arc::<str>::from(name);
    let first = keys::first(&name, &links);
    let pressed = {
        let (name, links) = (Arc::clone(&name), Arc::clone(&links));
        move |event| keys::press_arrow(&event, &name, &links)
    };
    let focused = {
        let name = Arc::clone(&name);
        move |event| keys::rove(&event, &name, &links)
    };
    let mut number = 0;
    let shapes = drawing.shapes.iter().map(|shape| match shape {
        Shape::Link(link) => {
            let tabindex = if number == first { "0" } else { "-1" };
            number += 1;
            linked(link).id(format!("{name}-{}", number - 1)).attr("tabindex", tabindex)
        }
        shape => drawn(shape),
    });
    let shapes: Vec<Element> = shapes.collect();
    let picture = frame(drawing)
        .attr("role", "group")
        .attr("aria-label", format!("{label}, drawn. Arrow keys go from mark to mark."))
        .on(ev::keydown, pressed)
        .on(ev::focusin, focused)
        .children(shapes);
    div().class("drawing").child(picture)
}

/// A drawing without links.
pub fn picture(drawing: &Drawing, label: &'static str) -> Element {
    let picture = frame(drawing).attr("role", "img").attr("aria-label", label);
    div().class("drawing").child(picture.children(drawing.shapes.iter().map(|shape| match shape {
        Shape::Link(link) => g().children(link.shapes.iter().map(drawn)),
        shape => drawn(shape),
    })))
}

fn frame(drawing: &Drawing) -> Element {
    svg()
        .attr("viewBox", format!("0 0 {} {}", drawing.width, drawing.height))
        .attr("width", rems(drawing.width))
        .attr("height", rems(drawing.height))
}

/// A length in units of the text size, with two decimals.
fn rems(tenths: i32) -> String {
    let hundredths = tenths * 100 / REM;
    format!("{}.{:02}rem", hundredths / 100, hundredths % 100)
}

fn linked(link: &Link) -> Element {
    a().attr("href", link.href.clone())
        .attr("aria-label", (!link.name.is_empty()).then(|| link.name.clone()))
        .attr("class", if link.is_detail { "mark" } else { "more-marks" })
        .child((!has_text(&link.shapes)).then(|| title().child(link.name.clone())))
        .child(rectangle(link.area).attr("class", "target"))
        .child(fragment(link.shapes.iter().map(drawn)))
}

/// Whether something can be read in a link, which then needs no words beside the pointer.
fn has_text(shapes: &[Shape]) -> bool {
    shapes.iter().any(|shape| matches!(shape, Shape::Text(_)))
}

fn rectangle(area: Area) -> Element {
    let Area { x, y, width, height } = area;
    measured(rect(), &[("x", x), ("y", y), ("width", width), ("height", height)])
}

/// An element with lengths as attributes.
fn measured(element: Element, lengths: &[(&'static str, i32)]) -> Element {
    lengths.iter().fold(element, |element, (name, length)| element.attr(name, length.to_string()))
}

fn drawn(shape: &Shape) -> Element {
    match shape {
        Shape::Link(link) => linked(link),
        Shape::Group(shapes) => g().children(shapes.iter().map(drawn)),
        Shape::Circle { centre, radius, paint } => {
            painted(measured(circle(), &[("cx", centre.x), ("cy", centre.y), ("r", *radius)]), *paint)
        }
        Shape::Rectangle { area, paint } => painted(rectangle(*area), *paint),
        Shape::Path { steps, paint } => painted(path().attr("d", path_data(steps)), *paint),
        Shape::Text(line) => lettered(line),
    }
}

fn painted(element: Element, Paint { fill, stroke }: Paint) -> Element {
    let element = element
        .attr("fill", fill.map_or_else(|| "none".to_owned(), variable))
        .attr("fill-opacity", fill.and_then(Colour::opacity));
    match stroke {
        None => element,
        Some((colour, width)) => element
            .attr("stroke", variable(colour))
            .attr("stroke-width", width.to_string())
            .attr("stroke-opacity", colour.opacity()),
    }
}

fn variable(colour: Colour) -> String {
    format!("var(--{})", colour.token())
}

fn lettered(Text { at, anchor, style, text: words, language, .. }: &Text) -> Element {
    measured(text(), &[("x", at.x), ("y", at.y)])
        .attr(
            "text-anchor",
            match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            },
        )
        .attr("font-size", style.size().to_string())
        .attr("font-weight", style.is_bold().then_some("600"))
        .attr("class", style.has_serifs().then_some(if style.is_italic() { "serif italic" } else { "serif" }))
        .attr("fill", variable(style.colour()))
        .attr("paint-order", style.is_outlined().then_some("stroke"))
        .attr("stroke", style.is_outlined().then(|| variable(Colour::Paper)))
        .attr("stroke-width", style.is_outlined().then_some("40"))
        .attr("lang", language.lang)
        // Lines of a name are words of it.
        .child(format!("{words} "))
}
