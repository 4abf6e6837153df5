//! Drawings: the shapes of a figure with their positions, from which the page draws it and
//! [`standalone`](super::standalone) writes a file.
//!
//! All lengths are in tenths of a CSS pixel, so that no number has to be formatted as a float. Colours are tokens of
//! `style/tokens.css`, so that a drawing follows the theme. Letters are measured by [`measure`], since nothing here
//! knows a font. Drawings are laid out from left to right; [`Drawing::mirrored`] turns one around for pages in which
//! readers begin on the right.

use std::fmt;
use std::ops::Range;

use corpus::Hue;

use crate::language::Language;

pub mod measure;
pub mod neighbour;
mod paint;

pub use paint::{Colour, Paint};

/// Tenths in a CSS pixel.
pub const PIXEL: i32 = 10;

/// A figure as shapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// The shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Shapes that lead to a view.
    Link(Link),
    /// A circle.
    Circle {
        /// The centre.
        centre: Point,
        /// The radius.
        radius: i32,
        /// How it is painted.
        paint: Paint,
    },
    /// A rectangle with sides along the axes.
    Rectangle {
        /// Position and size.
        area: Area,
        /// How it is painted.
        paint: Paint,
    },
    /// A path.
    Path {
        /// The steps, the first of which moves to the beginning.
        steps: Vec<Step>,
        /// How it is painted.
        paint: Paint,
    },
    /// A line of text.
    Text(Text),
    /// Shapes together.
    Group(Vec<Shape>),
}

/// Shapes that lead to a view. Links are not within links.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The link, a fragment.
    pub href: String,
    /// The accessible name, which contains what can be read in the link; empty where that says it all. Shown to a
    /// pointer that rests on a link in which nothing can be read.
    pub name: String,
    /// What takes clicks.
    pub area: Area,
    /// Whether it is drawn over another link that leads to more: on a touch screen only that one is large enough.
    pub is_detail: bool,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// The width.
    pub width: i32,
    /// The height.
    pub height: i32,
}

/// A step of a path, to an absolute position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Moves without drawing.
    Move(Point),
    /// Draws a straight line.
    Line(Point),
    /// Draws a cubic Bézier curve: two control points, then its end.
    Cubic(Point, Point, Point),
    /// Draws a straight line to the beginning.
    Close,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where it is anchored, on its baseline.
    pub at: Point,
    /// Which end of it is there.
    pub anchor: Anchor,
    /// The style.
    pub style: Style,
    /// The text.
    pub text: String,
    /// The ranges of its bytes that are underlined: in files only.
    pub underlined: Vec<Range<usize>>,
    /// The language.
    pub language: Language,
}

/// The end of a text that its position is of, in the direction of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// The style of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A name of a row.
    Label,
    /// A name in the midst of lines, which it covers.
    Name,
    /// A name of a column.
    Heading,
    /// A number or a remark, in the secondary colour.
    Small,
    /// What is not there, in italics.
    Silent,
    /// Words of a document.
    Passage,
    /// A title, in files only.
    Title,
    /// A sentence below a title, in files only.
    Lead,
}

impl Style {
    /// The size of the letters.
    pub const fn size(self) -> i32 {
        match self {
            Style::Label | Style::Name => 130,
            Style::Heading | Style::Small => 120,
            Style::Silent => 125,
            Style::Passage => 145,
            Style::Title => 240,
            Style::Lead => 150,
        }
    }

    /// Whether the letters are bold.
    pub const fn is_bold(self) -> bool {
        matches!(self, Style::Heading | Style::Title)
    }

    /// Whether the letters have serifs.
    pub const fn has_serifs(self) -> bool {
        matches!(self, Style::Silent | Style::Passage | Style::Title | Style::Lead)
    }

    /// Whether the letters are slanted.
    pub const fn is_italic(self) -> bool {
        matches!(self, Style::Silent)
    }

    /// Whether the letters have an outline in the colour of the page, below them.
    pub const fn is_outlined(self) -> bool {
        matches!(self, Style::Name)
    }

    /// The colour.
    pub const fn colour(self) -> Colour {
        match self {
            Style::Label | Style::Name | Style::Heading | Style::Passage | Style::Title => Colour::Ink,
            Style::Small | Style::Silent | Style::Lead => Colour::Soft,
        }
    }
}

impl Shape {
    /// A text with an end at a position. Never inlined, as the others here that all figures call: many times as much
    /// code otherwise.
    #[inline(never)]
    pub fn anchored(at: Point, anchor: Anchor, style: Style, text: String, language: Language) -> Shape {
        Shape::Text(Text { at, anchor, style, text, underlined: Vec::new(), language })
    }

    /// A text that begins at a position.
    pub fn text(x: i32, y: i32, style: Style, text: impl Into<String>, language: Language) -> Shape {
        Shape::anchored(Point { x, y }, Anchor::Start, style, text.into(), language)
    }

    /// Lines of text below each other, of which the first begins at a position.
    #[inline(never)]
    pub fn lines(first: Point, apart: i32, style: Style, lines: Vec<String>, language: Language) -> Vec<Shape> {
        let Point { x, y } = first;
        let line = |(text, index): (String, i32)| Shape::text(x, y + index * apart, style, text, language);
        lines.into_iter().zip(0..).map(line).collect()
    }

