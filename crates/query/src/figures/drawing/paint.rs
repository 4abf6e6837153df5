//! How shapes are painted.

use corpus::Hue;

/// How a shape is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// The colour of its inside.
    pub fill: Option<Colour>,
    /// The colour of its outline, and the outline's width.
    pub stroke: Option<(Colour, i32)>,
}

/// A colour, by its token in the style sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Of the page.
    Paper,
    /// Of text.
    Ink,
    /// Of secondary text.
    Soft,
    /// Of hairlines.
    Line,
    /// Of strong rules.
    Rule,
    /// Of a camp; grey where an actor has none.
    Hue(Option<Hue>),
    /// The same, so that what is below shows through.
    Wash(Option<Hue>),
    /// Of what is raised from the page.
    Raised,
}

impl Colour {
    /// The name of the token, without the two hyphens.
    pub const fn token(self) -> &'static str {
        match self {
            Colour::Paper => "paper",
            Colour::Ink => "ink",
            Colour::Soft => "soft",
            Colour::Line => "line",
            Colour::Rule => "rule",
            Colour::Raised => "raised",
            Colour::Hue(Some(Hue::Blue)) | Colour::Wash(Some(Hue::Blue)) => "blue",
            Colour::Hue(Some(Hue::Red)) | Colour::Wash(Some(Hue::Red)) => "red",
            Colour::Hue(Some(Hue::Green)) | Colour::Wash(Some(Hue::Green)) => "green",
            Colour::Hue(Some(Hue::Ochre)) | Colour::Wash(Some(Hue::Ochre)) => "ochre",
            Colour::Hue(Some(Hue::Violet)) | Colour::Wash(Some(Hue::Violet)) => "violet",
            Colour::Hue(Some(Hue::Grey) | None) | Colour::Wash(Some(Hue::Grey) | None) => "grey",
        }
    }

    /// The share of the colour in what is painted with it, as `fill-opacity` and `stroke-opacity` in SVG; none where it
    /// covers.
    pub const fn opacity(self) -> Option<&'static str> {
        match self {
            Colour::Wash(_) => Some(".4"),
            _ => None,
        }
    }
}

impl Paint {
    /// A filled shape.
    pub const fn filled(colour: Colour) -> Paint {
        Paint { fill: Some(colour), stroke: None }
    }

    /// An outline of a pixel and a half.
    pub const fn outlined(colour: Colour) -> Paint {
        Paint { fill: None, stroke: Some((colour, 15)) }
    }
}