    /// Words of the interface that begin at a position.
    pub fn words(x: i32, y: i32, style: Style, text: impl Into<String>) -> Shape {
        Shape::text(x, y, style, text, Language::default())
    }

    /// A line along an axis of the page, a pixel wide for each ten of `width`.
    #[inline(never)]
    pub fn line(from: Point, to: Point, colour: Colour, width: i32) -> Shape {
        let paint = Paint { fill: None, stroke: Some((colour, width)) };
        Shape::Path { steps: vec![Step::Move(from), Step::Line(to)], paint }
    }

    /// The dot beside the name of what has a colour.
    #[inline(never)]
    pub fn dot(centre: Point, hue: Option<Hue>) -> Shape {
        Shape::Circle { centre, radius: 40, paint: Paint::filled(Colour::Hue(hue)) }
    }

    /// Shapes in a link, where there is one.
    #[inline(never)]
    pub fn linked(href: Option<String>, name: String, area: Area, shapes: Vec<Shape>) -> Shape {
        match href {
            Some(href) => Shape::Link(Link { href, name, area, is_detail: false, shapes }),
            None => Shape::Group(shapes),
        }
    }
}

impl Area {
    /// The middle.
    pub const fn centre(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }
}

impl Drawing {
    /// The links, in the order in which they are drawn.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Link(link) => Some(link),
            _ => None,
        })
    }

    /// The drawing, mirrored where the page begins on the right.
    #[must_use]
    pub fn turned(self, begins_on_the_right: bool) -> Drawing {
        if begins_on_the_right { self.mirrored() } else { self }
    }

    /// The drawing from right to left. Letters keep their direction, and begin where they began, as seen from the other
    /// side.
    #[must_use]
    pub fn mirrored(self) -> Drawing {
        let width = self.width;
        Drawing { shapes: self.shapes.into_iter().map(|shape| mirrored(shape, width)).collect(), ..self }
    }
}

fn mirrored(shape: Shape, width: i32) -> Shape {
    let point = |at: Point| Point { x: width - at.x, ..at };
    let mirrored_area = |area: Area| Area { x: width - area.x - area.width, ..area };
    match shape {
        Shape::Link(link) => Shape::Link(Link {
            area: mirrored_area(link.area),
            shapes: link.shapes.into_iter().map(|shape| mirrored(shape, width)).collect(),
            ..link
        }),
        Shape::Circle { centre, radius, paint } => Shape::Circle { centre: point(centre), radius, paint },
        Shape::Rectangle { area, paint } => Shape::Rectangle { area: mirrored_area(area), paint },
        Shape::Path { steps, paint } => {
            let step = |step| match step {
                Step::Move(to) => Step::Move(point(to)),
                Step::Line(to) => Step::Line(point(to)),
                Step::Cubic(one, other, to) => Step::Cubic(point(one), point(other), point(to)),
                Step::Close => Step::Close,
            };
            Shape::Path { steps: steps.into_iter().map(step).collect(), paint }
        }
        Shape::Text(text) => Shape::Text(Text { at: point(text.at), ..text }),
        Shape::Group(shapes) => Shape::Group(shapes.into_iter().map(|shape| mirrored(shape, width)).collect()),
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.x, self.y)
    }
}

impl fmt::Display for Step {
    /// As in the attribute `d` of a path in SVG.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Move(to) => write!(f, "M{to}"),
            Step::Line(to) => write!(f, "L{to}"),
            Step::Cubic(one, other, to) => write!(f, "C{one} {other} {to}"),
            Step::Close => f.write_str("Z"),
        }
    }
}

/// So many lengths one after the other.
pub fn times(number: usize, length: i32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX).saturating_mul(length)
}

/// Steps as the attribute `d` of a path in SVG.
pub fn path_data(steps: &[Step]) -> String {
    steps.iter().map(Step::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: fn(i32, i32) -> Point = |x, y| Point { x, y };

    #[test]
    fn a_path_is_written_as_svg_reads_it() {
        let steps =
            [Step::Move(AT(1, 2)), Step::Line(AT(3, -4)), Step::Cubic(AT(1, 1), AT(2, 2), AT(3, 3)), Step::Close];
        assert_eq!(path_data(&steps), "M1 2L3 -4C1 1 2 2 3 3Z");
    }

    #[test]
    fn what_is_mirrored_twice_is_as_it_was() {
        let area = Area { x: 10, y: 5, width: 30, height: 7 };
        let paint = Paint::filled(Colour::Ink);
        let shapes = vec![
            Shape::Circle { centre: AT(5, 6), radius: 2, paint },
            Shape::Rectangle { area, paint },
            Shape::line(AT(0, 0), AT(100, 0), Colour::Rule, 15),
            Shape::Link(Link {
                href: "#/".into(),
                name: "All".into(),
                area,
                is_detail: false,
                shapes: vec![Shape::words(10, 20, Style::Label, "All")],
            }),
        ];
        let drawing = Drawing { width: 100, height: 50, shapes };
        let turned = drawing.clone().mirrored();
        assert_eq!(turned.links().next().expect("a link").area, Area { x: 60, ..area });
        assert_eq!(turned.mirrored(), drawing);
    }
}
